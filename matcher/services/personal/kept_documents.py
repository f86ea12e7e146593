"""What is in the file: documents by name, the answers among them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from matcher.errors import Message, PersonalError
from matcher.services.personal import kept_answers
from matcher.services.personal.kept_answers import KeptAnswers

if TYPE_CHECKING:
    from matcher.questionnaire.response import ResponseSet
    from matcher.store.personal import PersonalFile

ANSWERS = "answers"
"""Name of the document that holds the answers."""


class KeptDocuments:
    """Reads and writes what a person keeps.

    Parameters
    ----------
    opened
        Gives the file, or says that it is not open.
    now
        The time.
    """

    def __init__(self, opened: Callable[[], PersonalFile], now: Callable[[], datetime]) -> None:
        self._opened = opened
        self._now = now

    def save_answers(
        self,
        answers: ResponseSet,
        chosen: Iterable[str] = (),
        page: str = "",
        marks: Iterable[str] = (),
    ) -> KeptAnswers:
        """Keep the answers in place of those kept before; return what is kept now.

        Parameters
        ----------
        chosen
            Ids of the profiles the person chose, in order.
        page
            Id of the page they are on.
        marks
            Codes of what else the window wants to know again.

        Raises
        ------
        AnswersError
            When they are none that an answers file may hold; nothing was changed then.
        """
        at = self._now().replace(microsecond=0)
        body = kept_answers.to_body(KeptAnswers(answers, tuple(chosen), page, tuple(marks), at))
        # What could not be read again is not said to be kept.
        kept = kept_answers.from_body(body, at.isoformat())
        self._put(ANSWERS, kept_answers.VERSION, body, at)
        return kept

    def answers(self) -> KeptAnswers | None:
        """Return what `save_answers` kept last; ``None`` if it never did.

        Raises
        ------
        AnswersError
            When they are answers to another questionnaire.
        """
        found = self._get(ANSWERS, kept_answers.VERSION)
        return None if found is None else kept_answers.from_body(*found)

    def keep(self, name: str, body: Mapping[str, Any], version: int = 1) -> None:
        """Keep a document in place of the one of that name.

        Parameters
        ----------
        name
            A code, such as ``looks`` or ``contacts``.
        body
            What JSON can say.
        version
            Of the form of `body`.
        """
        text = json.dumps(body, ensure_ascii=False, allow_nan=False)
        self._put(name, version, text, self._now())

    def kept(self, name: str, version: int = 1) -> dict[str, Any] | None:
        """Return a document; ``None`` if there is none.

        Parameters
        ----------
        version
            The newest form that the caller can read: a newer one is an error.
        """
        found = self._get(name, version)
        try:
            return None if found is None else dict(json.loads(found[0]))
        except (TypeError, ValueError):
            raise PersonalError(Message("personal.error.not_readable")) from None

    def forget(self, *names: str) -> None:
        """Forget documents; `ANSWERS` is the name of the answers."""
        self._opened().remove(*names)

    def _put(self, name: str, version: int, body: str, at: datetime) -> None:
        from matcher.store.personal import Document

        self._opened().put(Document(name, version, at.isoformat(timespec="seconds"), body))

    def _get(self, name: str, version: int) -> tuple[str, str] | None:
        file = self._opened()
        document = file.get(name)
        if document is None:
            return None
        if document.version > version:
            raise PersonalError(Message("personal.error.newer", file=str(file.path)))
        return document.body, document.at
