"""Who there is: practitioners' profiles, the words they may use, and the directory as arrays."""
