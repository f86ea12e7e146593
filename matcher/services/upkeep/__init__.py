"""Keeping a directory true: editing, confirming, people listed twice, and what was done when."""
