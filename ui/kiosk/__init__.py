"""What a screen that strangers share has beyond the window: it covers all, and lets nobody out."""
