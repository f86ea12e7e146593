"""Lists brought in: what a file is, what its columns mean, reading it apart, taking it over."""
