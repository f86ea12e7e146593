"""One named word of a list, and what is said of it: how much, since when, or a stated no."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from matcher.directory.vocabulary import NO
from ui.widgets.group_line import MenuLine
from ui.widgets.width import fit_words

_GAP = 8
_BETWEEN = re.compile(r"\s*[,;:]\s*")


class TermRow(QWidget):
    """A button that opens what may be said; for what is known since some time, a field beside it.

    Parameters
    ----------
    name
        Object name of the button; that of the field is ``<name>_years``.
    details
        What may stand behind the word, besides nothing and a no.
    has_years
        Whether years, or a year, may stand behind that.

    Signals
    -------
    details_changed
        With all that stands behind the word now, part by part.
    """

    details_changed = Signal(object)

    def __init__(self, name: str, details: Sequence[str], *, has_years: bool) -> None:
        super().__init__()
        self._said: tuple[str, ...] = ()
        self._label = self._detail = ""
        self.button = MenuLine(name)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._actions = {detail: self._add(detail) for detail in ("", *details, NO)}
        self.button.setMenu(self._menu)
        self.years = QLineEdit()
        self.years.setObjectName(f"{name}_years")
        self.years.setMaxLength(40)
        self.years.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._has_years = has_years
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(self.years, 0, Qt.AlignmentFlag.AlignLeft)
        self._room = 0
        self.years.textEdited.connect(self._write_years)

    @property
    def choices(self) -> dict[str, QAction]:
        """What may be chosen, by detail; ``""`` is the word alone."""
        return dict(self._actions)

    def set_words(self, label: str, detail: Callable[[str], str], years: str) -> None:
        """Say the word, what may be said of it, and what the field beside it is for."""
        self._label = label
        for code, action in self._actions.items():
            action.setText(detail(code))
        self.years.setAccessibleName(f"{label}: {years}")
        self.years.setPlaceholderText(years)
        fit_words(self.years, years)
        self._show()

    def set_details(self, details: tuple[str, ...]) -> None:
        """Show what stands behind the word."""
        self._said = details
        written = ", ".join(details[1:])
        if written != ", ".join(self._written()):
            self.years.setText(written)
        self._show()

    def arrange(self, room: int) -> None:
        """Stand on one line where so many pixels are enough, else on two or three."""
        self._room = room
        self._say(is_broken=False)
        whole = self.button.sizeHint().width()
        across = whole + (0 if self.years.isHidden() else _GAP + self.years.sizeHint().width())
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if across <= room else direction.TopToBottom)
        self._say(is_broken=whole > room)
        self.updateGeometry()

    def _add(self, detail: str) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        self._group.addAction(action)
        self._menu.addAction(action)
        action.triggered.connect(partial(self._choose, detail))
        return action

    def _choose(self, detail: str) -> None:
        keeps = self._has_years and detail not in {"", NO}
        self._said = (detail, *(self._written() if keeps else ())) if detail else ()
        self._show()
        self.details_changed.emit(self._said)

    def _write_years(self) -> None:
        self._said = (*self._said[:1], *self._written())
        self.details_changed.emit(self._said)

    def _written(self) -> tuple[str, ...]:
        return tuple(filter(None, _BETWEEN.split(self.years.text().strip())))

    def _show(self) -> None:
        first = next(iter(self._said), "")
        action = self._actions.get(first)
        if action is not None:
            action.setChecked(True)
        self._detail = first if action is None else action.text()
        self.years.setVisible(self._has_years and first not in {"", NO})
        if self._room:
            self.arrange(self._room)
        else:
            self._say(is_broken=False)

    def _say(self, *, is_broken: bool) -> None:
        said = f"{self._label}: {self._detail}"
        self.button.set_words(f"{self._label}:\n{self._detail}" if is_broken else said, said)
