"""What a clinic can set: each option once, and the one file that keeps them."""
