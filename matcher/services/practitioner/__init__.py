"""A practitioner's page as clients see it, and what its silence costs."""
