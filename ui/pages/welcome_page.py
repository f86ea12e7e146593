"""The first page: what this is, what it promises, three ways in, and one for staff."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from matcher.i18n import languages
from ui.controllers.directory_controller import DirectoryController
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text

_PROMISES = ("no_name", "no_eyes", "no_money", "no_booking")


class WelcomePage(SheetPage):
    """Languages by their own names, the promises, and *Start*.

    Parameters
    ----------
    directory
        Tells, once it is opened, whether its people are invented.

    Signals
    -------
    started
        With whether somebody helps another person.
    staff_requested
        Somebody of the staff wishes to work with the directory.
    """

    started = Signal(bool)
    staff_requested = Signal()
    offers_back = False

    def __init__(self, words: Language, directory: DirectoryController) -> None:
        super().__init__(words, "welcome")
        self._directory = directory
        self.compose()

    def first_focus(self) -> QWidget:
        """Begin at *Start*."""
        return self.next_button

    def go_on(self) -> None:
        """Start for oneself."""
        self.started.emit(False)
        self.next_requested.emit()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("screen.welcome.heading"), text("screen.welcome.lead"))
        self._languages.set_words(lambda code: text(f"screen.language.{code}"))
        self._languages.set_chosen((self.words.code,))
        for name, promise in self._promises.items():
            promise.set_words(text(f"screen.welcome.{name}"))
        self._order.set_words(text("screen.welcome.order"))
        self._say_sample()
        self.next_button.set_words(text("screen.welcome.start"))
        self._helping.set_words(text("screen.welcome.helping"))
        self._paper.set_words(text("screen.welcome.paper"))
        self._staff.set_words(text("screen.welcome.staff"))

    def _build(self) -> None:
        self._languages = OptionGroup("welcome_language", languages(), columns=4)
        self._promises = {name: Text("body", f"promise_{name}") for name in _PROMISES}
        self._order = Text("quiet", "order")
        self._sample = Text("strong", "sample")
        self._helping = Button("quiet", "helping")
        self._paper = Button("quiet", "paper")
        self._staff = Button("link", "staff")
        self.column.insertWidget(0, self._languages)
        self.column.insertSpacing(1, 16)
        self.column.addSpacing(8)
        for promise in self._promises.values():
            self.column.addWidget(_rule())
            self.column.addWidget(promise)
        self.column.addWidget(_rule())
        self.column.addWidget(self._order)
        self.column.addWidget(self._sample)
        self.column.addWidget(self._staff, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_bar(self) -> None:
        others = QWidget()
        flow = FlowLayout(others, down=8)
        for button in (self._helping, self._paper):
            flow.addWidget(button)
        self.bar.addWidget(others, 1)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        self._languages.chosen_changed.connect(self._choose_language)
        self._helping.clicked.connect(self._start_helping)
        self._paper.clicked.connect(self._open_paper)
        self._staff.clicked.connect(self.staff_requested)
        self._directory.opened.connect(self._say_sample)

    def _choose_language(self, chosen: tuple[str, ...]) -> None:
        self.words.set_code(chosen[0])

    def _say_sample(self) -> None:
        is_sample = self._directory.is_sample
        self._sample.set_words(self.words.text("screen.welcome.sample") if is_sample else "")

    def _start_helping(self) -> None:
        self.started.emit(True)
        self.next_requested.emit()

    def _open_paper(self) -> None:
        self.page_requested.emit("paper")


def _rule() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "rule")
    return line
