"""What pages are built of: a widget shows a value, says when it changed, knows no controller."""
