"""What kiosks of a directory on a server tell of themselves, and how old their copies are."""
