"""Forms filled in by hand, and the way what was written there comes back into the program."""
