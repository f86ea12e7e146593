"""One thing that was met otherwise than the profile says, and the slip for the clinic."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.text import Text


class DifferenceRow(QWidget):
    """A sentence, and a button where the clinic may want to know.

    Parameters
    ----------
    subject
        Id of the thing.
    is_correction
        Whether a slip can be printed.

    Attributes
    ----------
    kind
        Both of them.

    Signals
    -------
    slip_requested
        The slip is wanted.
    """

    slip_requested = Signal()

    def __init__(self, subject: str, *, is_correction: bool) -> None:
        super().__init__()
        self.setObjectName(f"difference_{subject}")
        self.kind = subject, is_correction
        self.said = Text("body", f"{subject}_difference")
        self.slip = Button("quiet", f"{subject}_slip")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.slip, 0, Qt.AlignmentFlag.AlignLeft)
        self.slip.setVisible(is_correction)
        self.slip.clicked.connect(self.slip_requested)

    def set_words(self, said: str, slip: str, slip_for: str) -> None:
        """Say how stated and met differ, and what the button is for."""
        self.said.set_words(said)
        self.slip.set_words(slip, slip_for)
