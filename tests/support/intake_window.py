"""The pages of an import in a bare window: what they ask for is done, and nothing else is there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget
from support.window import focused, press, settle

from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.intake.mapping_book import MappingBook
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.history import HistoryService
from ui.application import make_application
from ui.controllers.import_controller import ImportController
from ui.controllers.mapping_controller import MappingController
from ui.controllers.staff_session import StaffSession
from ui.language import Language
from ui.pages.page import Page
from ui.staff.done_page import DonePage
from ui.staff.import_page import ImportPage
from ui.staff.import_review_page import ImportReviewPage
from ui.staff.map_page import MapPage
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName
from ui.widgets.focus_ring import FocusRing
from ui.widgets.reading_order import next_stop

MOST_TABS = 300


class IntakeWindow(QStackedWidget):
    """Holds the pages and goes where they lead."""

    def __init__(self, folder: Path, words: Language, who: str = "rosa") -> None:
        super().__init__()
        self.words = words
        self.directory = DirectoryService(str(folder / "directory.sqlite"))
        self.book = MappingBook(folder / "mappings")
        self.session = StaffSession(self)
        if who:
            self.session.sign_in(LoggedIn(who))
        self.sign_ins: list[str] = []
        self.left_for: list[str] = []
        self.session.sign_in_requested.connect(lambda: self.sign_ins.append(self.name))
        history = HistoryService(self.directory)
        self.importing = ImportController(self.directory, history, self.session, self)
        self.mapping = MappingController(self.book, self)
        pages: dict[str, Page] = {
            "import": ImportPage(words, self.importing),
            "import_map": MapPage(words, self.importing, self.mapping),
            "import_review": ImportReviewPage(words, self.importing, self.mapping),
            "import_done": DonePage(words, self.importing),
        }
        self.pages = pages
        self.way: list[str] = []
        for page in pages.values():
            self.addWidget(page)
            page.page_requested.connect(self.go)
            page.back_requested.connect(self.back)
        words.changed.connect(lambda: [page.retranslate() for page in pages.values()])
        FocusRing(self)

    @property
    def page(self) -> Page:
        """The page seen."""
        page = self.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def name(self) -> str:
        """Its id."""
        return next(name for name, page in self.pages.items() if page is self.page)

    def go(self, name: str) -> None:
        """Show a page, or note that one elsewhere was wished for."""
        if name not in self.pages:
            self.left_for.append(name)
            return
        self.way.append(name)
        self._show(name)

    def back(self) -> None:
        """Show the page before."""
        if len(self.way) > 1:
            self.way.pop()
            self._show(self.way[-1])

    def _show(self, name: str) -> None:
        page = self.pages[name]
        page.enter()
        self.setCurrentWidget(page)
        page.begin()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Let Tab follow the order of reading, as the window of the program does."""
        stop = next_stop(self.page, QApplication.focusWidget(), 1 if forward else -1)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
        return stop is not None


@contextmanager
def open_intake(folder: Path, language: str = "en", who: str = "rosa") -> Iterator[IntakeWindow]:
    """Open the first page, ready for keys; close it at the end."""
    app = make_application()
    if not app.styleSheet():
        Appearance(app, PaletteName.LIGHT)
    window = IntakeWindow(folder, Language(language), who)
    try:
        window.resize(1280, 800)
        window.go("import")
        window.show()
        window.activateWindow()
        settle()
        yield window
    finally:
        QThreadPool.globalInstance().waitForDone()
        settle()
        window.directory.close()
        window.close()
        window.deleteLater()


def type_in(text: str) -> None:
    """Type where the focus is."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    QTest.keyClicks(target, text)
    QApplication.processEvents()


def tab_to(name: str | Callable[[str], bool]) -> None:
    """Press Tab until something of this name has the focus."""
    for _ in range(MOST_TABS):
        if focused() == name or (callable(name) and name(focused())):
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"no way by Tab to {name}; the focus is on {focused()}")


def wait_for(is_so: Callable[[], bool], most: int = 60) -> None:
    """Let work go on until something is so."""
    for _ in range(most):
        settle()
        if is_so():
            return
    raise AssertionError("it did not happen")


def choose_by_keys(window: IntakeWindow, path: Path) -> None:
    """Type a path and let the file be looked at."""
    window.page.first_focus().setFocus()
    type_in(str(path))
    press(Qt.Key.Key_Return)
    wait_for(lambda: not window.importing.is_looking)
