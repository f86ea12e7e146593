"""What is shown over a page when the program itself went wrong: what is kept, and the ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.help_words import help_words
from ui.widgets.layer import Layer
from ui.widgets.text import Text
from ui.widgets.wrapping_button import WrappingButton


class FaultLayer(Layer):
    """Says that something went wrong, never what an error said.

    Parameters
    ----------
    words
        The language that holds.
    whose
        Whose window it is over: ``person`` or ``staff``.
    has_staff_near
        Whether there is somebody to ask, as where strangers share a screen.

    Signals
    -------
    gone_on
        The person wants to be where they were.
    started_again
        The person would sooner begin anew, and knows what that loses.
    """

    gone_on = Signal()
    started_again = Signal()

    def __init__(
        self, words: Language, whose: str = "person", *, has_staff_near: bool = False
    ) -> None:
        super().__init__(words, "fault_layer")
        self._whose = whose
        self._has_staff_near = has_staff_near
        self._can_go_on = True
        self._happened = Text("title", "fault_happened")
        self._kept = Text("lead", "fault_kept")
        self._staff = Text("body", "fault_staff")
        self._loses = Text("body", "fault_loses")
        self._help = Text("quiet", "fault_help")
        self._go_on = WrappingButton("primary", "fault_go_on")
        self._again = WrappingButton("plain", "fault_start_again")
        self._sure = WrappingButton("quiet", "fault_sure")
        self._fill(
            self._happened,
            self._kept,
            self._staff,
            self._go_on,
            self._again,
            self._loses,
            self._sure,
            self._help,
        )
        self._go_on.clicked.connect(self.gone_on)
        self._again.clicked.connect(self._ask_whether_sure)
        self._sure.clicked.connect(self.started_again)
        words.changed.connect(self.retranslate)
        self.prepare(can_go_on=True)

    def prepare(self, *, can_go_on: bool) -> None:
        """Be ready to be seen; without a way on, beginning anew is the only one."""
        self._can_go_on = can_go_on
        self._go_on.setVisible(can_go_on)
        self._again.setVisible(can_go_on)
        self._sure.setVisible(not can_go_on)
        self._sure.set_kind("quiet" if can_go_on else "primary")
        self._middle.begin()
        self.retranslate()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self._words.text
        loses = text(f"fault.{self._whose}.loses")
        self._happened.set_words(text("fault.happened"))
        key = f"fault.{self._whose}.kept" if self._can_go_on else "fault.again"
        self._kept.set_words(text(key))
        self._staff.set_words(text("fault.staff_near") if self._has_staff_near else "")
        self._help.set_words(help_words(self._words) if self._whose == "person" else "")
        is_asked = self._sure.isVisibleTo(self)
        self._loses.set_words(loses if is_asked else "")
        self._go_on.set_words(text("fault.go_on"))
        self._again.set_words(text("fault.start_again"))
        self._sure.set_words(text(f"fault.{self._whose}.sure"))
        said = (self._happened, self._kept, self._loses, self._staff, self._help)
        self.setAccessibleName(" ".join(one.plain for one in said if one.plain))

    @property
    def _first(self) -> QWidget:
        return self._go_on if self._can_go_on else self._sure

    def _ask_whether_sure(self) -> None:
        self._sure.show()
        self.retranslate()
        announce(self, self._loses.plain)
        self._sure.setFocus(Qt.FocusReason.OtherFocusReason)
        self._middle.reveal(self._sure)

    def showEvent(self, event: QShowEvent) -> None:
        """Be spoken when it is seen, also when what covered it has gone."""
        super().showEvent(event)
        if not event.spontaneous():
            announce(self, self.accessibleName())
