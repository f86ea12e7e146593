"""How the window looks: tokens, and the palette, style sheet and fonts made from them."""
