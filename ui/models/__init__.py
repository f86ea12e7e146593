"""Qt's item models: rows of what the services say, each with its roles."""
