"""Secrets that people keep in mind or on paper: passphrases, and codes for when they forget."""
