"""The languages there are, each by its own name: the first thing on a page that strangers meet."""

from collections.abc import Sequence

from matcher.i18n import languages
from ui.language import Language
from ui.widgets.option_group import OptionGroup


class LanguageChoice(OptionGroup):
    """One card for each language; the one that holds is chosen.

    Parameters
    ----------
    words
        The language that holds.
    name
        Its object name.
    first
        Codes of the languages that stand before the others.
    """

    def __init__(self, words: Language, name: str, first: Sequence[str] = ()) -> None:
        codes = (*first, *(code for code in languages() if code not in first))
        super().__init__(name, codes, columns=4)
        self._language = words
        self.chosen_changed.connect(self._choose)

    def say(self) -> None:
        """Say every name, and show which language holds."""
        self.set_words(lambda code: self._language.text(f"screen.language.{code}"))
        self.set_chosen((self._language.code,))

    def _choose(self, chosen: tuple[str, ...]) -> None:
        self._language.set_code(chosen[0])
