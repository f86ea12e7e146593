"""What we ask: items, sections, the express path, and the answers given."""
