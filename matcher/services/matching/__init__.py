"""Who fits and why: the match, its reasons in words, what is written of it, and its audit."""
