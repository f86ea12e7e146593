"""Sheets for paper: the checklist for a first talk, and forms to fill in by hand."""
