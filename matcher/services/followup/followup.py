"""Reads and writes what a person notes after the list, in the file that only they can open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from matcher.followup import check_in_json, search_json, talk_json

if TYPE_CHECKING:
    from matcher.followup.check_in import CheckInBook
    from matcher.followup.first_talk import TalkBook
    from matcher.followup.search_log import SearchLog
    from matcher.services.personal.kept_documents import KeptDocuments

_Book = TypeVar("_Book")


@dataclass(frozen=True, slots=True)
class _Form(Generic[_Book]):
    """One document of the file: its name, the newest form it is read in, and both ways."""

    name: str
    version: int
    to_json: Callable[[_Book], dict[str, Any]]
    from_json: Callable[[Mapping[str, Any]], _Book]


_SEARCH = _Form(
    "search", search_json.VERSION, search_json.search_to_json, search_json.search_from_json
)
_TALKS = _Form("talks", talk_json.VERSION, talk_json.talks_to_json, talk_json.talks_from_json)
_CHECK_INS = _Form(
    "check_ins",
    check_in_json.VERSION,
    check_in_json.check_ins_to_json,
    check_in_json.check_ins_from_json,
)

DOCUMENTS = (_SEARCH.name, _TALKS.name, _CHECK_INS.name)
"""Names of the documents in a person's file."""


class FollowupService:
    """My search, first talks and check-ins of the person whose file is open.

    Where strangers share a computer it is never asked for.

    Parameters
    ----------
    documents
        What is in the file.

    Raises
    ------
    PersonalError
        By every method: when the file is closed (``personal.error.closed``), when a newer version
        of the program wrote a document (``newer``) or it is no JSON (``not_readable``). Neither
        is written over then; `clear` takes both away. Anything else that stands in the way is
        said as by `matcher.services.personal.personal.PersonalService`.

    Notes
    -----
    Reading and writing take a few milliseconds and may wait for the disk. A document is written
    whole or not at all; entries that this version cannot read are written back as they were.
    """

    def __init__(self, documents: KeptDocuments) -> None:
        self._documents = documents

    def search(self) -> SearchLog:
        """Return the search; empty when nothing was ever kept."""
        return self._read(_SEARCH)

    def keep_search(self, log: SearchLog) -> None:
        """Keep a search in place of the one before."""
        self._keep(_SEARCH, log)

    def talks(self) -> TalkBook:
        """Return all first talks; none when nothing was ever kept."""
        return self._read(_TALKS)

    def keep_talks(self, book: TalkBook) -> None:
        """Keep first talks in place of those before."""
        self._keep(_TALKS, book)

    def check_ins(self) -> CheckInBook:
        """Return all check-ins; none when nothing was ever kept."""
        return self._read(_CHECK_INS)

    def keep_check_ins(self, book: CheckInBook) -> None:
        """Keep check-ins in place of those before."""
        self._keep(_CHECK_INS, book)

    def clear(self, *names: str) -> None:
        """Forget some of `DOCUMENTS`, or all three; what else is in the file stays."""
        self._documents.forget(*(names or DOCUMENTS))

    def _read(self, form: _Form[_Book]) -> _Book:
        return form.from_json(self._documents.kept(form.name, form.version) or {})

    def _keep(self, form: _Form[_Book], book: _Book) -> None:
        # What this version cannot read is not written over.
        self._documents.kept(form.name, form.version)
        self._documents.keep(form.name, form.to_json(book), form.version)
