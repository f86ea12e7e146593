"""The editions of a document without pages: a web page, and plain text."""
