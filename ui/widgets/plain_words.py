"""Words as they are typed in a hurry, so that a search finds them all the same."""

import unicodedata


def plain(text: str) -> str:
    """Return a text without case and accents, with straight apostrophes, without spaces around."""
    parts = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).strip()
