"""Lists of which a part was not understood: what these do not name is not stated, never a no.

What was not understood stands as text in `UNSORTED`, on a line that begins with the name of the
field. As long as it stands there, and nobody has said the list anew since, the list is open.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from matcher.directory.field import FIELDS, UNSORTED, FieldKind
from matcher.directory.profile import Fact, FactValue, Profile
from matcher.directory.unsorted import of_both, without

Said = tuple[str, date | None]
"""A text of `UNSORTED` and its day, or a field that is stated and the day of that."""

_BEGINNING = re.compile(r"^([a-z_]+)(?: \(.*\))?: ", re.MULTILINE)
_LONG_AGO = date.min
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


def still_open(kept: Said, lists: Iterable[Said]) -> str:
    """Return kept words without those of lists that were said after them."""
    text, day = kept
    named = lists_kept(text)
    said = {
        field
        for field, since in lists
        if field in named and (since or _LONG_AGO) > (day or _LONG_AGO)
    }
    return without(text, said) if said else text


def words_of_both(kept: Said, other: Said, lists: Iterable[Said]) -> Said:
    """Return the words of two profiles that are one person, of the newer day.

    What the older ones keep of a list that was said since does not open it again.
    """
    lists, newest = [*lists], max(kept, other, key=lambda said: said[1] or _LONG_AGO)[1]
    texts = [said[0] if said[1] == newest else still_open(said, lists) for said in (kept, other)]
    return of_both(*texts), newest


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
    is_later = (held.confirmed_on or _LONG_AGO) > (kept.confirmed_on or _LONG_AGO)
    return is_later or held.source.closeness > kept.source.closeness
