"""What a person notes after the list, on their own computer: kept when asked, and put on paper."""
