"""What one source says about one practitioner: the unit that importers give and the store keeps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from matcher.directory.profile import FactValue, Source


class MadeId(NamedTuple):
    """An id that was made of a name and a place, which others may share.

    Attributes
    ----------
    id
        As it was made, whoever else has it.
    row
        The row of the file for which it was made.
    is_shared
        Whether it was made for other rows of the file, too, or one of them states it, or the
        directory holds others for whom it was made.
    """

    id: str
    row: int
    is_shared: bool = False


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
    unsorted_of
        Of a list: which columns its words that no field takes are of, as in
        `matcher.directory.unsorted.said_anew`; those of other columns stay as they are. ``None``
        where the words are all there are.
    in_part
        Those of the fields with a list of which the source says more than was understood: such a
        word takes away nothing that was said of them before.
    made
        Where the file does not state whom it is about: how the id was made.
    """

    profile_id: str
    source: Source
    confirmed_on: date | None
    values: Mapping[str, FactValue | None]
    published: bool | None = None
    taken_back: frozenset[str] = frozenset()
    only_if_new: bool = False
    in_part: frozenset[str] = frozenset()
    made: MadeId | None = None
    unsorted_of: frozenset[str] | None = None

    def under(self, profile_id: str) -> "Statement":
        """Return the same, said of somebody else."""
        return replace(self, profile_id=profile_id)
