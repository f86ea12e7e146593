"""Who holds the sitting and asks the services: objects with signals, without widgets."""
