"""One item in a list of answers: what it is called, what was said, and a way to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.text import Text


class AnswerRow(QWidget):
    """Two lines where something was said, one where it is open, and a hairline below.

    Parameters
    ----------
    name
        Of the item: object names are ``answer_<name>``, ``name_<name>``, ``said_<name>``,
        ``counts_<name>`` and ``change_<name>``.

    Signals
    -------
    change_requested
        The person wants to answer, or to change the answer.
    """

    change_requested = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"answer_{name}")
        self.name, self.said = Text("small", f"name_{name}"), Text("body", f"said_{name}")
        self.counts = Text("small", f"counts_{name}")
        self.button = Button("plain", f"change_{name}")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for text in (self.name, self.said):
            words.addWidget(text)
        words.addStretch(1)
        self.counts.setWordWrap(False)
        self.counts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        across = QHBoxLayout()
        across.setContentsMargins(0, 8, 0, 8)
        across.setSpacing(16)
        across.addLayout(words, 1)
        for widget in (self.counts, self.button):
            across.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across)
        column.addWidget(rule)
        self.button.clicked.connect(self.change_requested)

    def set_words(self, name: str, said: str, counts: str, button: str, accessible: str) -> None:
        """Show an item.

        Parameters
        ----------
        said
            What was answered; ``""`` is nothing yet.
        counts
            How much it counts; ``""`` is not said.
        accessible
            What a screen reader says in place of the words of the button.
        """
        self.name.set_words(name if said else "")
        self.said.set_words(said or name)
        self.counts.set_words(counts)
        self.button.set_words(button, accessible)
