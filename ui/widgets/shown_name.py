"""A name as it stands in a heading: not so long that it pushes everything else away."""

LETTERS = 60
"""How much of a name is shown; all of it is on the profile."""


WHOLE = 200
"""How much of it is shown where just this person is telephoned or written to: that of anybody."""


def shown_name(name: str, letters: int = LETTERS) -> str:
    """Return a name, cut off when it is very long."""
    if len(name) <= letters:
        return name
    return f"{name[:letters].rstrip()}…"
