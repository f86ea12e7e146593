"""The directory as the program holds it: of a file, of a database, of the sample."""
