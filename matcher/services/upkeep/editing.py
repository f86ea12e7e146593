"""Change what the directory says of one practitioner, as somebody's word of a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from matcher.directory.cells import NONE
from matcher.directory.field import FIELDS
from matcher.directory.profile import FactValue, Source
from matcher.directory.statement import Statement
from matcher.directory.trail import Deed, DeedKind
from matcher.directory.validation import Severity
from matcher.errors import Message, StoreError
from matcher.services.directory.directory import no_profile
from matcher.services.staff.signed_in import NO_LOGIN, Doer
from matcher.services.upkeep.overtaken import Edit, Seen, refuse_overtaken

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.store import Counts, UnitOfWork

WITHDRAW = ""
"""The cell of a field that a source no longer states; ``-`` is *stated: none*."""

_NOTHING_SEEN: Mapping[str, Seen] = MappingProxyType({})


class Added(NamedTuple):
    """Somebody new: their id, and the act that brought them."""

    profile_id: str
    act_id: int


class EditingService:
    """Edits of a directory, each of them an act that can be undone.

    Parameters
    ----------
    directory
        The directory in the database.
    """

    def __init__(self, directory: DirectoryService) -> None:
        self._directory = directory

    def change(
        self,
        profile_id: str,
        cells: Mapping[str, str],
        *,
        source: Source,
        day: date,
        who: Doer = NO_LOGIN,
    ) -> int:
        """Change what a source says on some fields; nothing of it happens when a cell is wrong.

        Parameters
        ----------
        profile_id
            Of a profile there is.
        cells
            By field, in the form of a cell of the directory file; `WITHDRAW` takes the source's
            word back, and what other sources say stays.
        source, day
            Whose word it is, and of when.
        who
            For the trail.

        Returns
        -------
        int
            The act; 0 when that was no news.

        Raises
        ------
        StoreError
            When there is no such profile, a cell cannot be read, or this source has spoken since.
        SignedOutError
            When it is the work of somebody who signed in and may no longer do it.
        """
        edit = Edit(cells, {})
        return self.change_seen(profile_id, edit, source=source, day=day, who=who)

    def change_seen(
        self, profile_id: str, edit: Edit, *, source: Source, day: date, who: Doer = NO_LOGIN
    ) -> int:
        """Do as `change`, unless somebody changed one of these fields meanwhile.

        Raises
        ------
        OvertakenError
            When something else is said on one of them by now than was seen.
        StoreError, SignedOutError
            As in `change`.
        """
        statement = Statement(profile_id, source, day, _values_of(edit.cells))
        return self._apply(statement, DeedKind.EDIT, who, edit.seen)

    def add(
        self, cells: Mapping[str, str], *, source: Source, day: date, who: Doer = NO_LOGIN
    ) -> Added:
        """Bring in somebody who is not there yet; clients do not see them before `publish`.

        Parameters
        ----------
        cells
            As in `change`; the name has to be among them.
        source, day, who
            As in `change`.

        Returns
        -------
        Added
            With the id, made as an import makes it: of register and number, else of name and
            postcode, else of the name alone.

        Raises
        ------
        StoreError
            When a cell cannot be read, there is no name, or somebody has that id already.
        SignedOutError
            When it is the work of somebody who signed in and may no longer do it.
        """
        profile_id, values = _id_of(cells), _values_of(cells)
        if not profile_id or not values.get("name"):
            raise _cell_error("name", Message("error.store.no_name"))
        self._directory.database(create=True)
        statement = Statement(profile_id, source, day, values, published=False)
        with self._directory.changing(who) as work:
            counts = work.profiles.apply([statement], Deed(DeedKind.ADD, who.name))
            if not counts.added:
                raise _cell_error("name", Message("error.store.id_taken", id=profile_id))
        return Added(profile_id, counts.act_id)

    def publish(self, profile_id: str, day: date, who: Doer = NO_LOGIN) -> int:
        """Let clients see a profile; return the act, 0 when they do already.

        Raises
        ------
        StoreError
            When there is no such profile, or a newer word of the clinic says otherwise.
        SignedOutError
            When it is the work of somebody who signed in and may no longer do it.
        """
        statement = Statement(profile_id, Source.CLINIC, day, {}, published=True)
        return self._apply(statement, DeedKind.PUBLISH, who)

    def withdraw(self, profile_id: str, day: date, who: Doer = NO_LOGIN) -> int:
        """Let clients see a profile no longer, though it stays; return the act as `publish`.

        Raises
        ------
        StoreError, SignedOutError
            As in `publish`.
        """
        statement = Statement(profile_id, Source.CLINIC, day, {}, published=False)
        return self._apply(statement, DeedKind.PUBLISH, who)

    def _apply(
        self,
        statement: Statement,
        kind: DeedKind,
        who: Doer,
        seen: Mapping[str, Seen] = _NOTHING_SEEN,
    ) -> int:
        profile_id, day = statement.profile_id, statement.confirmed_on
        with self._directory.changing(who) as work:
            profile = work.profiles.get(profile_id)
            if profile is None:
                raise no_profile(profile_id)
            refuse_overtaken(work, profile, seen)
            counts = work.profiles.apply([statement], Deed(kind, who.name))
            refuse_outdated(counts, profile_id, day)
            _check_published(work, statement)
        return counts.act_id


def refuse_unknown_fields(fields: Iterable[str]) -> None:
    """Refuse what is no field of a profile.

    Raises
    ------
    StoreError
        That names each of them.
    """
    unknown = [field for field in fields if field not in FIELDS]
    if unknown:
        raise StoreError(*(Message("error.store.no_field", field=name[:40]) for name in unknown))


def refuse_outdated(counts: Counts, profile_id: str, day: date | None) -> None:
    """Refuse what the same source has said anew since.

    Raises
    ------
    StoreError
        When the directory already held a newer word of it.
    """
    if counts.outdated:
        raise StoreError(Message("error.store.outdated", id=profile_id, date=day))


def _check_published(work: UnitOfWork, statement: Statement) -> None:
    profile = work.profiles.get(statement.profile_id)
    if profile and statement.published not in {None, profile.published}:
        day = statement.confirmed_on
        raise StoreError(Message("error.store.outdated", id=statement.profile_id, date=day))


def _cell_error(field: str, why: Message) -> StoreError:
    return StoreError(Message("error.store.cell", field=field, why=why))


def _id_of(cells: Mapping[str, str]) -> str:
    from matcher.importers.profile_id import USUAL, profile_id

    stated = {field: cell for field, cell in cells.items() if cell.strip() != NONE}
    return profile_id(lambda field: stated.get(field, "").strip(), (*USUAL, ("name",)))


def _values_of(cells: Mapping[str, str]) -> dict[str, FactValue | None]:
    """Read cells as an importer would, and refuse all of them when one is wrong."""
    from matcher.importers.row import ReadOptions
    from matcher.importers.row_builder import RowBuilder

    refuse_unknown_fields(cells)
    builder = RowBuilder("", 0, ReadOptions())
    for field, cell in cells.items():
        builder.read(field, builder.clean(field, cell))
    findings = [each for each in builder.remark().findings if each.severity is not Severity.NOTE]
    if findings:
        raise StoreError(
            *(
                Message("error.store.cell", field=finding.field, why=finding.message)
                for finding in findings
            )
        )
    return {field: builder.values[field] for field in cells}
