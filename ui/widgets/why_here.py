"""Why a profile stands where it stands: in words first, with the figures one fold away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from ui.widgets.button import Button
from ui.widgets.fold import Fold
from ui.widgets.numbers import Numbers
from ui.widgets.reason_list import ReasonList
from ui.widgets.result_words import ReasonLine, ResultWords
from ui.widgets.text import Text

_PARTS = ("needs", "fits", "different", "unknown")


class WhyHere(QWidget):
    """Needs, what adds most, what differs, what is not known, and the rule for level profiles.

    Parameters
    ----------
    result, profile
        Who is explained.

    Signals
    -------
    how_requested
        How the order comes about is wanted.
    """

    how_requested = Signal()

    def __init__(self, result: ProfileResult, profile: Profile) -> None:
        super().__init__()
        name = f"why_{result.profile_id}"
        self.setObjectName(name)
        self._result = result
        self._profile = profile
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        self._heads = {part: Text("strong", f"{name}_{part}") for part in _PARTS}
        self._lists = {part: ReasonList(f"{name}_{part}_list") for part in _PARTS}
        for part in _PARTS:
            column.addWidget(self._heads[part])
            column.addWidget(self._lists[part])
            column.addSpacing(8)
        self._rule = Text("quiet", f"{name}_rule")
        column.addWidget(self._rule)
        self._numbers = Numbers(f"numbers_{result.profile_id}", result)
        self._fold = Fold(f"show_numbers_{result.profile_id}", self._numbers)
        self.how = Button("link", f"how_{result.profile_id}")
        self.how.clicked.connect(self.how_requested)
        if result.contributions:
            column.addWidget(self._fold)
        column.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def numbers(self) -> Fold:
        """The fold over the figures."""
        return self._fold

    def say(self, words: ResultWords) -> None:
        """Say the explanation in the language that holds."""
        text = words.language.text
        for part, lines in self._lines(words).items():
            self._heads[part].set_words(text(f"results.why.{part}") if lines else "")
            self._lists[part].set_lines(lines, words.language)
        level = words.level(self._result)
        key = "results.why.rule" if self._result.contributions else "results.why.rule_level"
        self._rule.set_words(" ".join(filter(None, (level, text(key)))))
        self._fold.line.set_words(
            text("results.numbers.open"),
            text("results.numbers.open_for", name=self._result.name),
        )
        self._numbers.say(words.language)
        self.how.set_words(text("model.title"))

    def _lines(self, words: ResultWords) -> dict[str, tuple[ReasonLine, ...]]:
        result, profile = self._result, self._profile
        return {
            "needs": words.needs(result, profile),
            "fits": words.lines(result.strongest, profile),
            "different": words.lines(result.differences, profile),
            "unknown": words.lines(result.unknowns, profile),
        }
