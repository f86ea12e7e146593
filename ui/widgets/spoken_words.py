"""What a page says when it is read aloud: what a screen reader gets, in the order of reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from ui.language import Language
from ui.widgets.reading_order import parts_in_order

_ROLE = QAccessible.Role
_ROOMS = frozenset(
    {_ROLE.NoRole, _ROLE.Border, _ROLE.Client, _ROLE.Grouping, _ROLE.List, _ROLE.Pane, _ROLE.Window}
)
"""What only holds other things: its name is said when nothing inside says anything."""

_VALUES = frozenset({_ROLE.ComboBox, _ROLE.EditableText, _ROLE.Slider, _ROLE.SpinBox})
_CHOICES = frozenset({_ROLE.CheckBox, _ROLE.RadioButton})
_ENDS = ".!?:;…"


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """One thing that is said.

    Attributes
    ----------
    widget, name
        Where it stands, and what it was called when it was looked at.
    words
        What is said: its name, what it means, its value, and whether it is chosen.
    """

    widget: QWidget
    name: str
    words: str

    def is_shown(self) -> bool:
        """Tell whether it can still be seen, and is still called the same."""
        return isValid(self.widget) and self.widget.isVisible() and self.name == _name(self.widget)


def spoken_words(root: QWidget, language: Language) -> list[SpokenWords]:
    """Return what everything visible in `root` says, in the order in which it is read.

    What is covered, folded away or hidden is not there. Nor is what stands in a field for secrets.
    """
    chosen = language.text("screen.reading.chosen")
    said = [*_spoken(root, chosen)]
    # A field is called what stands beside it.
    repeats = [
        one.name == following.name and one.words == _ended(one.name)
        for one, following in pairwise(said)
    ]
    return [one for one, is_repeated in zip_longest(said, repeats) if not is_repeated]


def _spoken(widget: QWidget, chosen: str) -> Iterator[SpokenWords]:
    if not widget.isVisible():
        return
    if not _is_room(widget):
        yield from _said_of(widget, chosen)
        return
    inside = [said for part in parts_in_order(widget) for said in _spoken(part, chosen)]
    yield from inside or _said_of(widget, chosen)


def _is_room(widget: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface is None or interface.role() in _ROOMS or not _name(widget)


def _said_of(widget: QWidget, chosen: str) -> Iterator[SpokenWords]:
    interface, kind = QAccessible.queryAccessibleInterface(widget), QAccessible.Text
    name = _name(widget)
    if interface is None or not name:
        return
    said = [name, interface.text(kind.Description)]
    is_secret = isinstance(widget, QLineEdit) and widget.echoMode() is not QLineEdit.EchoMode.Normal
    if interface.role() in _VALUES and not is_secret:
        said.append(interface.text(kind.Value))
    if interface.role() in _CHOICES and interface.state().checked:
        said.append(chosen)
    once = dict.fromkeys(_ended(words) for words in said if words.strip())
    yield SpokenWords(widget, name, " ".join(once))


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name).strip()


def _ended(words: str) -> str:
    """Let the voice stop for a moment where a line ends."""
    words = words.strip()
    return words if words.endswith(tuple(_ENDS)) else f"{words}."
