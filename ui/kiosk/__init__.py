"""What a screen that strangers share has beyond the window: it watches for who has left."""
