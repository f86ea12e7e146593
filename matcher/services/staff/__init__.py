"""Who of the staff may read and who may change: the PIN, accounts, tries, and the way back in."""
