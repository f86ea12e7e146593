"""What the program can do for somebody: a folder for each part of the work, a file for a use."""
