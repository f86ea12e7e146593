"""What a person keeps on their own computer: only when asked, encrypted, and gone when they say."""
