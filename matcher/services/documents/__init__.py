"""The documents that ship with the program, and what it is made of, to be read on the screen."""
