"""Rows of one list for which the same id was made: two people may share a name and a place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from matcher.directory.cells import write_cell
from matcher.directory.numbered_id import numbered
from matcher.directory.statement import MadeId, Statement
from matcher.errors import Message
from matcher.importers.row import Row
from matcher.importers.row_builder import RowBuilder

_TELLING = ("email", "phone", "website", "credential", "title", "pronouns", "gender", "city")
"""What tells people of one name apart, and seldom changes, the surest first."""


@dataclass(slots=True)
class RowIds:
    """The rows that have each id: one that the list states, or one made for it.

    Attributes
    ----------
    stated
        By id, the last row that states it.
    made
        By id, the first row for which it was made.
    more
        By id, the others for which it was made.
    """

    stated: dict[str, int] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)
    more: dict[str, list[int]] = field(default_factory=dict)

    def note_made(self, made: str, number: int) -> None:
        """Note that an id was made for a row."""
        if made and self.made.setdefault(made, number) != number:
            self.more.setdefault(made, []).append(number)

    def shared(self) -> Iterator[int]:
        """Give the rows whose made id is not theirs alone."""
        for made in {*self.more, *(self.stated.keys() & self.made.keys())}:
            yield self.made[made]
            yield from self.more.get(made, ())


@dataclass(frozen=True, slots=True)
class OwnId:
    """What a row is known by, whose made id is not its own alone.

    Attributes
    ----------
    id
        Its own.
    first
        The row that has the id as it was made.
    same_as
        The row before that says the same; 0 when there is none.
    """

    id: str
    first: int
    same_as: int = 0


def own_ids(rows: Iterable[tuple[int, Statement]], ids: RowIds) -> Mapping[int, OwnId]:
    """Number rows for which the same id was made, by what they say and not by where they stand.

    So the same list has the same ids in whatever order its rows are. Who of them is in the
    directory already keeps the id from there: see `matcher.store.namesakes`. Rows that say the same
    count as one.

    Parameters
    ----------
    rows
        Number and statement of those that share an id.
    ids
        All of the list.
    """
    groups: dict[str, list[tuple[int, Statement]]] = {}
    for number, statement in rows:
        groups.setdefault(statement.profile_id, []).append((number, statement))
    found: dict[int, OwnId] = {}
    for made, group in groups.items():
        found.update(_numbered(made, group, ids))
    return found


def apart(row: Row, builder: RowBuilder, own: OwnId | None) -> Row:
    """Return a row whose id was made under one of its own; skipped when one before says the same.

    Parameters
    ----------
    row, builder
        The row, and who read it.
    own
        What it is known by; ``None`` when no other row has its id.
    """
    if row.statement is None:
        return row
    if own is not None and own.same_as:
        return builder.skip(Message("finding.row.repeated_id", row=own.same_as), field="id")
    made = row.statement.profile_id
    statement = replace(row.statement, made=MadeId(made, row.number, own is not None))
    if own is None or own.id == made:
        return replace(row, statement=statement)
    said = {"row": own.first, "id": own.id, "first": made}
    builder.note(Message("finding.mapped.alike", **said), "name")
    findings = builder.remark().findings
    return replace(row, statement=statement.under(own.id), findings=findings)


def _numbered(
    made: str, group: Iterable[tuple[int, Statement]], ids: RowIds
) -> Iterator[tuple[int, OwnId]]:
    alike: dict[_Content, list[int]] = {}
    for number, statement in group:
        alike.setdefault(_content(statement), []).append(number)
    free = _free_ids(made, ids)
    first = ids.stated.get(made, 0)
    for content in sorted(alike):
        number, *others = alike[content]
        own = next(free)
        first = first or number
        yield number, OwnId(own, first)
        for other in others:
            yield other, OwnId(own, first, number)


def _free_ids(made: str, ids: RowIds) -> Iterator[str]:
    """Give the id itself, then with each number that makes it one of no other row."""
    number = 1
    while True:
        own = numbered(made, number)
        if own not in ids.stated and (number == 1 or own not in ids.made):
            yield own
        number += 1


_Content = tuple[tuple[str, ...], tuple[tuple[str, str], ...], str]


def _content(statement: Statement) -> _Content:
    """Return what a row says, to be put in order."""
    cells = {
        field: write_cell(value) for field, value in statement.values.items() if value is not None
    }
    telling = tuple(cells.get(field, "") for field in _TELLING)
    of_row = f"{statement.confirmed_on} {statement.source} {statement.published}"
    return telling, tuple(cells.items()), of_row
