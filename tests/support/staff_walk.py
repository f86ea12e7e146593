"""Every page of the staff window in the states in which staff meet it, one after the other."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from support.builders import make_statement
from support.kept_directories import kept_directory
from support.kiosk_events import tell_of_kiosks
from support.staff import NAME, PASSPHRASE, PIN, open_staff, quick_services, type_in
from support.window import press, settle

from matcher.directory.kiosk_event import KioskWord
from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.i18n import Catalogue
from matcher.services.documents.shelf import Reader, shelf_entries
from matcher.services.staff.signed_in import LoggedIn
from ui.pages.documents_page import DocumentsPage
from ui.staff.import_page import ImportPage
from ui.staff.kiosks_page import KiosksPage
from ui.staff.people_page import PeoplePage
from ui.staff.person_page import SECTIONS, PersonPage
from ui.staff.seen_page import SeenPage
from ui.staff.setting_row import NumberRow
from ui.staff.settings_page import SettingsPage
from ui.staff.trail_page import TrailPage
from ui.staff_app import StaffWiring
from ui.theme.tokens import PaletteName

_LONG_AGO, _LATELY = date(2026, 1, 5), date(2026, 10, 20)
_LONG_NAME = "Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaftschaferswessen"

_OWN_LIST = """Name,Degree,Zip,Phone,Specialties,Insurance,Hours,Accepting new clients
Maria Ok,LCSW,97758,555-0101,"Grief, loss, and bereavement; anxeity",N/A,Mon 5-8pm,yes
Bo Lind,PhD,2139,555-0102,Panic attacks|Trauma,Aetna,evenings,waiting list
"""

_TOLD = {
    "Front hall": [(0.01, KioskWord.CURRENT), (1.2, KioskWord.STAFF)],
    "Reading room": [(3, KioskWord.STARTED), (16, KioskWord.COPIED)],
    _LONG_NAME[:60]: [(2, KioskWord.COPIED), (1.9, KioskWord.ENDED_BY_STAFF)],
}

_KIOSK_PAGE = [entry.id for entry in shelf_entries(Reader.STAFF, Catalogue())].index(
    "document:kiosk"
)
"""Where the page on kiosks stands on the shelf of the staff."""

_MOST_WAITED = 500

_OPENED = ("reach", "training", "time")
"""Parts of the editor that between them hold every kind of field."""


@contextmanager
def open_filled_staff(
    folder: Path, language: str, text_size: int, palette: PaletteName, size: QSize
) -> Iterator[StaffWiring]:
    """Open the staff window in some looks, in front of a small directory."""
    kept_directory(folder, _statements()).close()
    services = quick_services(folder)
    services.staff.set_up(PIN, NAME, PASSPHRASE)
    with open_staff(services, looks=(palette, text_size)) as wiring:
        wiring.parts.words.set_code(language)
        wiring.window.resize(size)
        settle()
        yield wiring


def walk_staff(wiring: StaffWiring, folder: Path) -> Iterator[str]:
    """Show one page after the other and give its name."""
    for stops in (_door, _people, _person, _sections, _kiosks, _import):
        for name in stops(wiring, folder):
            settle()
            yield name


def _statements() -> list[Statement]:
    long_ago: dict[str, Any] = {"confirmed_on": _LONG_AGO}
    same = {"name": "Bo Lund", "register": "State", "register_number": "R-7", **long_ago}
    return [
        make_statement(
            "p-1",
            confirmed_on=_LATELY,
            source=Source.THERAPIST,
            name="Ana Vidal",
            city="Aue",
            postcode="97201",
            register_area="US-OR",
            issues="worry:focus;sleep",
            contact_by="phone;email",
            style_steer="-1..1",
            times="mon-evening;tue 16:00-18:00",
        ),
        make_statement("p-1", source=Source.REGISTER, name="Anna Vidal", city="Ems", **long_ago),
        make_statement("p-2", **same, accepting="yes"),
        make_statement("p-3", **same, city="Aue", fee_max="90"),
        make_statement("p-4", name=_LONG_NAME, accepting="no", **long_ago),
    ]


def _door(wiring: StaffWiring, _folder: Path) -> Iterator[str]:
    yield "sign_in"
    wiring.window.open("staff_recovery")
    yield "recovery"
    wiring.window.go_back()
    wiring.window.open("staff_setup")
    yield "setup"
    wiring.window.go_back()
    settle()
    wiring.window.page.begin()
    type_in(PIN)
    press(Qt.Key.Key_Return)


def _people(wiring: StaffWiring, _folder: Path) -> Iterator[str]:
    yield "people"
    type_in("zzz")
    yield "people_nobody"
    press(Qt.Key.Key_Escape)
    wiring.window.open("sign_in_account")
    yield "sign_in_account"
    wiring.parts.session.sign_in(LoggedIn(NAME))
    wiring.window.take_signed_in()


def _person(wiring: StaffWiring, _folder: Path) -> Iterator[str]:
    people = wiring.window.page
    assert isinstance(people, PeoplePage)
    for profile_id in ("p-4", "p-1"):
        people.person_requested.emit(profile_id)
        yield f"person_{profile_id}"
        page = wiring.window.page
        assert isinstance(page, PersonPage)
        if profile_id == "p-1":
            for name in _OPENED:
                section = page.sections[[*SECTIONS].index(name)]
                section.set_open(is_open=True)
                _wait(lambda section=section: section.is_complete)
                page.show_from(section)
                yield f"person_{name}"
                section.set_open(is_open=False)
        over_it = ((page.seen, "seen"), (page.history, "history")) if profile_id == "p-1" else ()
        for button, over in over_it:
            button.click()
            opened = wiring.window.page
            assert isinstance(opened, SeenPage | TrailPage)
            _wait(partial(_is_complete, opened))
            yield over
            wiring.window.go_back()
            settle()
        wiring.window.go_back()
        settle()


def _documents(wiring: StaffWiring) -> Iterator[str]:
    """Show the shelf, and the page on kiosks, which has lists, tables and lines to type."""
    _press(wiring, "section_documents")
    page = wiring.window.page
    assert isinstance(page, DocumentsPage)
    for name, number in (("documents", None), ("documents_kiosk", _KIOSK_PAGE)):
        if number is not None:
            page.open(number)
        for _ in range(_MOST_WAITED):
            settle()
            if page.is_complete:
                break
        yield name


def _sections(wiring: StaffWiring, _folder: Path) -> Iterator[str]:
    wiring.parts.settings._find_printers = lambda: ("Front desk", "Office")
    for section in ("confirm", "twice", "acts", "files", "settings"):
        _press(wiring, f"section_{section}")
        yield section
    yield from _settings(wiring)
    yield from _documents(wiring)
    _press(wiring, "section_accounts")
    yield "accounts"
    _press(wiring, "add_account")
    yield "accounts_adding"
    wiring.fault_cover.show()
    yield "fault"
    wiring.window.stage.clear()
    _press(wiring, "cancel")
    wiring.window.open("looks")
    yield "looks"
    wiring.window.go_back()


def _settings(wiring: StaffWiring) -> Iterator[str]:
    page = wiring.window.page
    assert isinstance(page, SettingsPage)
    row = page.rows["warn_after_seconds"]
    assert isinstance(row, NumberRow)
    row.number.field.setText("12")
    page.go_on()
    yield "settings_wrong"
    _press(wiring, "leave_settings")
    page.show_from(page.rows["printer"])
    yield "settings_printer"
    path = wiring.parts.services.places.file.path
    for name, text in (
        ("settings_meanwhile", "[kiosk]\nregion = 'at'\n"),
        ("settings_broken", "["),
    ):
        row.number.more.click()
        path.write_text(text)
        page.go_on() if name == "settings_meanwhile" else page.enter()
        _wait(page.again.isVisible)
        yield name
        path.write_text("")
        _press(wiring, "read_again")
        _wait(page.again.isHidden)
        _press(wiring, "leave_settings")


def _kiosks(wiring: StaffWiring, _folder: Path) -> Iterator[str]:
    tell_of_kiosks(wiring.parts.services.directory, _TOLD)
    wiring.parts.kiosks.request()
    _wait(lambda: bool(wiring.parts.kiosks.kiosks))
    _press(wiring, "section_kiosks")
    page = wiring.window.page
    assert isinstance(page, KiosksPage)
    _wait(lambda: bool(page.entries))
    yield "kiosks"


def _import(wiring: StaffWiring, folder: Path) -> Iterator[str]:
    _press(wiring, "section_import")
    yield "import"
    own = folder / "own list.csv"
    own.write_text(_OWN_LIST, encoding="utf-8")
    page = wiring.window.page
    assert isinstance(page, ImportPage)
    page.path.field.setText(str(own))
    page.go_on()
    _wait(page.about.isVisible)
    yield "import_found"
    for name in ("import_map", "import_review", "import_done"):
        wiring.window.page.next_button.click()
        _wait(lambda name=name: wiring.window.page_id == name)
        yield name


def _is_complete(page: SeenPage | TrailPage) -> bool:
    return page.is_complete


def _press(wiring: StaffWiring, name: str) -> None:
    """Press a button as a mouse does, which gives it the focus."""
    button = wiring.window.findChild(QAbstractButton, name)
    assert button is not None, name
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    button.click()
    settle()


def _wait(until: Callable[[], bool]) -> None:
    settle()
    for _ in range(200):
        if until():
            return
        QTest.qWait(10)
        settle()
    raise AssertionError("what was waited for did not come")
