"""What people had written when they were signed out."""

from typing import NamedTuple

from ui.controllers.person_draft import PersonDraft


class _Kept(NamedTuple):
    who: str
    draft: PersonDraft


class KeptDrafts:
    """Drafts that wait for whoever wrote them, the oldest first."""

    def __init__(self) -> None:
        self._kept: list[_Kept] = []

    @property
    def names(self) -> tuple[str, ...]:
        """For whom there is one; ``""`` for who had not signed in."""
        return tuple(dict.fromkeys(kept.who for kept in self._kept))

    def keep(self, who: str, draft: PersonDraft) -> None:
        """Keep a draft, if anything is written in it."""
        if draft.fields:
            self._kept.append(_Kept(who, draft))

    def take(self, who: str) -> PersonDraft | None:
        """Give a draft back to who wrote it; one of who had not signed in is anybody's."""
        for kept in self._kept:
            if kept.who in {"", who}:
                self._kept.remove(kept)
                return kept.draft
        return None
