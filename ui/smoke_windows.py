"""The half of the smoke test that needs Qt: paper looked at, and every window painted."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from matcher.bootstrap import Places
from matcher.errors import MatcherError, Message
from matcher.i18n import Catalogue
from matcher.services.directory.directory import Directory
from matcher.services.matching.match import Match, match
from ui.app import Wiring
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.demo import first_people, make_sheets, sample_answers, settle
from ui.kiosk_staff import staff_in_public
from ui.kiosk_window import KioskWiring
from ui.pdf_pages import page_picture, read_pages
from ui.settings import Settings

_SCREEN_DOTS = 96.0


def print_and_advise(folder: Path, directory: Directory) -> None:
    """Rank, print the first one's sheets and look at them; ask for all that is learned."""
    catalogue = Catalogue()
    found = match(directory, sample_answers())
    sheets = make_sheets(folder / "sheets.pdf", found, first_people(found, 1), catalogue)
    data = sheets.read_bytes()
    if not any(page.text.strip() for page in read_pages(data)):
        raise MatcherError(Message("smoke.nothing_painted", what=sheets.name))
    _check_painted(page_picture(data, 0, _SCREEN_DOTS), sheets.name)
    _advise(found, catalogue)


def _advise(found: Match, catalogue: Catalogue) -> None:
    """Ask for all that brings scikit-learn with it, which is loaded when it is asked for."""
    from matcher.services.matching.audit import audit_directory
    from matcher.services.matching.suggestions import similar_people, suggest_terms

    suggest_terms(catalogue.text("term.issues.worry"), "issues", catalogue)
    similar_people(found, first_people(found, 1)[0])
    if not audit_directory(found.directory).passed:
        raise MatcherError(Message("audit.failed"))


def paint_every_window(places: Places) -> None:
    """Open a person's window, a kiosk's and that of the staff, one after the other."""
    app = make_application()
    own = Wiring(app, Settings(), DirectorySource(open_sample))
    kiosk = KioskWiring(app, Settings(is_kiosk=True, own_words=False), DirectorySource(open_sample))
    staff = staff_in_public(own.words, own.appearance, places)
    for window in (own.window, kiosk.window, staff.window):
        _show(window)
    staff.window.close()
    for each in (kiosk, own):
        each.close()
    settle()


def _show(window: QWidget) -> None:
    window.show()
    settle()
    _check_painted(window.grab().toImage(), type(window).__name__)


def _check_painted(image: QImage, what: str) -> None:
    columns, rows = range(0, image.width(), 7), range(0, image.height(), 7)
    if len({image.pixel(x, y) for x in columns for y in rows}) < 2:
        raise MatcherError(Message("smoke.nothing_painted", what=what))
