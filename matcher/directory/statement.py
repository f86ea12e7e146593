"""What one source says about one practitioner: the unit that importers give and the store keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from matcher.directory.profile import FactValue, Source


@dataclass(frozen=True, slots=True)
class Statement:
    """One row of a directory file, understood.

    Attributes
    ----------
    profile_id
        Whom it is about.
    source
        Who says so.
    confirmed_on
        The day all of it was known to be so, or ``None``.
    values
        By field name. ``None`` means the file has the column and the cell is empty: the source no
        longer states it. A field that is absent was not spoken of and stays as it is.
    published
        Whether clients see the profile; ``None`` leaves it as it is (a new profile is published).
    taken_back
        Those of the fields without a value of which the source says that nobody is to state them:
        the words of others that its own would outweigh go too.
    only_if_new
        Whether it is an excerpt of a directory, which says nothing where its profile is there.
    """

    profile_id: str
    source: Source
    confirmed_on: date | None
    values: Mapping[str, FactValue | None]
    published: bool | None = None
    taken_back: frozenset[str] = frozenset()
    only_if_new: bool = False
