"""What somebody else made of a fact meanwhile, and which of the two shall stay."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from matcher.directory.trail import Act
from matcher.services.upkeep.trail_words import moment_words
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Text


class OvertakenPart(QWidget):
    """Who changed a fact, when, what it says now, and two buttons; hidden while nobody did.

    Parameters
    ----------
    field
        What it is about.
    words
        The language that holds.

    Signals
    -------
    mine_chosen, theirs_chosen
        What was decided.
    """

    mine_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(self, field: str, words: Language) -> None:
        super().__init__()
        self._words = words
        self.said = Text("body", f"fact_{field}_overtaken")
        self.now, self.yours = Text("strong"), Text("strong")
        self._labels = {"now": Text("body"), "yours": Text("body")}
        values = QGridLayout()
        values.setContentsMargins(0, 0, 0, 0)
        values.setHorizontalSpacing(12)
        values.setVerticalSpacing(4)
        values.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(
            zip(self._labels.values(), (self.now, self.yours), strict=True)
        ):
            label.setWordWrap(False)
            values.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            values.addWidget(value, row, 1)
        self.mine = Button("quiet", f"fact_{field}_mine")
        self.theirs = Button("quiet", f"fact_{field}_theirs")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.mine)
        flow.addWidget(self.theirs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addLayout(values)
        column.addWidget(buttons)
        self.mine.clicked.connect(self.mine_chosen)
        self.theirs.clicked.connect(self.theirs_chosen)
        self.hide()

    def tell(self, title: str, act: Act | None, now: str, mine: str) -> None:
        """Ask which one stays.

        Parameters
        ----------
        title
            What the fact is called.
        act
            What changed it, where that is known.
        now
            What it says by now.
        mine
            What is written here.
        """
        text = self._words.text
        if act is None:
            who = text("editor.overtaken.somebody")
        else:
            name = act.deed.who or text("acts.nobody")
            moment = moment_words(act, self._words.catalogue)
            who = text("editor.overtaken.by", who=name, moment=moment)
        self.said.set_words(who)
        for which, label in self._labels.items():
            label.set_words(text(f"editor.overtaken.{which}"))
        self.now.set_words(now)
        self.yours.set_words(mine)
        for button, which in ((self.mine, "mine"), (self.theirs, "theirs")):
            words = text(f"editor.overtaken.{which}")
            button.set_words(words, f"{title}: {words}")
        self.show()
