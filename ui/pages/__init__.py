"""The pages of the window, one a file, and the parts that only they have."""
