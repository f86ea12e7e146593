"""Files that somebody asked for: written whole or not at all, and read back."""
