"""The directory in files for other programs and for people; one module for each format."""
