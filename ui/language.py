"""The language that holds now: one object that all pages read their words from."""

from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError, Message
from matcher.i18n import Catalogue, languages
from matcher.pseudo_locale import PSEUDO_LOCALES
from matcher.questionnaire.item import Item
from matcher.questionnaire.response import State
from matcher.region import HOME


class Language(QObject):
    """The words of the window.

    Signals
    -------
    changed
        After another language holds; pages then say everything anew.
    """

    changed = Signal()

    def __init__(self, code: str, parent: QObject | None = None, region: str = HOME) -> None:
        super().__init__(parent)
        self._catalogue = Catalogue(code, region)
        self._about_other = False

    @property
    def about_other(self) -> bool:
        """Whether items speak of another person: somebody helps them to answer."""
        return self._about_other

    @property
    def catalogue(self) -> Catalogue:
        """The texts that hold."""
        return self._catalogue

    @property
    def code(self) -> str:
        """The code of the language, such as ``"es"``."""
        return self._catalogue.language

    @property
    def own_name(self) -> str:
        """What the language calls itself."""
        key = f"screen.language.{self.code}"
        return self.text(key) if self.has(key) else self.code

    @property
    def is_right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self._catalogue.direction == "rtl"

    def set_code(self, code: str) -> None:
        """Let another language hold."""
        if code != self.code and code in (*languages(), *PSEUDO_LOCALES):
            self._catalogue = Catalogue(code, self._catalogue.region)
            self.changed.emit()

    def set_region(self, region: str) -> None:
        """Let the distances and amounts of another region hold."""
        if region != self._catalogue.region:
            self._catalogue = Catalogue(self.code, region)
            self.changed.emit()

    def set_about_other(self, about_other: bool) -> None:
        """Let items speak of another person, or to the person again."""
        if about_other != self._about_other:
            self._about_other = about_other
            self.changed.emit()

    def has(self, key: str) -> bool:
        """Tell whether there is a text for `key`."""
        return self._catalogue.has(key)

    def text(self, key: str, /, **params: object) -> str:
        """Return the text of `key` with its placeholders filled."""
        return self._catalogue.text(key, **params)

    def distance(self, km: int | float | Decimal) -> str:
        """Write a way in the unit of the region."""
        return self._catalogue.distance(km)

    def item(self, item_id: str, what: str) -> str:
        """Return the wording of an item, about another person where that holds.

        Parameters
        ----------
        what
            ``heading``, ``why``, ``left`` and so on; a text that there is none of is ``""``.
        """
        branch, _, leaf = what.partition(".")
        other = f"{branch}_other.{leaf}" if leaf else f"{branch}_other"
        for version in (other, what) if self._about_other else (what,):
            key = f"item.{item_id}.{version}"
            if self.has(key):
                return self.text(key)
        return ""

    def option(self, item: Item, code: str) -> str:
        """Return the label of a code of an item; a clinic's own code stands for itself."""
        own = self.item(item.id, f"option.{code}")
        key = f"term.{item.vocabulary}.{code}"
        return own or (self.text(key) if self.has(key) else code.replace("_", " "))

    def state(self, item_id: str, state: State) -> str:
        """Say how an item was left open."""
        return self.item(item_id, f"state.{state}") or self.text(f"item.state.{state}")

    def spoken(self, key: str, /, **params: object) -> str:
        """Return the text of `key`, or of ``<key>_other`` while another person is spoken of."""
        other = f"{key}_other"
        return self.text(other if self._about_other and self.has(other) else key, **params)

    def render(self, message: Message) -> str:
        """Return the sentence a message stands for."""
        return self._catalogue.render(message)

    def render_all(self, error: MatcherError) -> str:
        """Return everything an error says, sentence after sentence."""
        return " ".join(self.render(message) for message in error.messages)
