"""One statement beside last time: in words, and as a small plain picture."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.checklist.statements import Step
from matcher.followup.check_in import Change
from matcher.services.followup.check_in_sheet import ends_of, ends_text
from ui.language import Language
from ui.widgets.text import Text
from ui.widgets.then_and_now import ThenAndNow


class ChangeRow(QWidget):
    """What a statement was, what it is now, and whether that is another; no verdict.

    Parameters
    ----------
    change
        What it shows.
    words
        The language that holds.
    """

    def __init__(self, change: Change, words: Language) -> None:
        super().__init__()
        self.setObjectName(f"change_{change.statement}")
        about, said = Text("strong"), Text("body", f"{change.statement}_change")
        self.picture = ThenAndNow(f"{change.statement}_picture")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(6)
        column.addWidget(about)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(said)
        statement = words.text(f"sheet.home.after.{change.statement}")
        about.set_words(statement)
        said.set_words(change_text(change, words))
        self.picture.set_steps(change.before, change.now, f"{statement} {said.plain}")
        self.picture.set_ends(*ends_of(words.catalogue), ends_text(words.catalogue))


def change_text(change: Change, words: Language) -> str:
    """Say where a statement stood, where it stands, and what is another."""
    text = words.text
    return " ".join(
        (
            f"{text(f'followup.change.{change.kind}')}.",
            text("followup.paper.check_in.then", step=_step(change.before, words)),
            text("followup.paper.check_in.now", step=_step(change.now, words)),
        )
    )


def _step(step: Step | None, words: Language) -> str:
    not_answered = "followup.paper.check_in.not_answered"
    return words.text(not_answered if step is None else f"sheet.home.step.{step}")
