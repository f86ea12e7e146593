"""What people had written when they were signed out."""

from ui.controllers.person_draft import PersonDraft


class KeptDrafts:
    """Drafts that wait for whoever wrote them, the oldest first."""

    def __init__(self) -> None:
        self._kept: list[PersonDraft] = []

    @property
    def names(self) -> tuple[str, ...]:
        """For whom there is one; ``""`` for who had not signed in."""
        return tuple(dict.fromkeys(kept.who for kept in self._kept))

    def keep(self, draft: PersonDraft) -> None:
        """Keep a draft for whom it belongs to, if anything is written in it."""
        if draft.fields:
            self._kept.append(draft)

    def take(self, who: str) -> PersonDraft | None:
        """Give a draft back to who wrote it; one that is nobody's is theirs who come first."""
        for draft in self._kept:
            if draft.who in {"", who}:
                self._kept = [kept for kept in self._kept if kept is not draft]
                draft.belong_to(who)
                return draft
        return None
