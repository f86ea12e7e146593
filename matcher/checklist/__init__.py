"""What to ask them: the question bank, what is chosen for one person, and the sheets as content."""
