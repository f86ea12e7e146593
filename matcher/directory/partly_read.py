"""Lists of which a part was not understood: what these do not name is not stated, never a no.

What was not understood stands as text in `UNSORTED`, on a line that begins with the name of the
field. As long as it stands there, and nobody has said the list anew since, the list is open.
"""

import re
from collections.abc import Iterator
from datetime import date

from matcher.directory.field import FIELDS, UNSORTED, FieldKind
from matcher.directory.profile import Fact, FactValue, Profile

_BEGINNING = re.compile(r"^([a-z_]+)(?: \(.*\))?: ", re.MULTILINE)
_LISTS = frozenset(
    field.name for field in FIELDS.values() if field.kind in {FieldKind.CODES, FieldKind.TIMES}
)


def lists_kept(text: FactValue | None) -> frozenset[str]:
    r"""Return the fields that hold a list and of which a text of `UNSORTED` keeps words.

    Examples
    --------
    >>> sorted(lists_kept("times: Sat by appointment\nformats (Video): some\nplace: TBD"))
    ['formats', 'times']
    """
    return _LISTS & {*_BEGINNING.findall(text)} if isinstance(text, str) else frozenset()


def lists_read_in_part(profile: Profile) -> frozenset[str]:
    """Return the fields of a profile whose list may go on with what was not understood."""
    return frozenset(_open_lists(profile))


def _open_lists(profile: Profile) -> Iterator[str]:
    for kept in profile.said(UNSORTED):
        for field in lists_kept(kept.value):
            held = profile.facts.get(field)
            if held is not None and not _is_settled(held, kept):
                yield field


def _is_settled(held: Fact, kept: Fact) -> bool:
    """Tell whether a list was said by somebody nearer than the kept words, or after them."""
    is_later = (held.confirmed_on or date.min) > (kept.confirmed_on or date.min)
    return is_later or held.source.closeness > kept.source.closeness
