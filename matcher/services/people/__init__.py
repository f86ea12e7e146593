"""The people of a directory: who is in it, found and sorted, and what is told of each."""
