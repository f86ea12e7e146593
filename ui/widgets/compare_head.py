"""Who stands at the top of a column of a comparison."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from ui.widgets.button import Button
from ui.widgets.fit_strip import FitStrip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.result_words import ResultWords, block_of
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text


class CompareHead(QWidget):
    """Name, register, strip, and what can be done.

    Parameters
    ----------
    result, profile
        Who it is.

    Signals
    -------
    open_requested
        With the profile's id: everything about them.
    choose_requested
        With the profile's id, and whether it is wanted on the sheets.
    """

    open_requested = Signal(str)
    choose_requested = Signal(str, bool)

    def __init__(self, result: ProfileResult, profile: Profile, said: ResultWords) -> None:
        super().__init__()
        id_ = result.profile_id
        self.setObjectName(f"head_{id_}")
        self._name = result.name
        self._id = id_
        self._language = said.language
        self.see = Button("quiet", f"see_{id_}")
        self.take_off = Button("plain", f"take_off_{id_}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        register = " · ".join(filter(None, (profile.text("pronouns"), said.register(profile))))
        for role, words in (("name", shown_name(result.name)), ("small", register)):
            text = Text(role)
            column.addWidget(text)
            text.set_words(words)
        strip = FitStrip(f"strip_{id_}")
        column.addWidget(strip)
        strip.set_blocks([block_of(part) for part in result.contributions], said.strip(result))
        count = Text("small")
        column.addWidget(count)
        count.set_words(said.count(result))
        buttons = QWidget()
        flow = FlowLayout(buttons, down=8)
        for button in (self.see, self.take_off):
            flow.addWidget(button)
        column.addWidget(buttons)
        self.setAccessibleName(said.summary(result))
        say = self._language.text
        self.see.set_words(say("results.see"), say("results.see_for", name=self._name))
        self.see.clicked.connect(self._ask_to_open)
        self.take_off.clicked.connect(self._ask_to_choose)
        self.set_chosen(is_chosen=True)

    @property
    def profile_id(self) -> str:
        """Who it is."""
        return self._id

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Show whether the person is among the chosen."""
        self._is_chosen = is_chosen
        key = "compare.take_off" if is_chosen else "compare.choose"
        text = self._language.text
        self.take_off.set_words(text(key), text(f"{key}_for", name=self._name))

    def _ask_to_open(self) -> None:
        self.open_requested.emit(self._id)

    def _ask_to_choose(self) -> None:
        self.choose_requested.emit(self._id, not self._is_chosen)
