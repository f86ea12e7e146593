"""*How this works*: the whole model as a card, in words, as files and for other programs."""
