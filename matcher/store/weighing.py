"""What is to hold where something is held of a day that is no newer."""

from collections.abc import Collection
from dataclasses import dataclass

from matcher.directory.field import UNSORTED
from matcher.directory.trail import Word
from matcher.directory.unsorted import has_all
from matcher.store.decided import Decided, Key
from matcher.store.tally import Tally
from matcher.store.unsorted import heard


@dataclass(frozen=True, slots=True)
class Weighing:
    """Weighs what a file says against what is held, as it was decided between profiles.

    Attributes
    ----------
    tally
        Is told what is left out, and what one profile lends another.
    decided
        What was known when profiles went into others.
    """

    tally: Tally
    decided: Decided

    def settled(
        self, key: Key, word: Word, held: Word | None, old_id: str, columns: Collection[str] | None
    ) -> Word | None:
        """Return what is to hold beside what is held, which is no newer; ``None``: just that.

        Parameters
        ----------
        columns
            Of a list: whose words that no field takes it replaces.
        """
        if held is None:
            return word
        if key[1] != UNSORTED or columns is None:
            return None if self._gives_way(key, word, held, old_id) else word
        is_silent, is_news = word.value is None, word.is_newer_than(held)
        if self.decided.gave_up(key, word, old_id or key[0]) or (
            is_silent and self.decided.has_filled(key, word, held)
        ):
            return None
        may_clear = not old_id and (is_news or not self.tally.lender(key))
        after = heard(word, held, columns if may_clear else (), over=is_news or not old_id)
        if old_id and not is_silent:
            is_taken = has_all(after.value or "", word.value or "")
            (self.tally.lend if is_taken else self.tally.leave_unheard)(key, old_id)
        return None if after == held else after

    def _gives_way(self, key: Key, word: Word, held: Word, old_id: str) -> bool:
        """Tell whether a word that is as old as what is held, or newer, is left out all the same.

        Parameters
        ----------
        old_id
            The profile it names, where that one went into another; ``""`` otherwise.
        """
        is_silent = word.value is None
        if not old_id:
            lender = self.tally.lender(key)
            is_lent = bool(lender) and not word.is_newer_than(held)
            if is_lent and not is_silent and word.value != held.value:
                self.tally.leave_unheard(key, lender)
            return is_silent and (is_lent or self.decided.has_filled(key, word, held))
        was_known = self.decided.gave_up(key, word, old_id)
        is_taken = word.is_newer_than(held) or (held.value is None and not is_silent)
        if is_silent and (was_known or not (is_taken or self.decided.has_lent(key, held, old_id))):
            return True
        if not is_silent and (is_taken or word.value == held.value):
            self.tally.lend(key, old_id)
        elif not (is_taken or was_known):
            self.tally.leave_unheard(key, old_id)
        return not is_taken
