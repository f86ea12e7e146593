"""Whether somebody is still there: what sees it, and what asks."""
