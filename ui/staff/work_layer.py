"""Says over everything else that something is still under way, before the window closes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.language import Language
from ui.widgets.layer import Layer
from ui.widgets.text import Text
from ui.widgets.wrapping_button import WrappingButton


class WorkLayer(Layer):
    """Says what is waited for and what follows, and begins with staying; Escape stays too.

    Signals
    -------
    stay_chosen, stop_chosen
        What somebody wishes meanwhile.
    """

    stay_chosen = Signal()
    stop_chosen = Signal()

    def __init__(self, words: Language) -> None:
        super().__init__(words, "work_layer")
        self._what, self._then, self._rows = "", "laptop", 0
        self._said = Text("title", "work_said")
        self._goes_on = Text("lead", "work_goes_on")
        self._moved = Text("body", "work_moved")
        self._stopping = Text("body", "work_stopping")
        self._stay = WrappingButton("primary", "work_stay")
        self._stop = WrappingButton("quiet", "work_stop")
        self._stay.clicked.connect(self.stay_chosen)
        self._stop.clicked.connect(self._choose_stop)
        self._fill(self._said, self._goes_on, self._moved, self._stopping, self._stay, self._stop)
        words.changed.connect(self.retranslate)
        self.retranslate()

    def say(self, what: str, then: str, *, can_stay: bool, can_stop: bool) -> None:
        """Say what is under way and what follows it, and offer what can be done about it.

        Parameters
        ----------
        then
            ``kiosk`` where the screen goes back to the kiosk, ``laptop`` where the window closes,
            ``leave`` where the question follows whether the kiosk is to end.
        """
        self._what, self._then, self._rows = what, then, 0
        self._stay.setVisible(can_stay)
        for widget in (self._stop, self._stopping):
            widget.setVisible(can_stop)
        self.retranslate()

    def show_rows(self, rows: int) -> None:
        """Say how far it has come."""
        self._rows = rows
        self._say_rows()

    def retranslate(self) -> None:
        """Say the words in the language that holds."""
        text = self._words.text
        self._said.set_words(text(f"staff.work.{self._what}") if self._what else "")
        self._goes_on.set_words(text(f"staff.work.goes_on.{self._then}"))
        self._say_rows()
        self._stopping.set_words(text("staff.work.stopping"))
        self._stay.set_words(text(f"staff.work.stay.{self._then}"))
        self._stop.set_words(text(f"staff.work.stop.{self._then}"))
        self.setAccessibleName(f"{self._said.plain} {self._goes_on.plain}")

    def _say_rows(self) -> None:
        rows, text = self._rows, self._words.text
        self._moved.set_words(text("intake.review.read", n=rows) if rows else "")

    def _choose_stop(self) -> None:
        # Once: it ends when what is just being read is read.
        self._stop.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stop_chosen.emit()

    @property
    def _first(self) -> QWidget:
        return self._stay

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stay with Escape; let no other key through."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape and self._stay.isVisible():
            self.stay_chosen.emit()
