"""What is said of a whole bundle: its list of files, signed, and whether that holds."""
