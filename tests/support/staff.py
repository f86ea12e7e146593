"""Staff in tests: hashes that take no time, a clock that can be set, and the window for them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid
from support.window import settle

from matcher.bootstrap import Places, Services, build_services
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.settings.program_settings import ProgramSettings
from matcher.services.staff.accounts import StaffService
from matcher.services.staff.secret_hash import SecretHash
from ui.application import make_application
from ui.language import Language
from ui.pages.page import Page
from ui.staff.staff_parts import StaffParts
from ui.staff_app import StaffWiring
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName

PIN, NAME, PASSPHRASE = "482913", "Ana Vidal", "violet tram under rain"


class Clock:
    """Tells the seconds it is set to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def quick_hash() -> SecretHash:
    """Return what makes hashes at once, which nobody should keep."""
    return SecretHash(1, 8, 1)


def make_staff(folder: Path, clock: Callable[[], float] | None = None) -> StaffService:
    """Return the service of a directory in a folder."""
    directory = DirectoryService(str(folder / "directory.sqlite"))
    return StaffService(directory, quick_hash(), clock or Clock())


def quick_services(folder: Path) -> Services:
    """Return all services, with hashes that take no time."""
    services = build_services(Places(folder, otherwise=ProgramSettings.of({})))
    staff = StaffService(services.directory, quick_hash(), Clock())
    return replace(services, find_staff=lambda: staff)


@contextmanager
def open_staff(
    services: Services,
    more: Mapping[str, Callable[[StaffParts], Page]] | None = None,
    clock: Callable[[], float] | None = None,
    looks: tuple[PaletteName, int] = (PaletteName.LIGHT, 100),
    kind: type[StaffWiring] = StaffWiring,
) -> Iterator[StaffWiring]:
    """Open the staff window in some looks, ready for keys; close it at the end."""
    appearance = Appearance(make_application(), *looks)
    wiring = kind(Language("en"), appearance, services, more, clock or Clock())
    window = wiring.window
    try:
        window.show()
        window.activateWindow()
        settle()
        yield wiring
        settle()
    finally:
        if isValid(window):
            window.close()
        settle()


def type_in(text: str) -> None:
    """Type where the focus is."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    QTest.keyClicks(target, text)
