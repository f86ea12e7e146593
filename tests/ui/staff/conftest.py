"""The staff window as a fixture."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.staff import NAME, PASSPHRASE, PIN, Clock, open_staff, quick_services

from matcher.bootstrap import Services
from ui.language import Language
from ui.pages.page import Page
from ui.staff_app import PublicStaffWiring, StaffWiring
from ui.widgets.text import Text


class OnePage(Page):
    """A page of somebody else: says its own id."""

    def __init__(self, words: Language, name: str) -> None:
        super().__init__(words, name)
        self.entered = 0
        self.compose()
        self.setAccessibleName(name)

    def enter(self) -> None:
        self.entered += 1

    def _build(self) -> None:
        self.body.addWidget(Text("body", "said"))


@pytest.fixture
def clock() -> Clock:
    """Give a clock for the watch on who left."""
    return Clock()


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """Give the services of a directory that is not made yet."""
    return quick_services(tmp_path / "data")


@pytest.fixture
def set_up(services: Services) -> Services:
    """Give services with a PIN and one account."""
    services.staff.set_up(PIN, NAME, PASSPHRASE)
    return services


@pytest.fixture
def new_staff(services: Services, clock: Clock, qapp: object) -> Iterator[StaffWiring]:
    """Give the window on its first use."""
    with open_staff(services, clock=clock) as wiring:
        yield wiring


@pytest.fixture
def staff(set_up: Services, clock: Clock, qapp: object) -> Iterator[StaffWiring]:
    """Give the window with its door shut, and two sections besides the accounts."""
    more = {
        name: lambda parts, name=name: OnePage(parts.words, name)
        for name in ("people", "person", "confirm")
    }
    with open_staff(set_up, more, clock) as wiring:
        yield wiring


@pytest.fixture
def public_staff(set_up: Services, clock: Clock, qapp: object) -> Iterator[StaffWiring]:
    """Give the window as anybody can walk up to it, with its door shut."""
    with open_staff(set_up, clock=clock, kind=PublicStaffWiring) as wiring:
        yield wiring
