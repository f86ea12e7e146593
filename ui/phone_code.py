"""A few lines of text as a code that a phone's camera reads: no address, no network."""

LONGEST = 1000
"""Bytes of text up to which the squares are large enough on a screen."""


def code_rows(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of a QR code that says `text`; true is a dark square.

    The quiet border around it is not among them.
    """
    import segno

    code = segno.make_qr(text, error="l", encoding="utf-8", boost_error=False)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)
