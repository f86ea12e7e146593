"""How far one profile fits, in one frame: the strip, the counts, and what to ask."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import Group
from ui.widgets.fit_strip import FitStrip
from ui.widgets.reason_list import ReasonList
from ui.widgets.result_words import ResultWords, block_of
from ui.widgets.text import Text


class ProfileFit(QFrame):
    """Stands at the top of the page about one profile."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fit")
        self.setProperty("kind", "note")
        self._full = Text("strong", "full")
        self._strip = FitStrip("strip")
        self._count = Text("strong", "count")
        self._unmet = ReasonList("unmet")
        self._ask = Text("body", "ask")
        self._could = Text("body", "could")
        self._level = Text("small", "level")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for widget in (
            self._full, self._strip, self._count, self._unmet, self._ask, self._could, self._level
        ):  # fmt: skip
            column.addWidget(widget)

    def show_profile(self, result: ProfileResult, profile: Profile, said: ResultWords) -> None:
        """Say how far a profile fits; without anything to say there is no frame either."""
        is_full = result.group is Group.NOT_ACCEPTING
        self._full.set_words(said.language.text("profile.not_accepting") if is_full else "")
        blocks = [block_of(part) for part in result.contributions]
        self._strip.set_blocks(blocks, said.strip(result))
        self._count.set_words(said.count(result))
        self._unmet.set_lines(said.unmet(result, profile), said.language)
        self._ask.set_words(said.ask_first(result, profile))
        self._could.set_words(said.could_fit(result))
        self._level.set_words(said.level(result) if result.asked else "")
        texts = (self._full, self._count, self._ask, self._could, self._level)
        said_at_all = [text.plain for text in texts if text.plain]
        self.setVisible(bool(said_at_all or blocks or self._unmet.words))
