"""What the client wants, per criterion: a target, how much it counts, or a requirement."""
