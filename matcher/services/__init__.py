"""What the program can do for somebody, one file a use case."""
