"""In which order profiles are shown, and why."""
