"""What somebody else made of a fact meanwhile, and which of the two shall stay."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

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
        self.said = Text("strong", f"fact_{field}_overtaken")
        self.mine = Button("quiet", f"fact_{field}_mine")
        self.theirs = Button("quiet", f"fact_{field}_theirs")
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.mine)
        row.addWidget(self.theirs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.said)
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
        self.said.set_words(f"{who} {text('editor.overtaken.now', said=now, mine=mine)}")
        for button, which in ((self.mine, "mine"), (self.theirs, "theirs")):
            words = text(f"editor.overtaken.{which}")
            button.set_words(words, f"{title}: {words}")
        self.show()
