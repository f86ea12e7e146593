"""Name a few of many profiles in a sentence."""

from collections.abc import Sequence

USUAL_NUMBER = 20


def name_first(ids: Sequence[str], most: int = USUAL_NUMBER) -> str:
    """Return ids in a row, and a sign that there are more where there are.

    Parameters
    ----------
    most
        How many are named.
    """
    return ", ".join(ids[:most]) + (" …" if len(ids) > most else "")
