"""The window as a fixture."""

from collections.abc import Iterator

import pytest
from support.window import english, open_window, restore_looks

from ui.app import Wiring
from ui.language import Language


@pytest.fixture(autouse=True)
def _usual_looks(request: pytest.FixtureRequest) -> None:
    """Begin every test of widgets with the same letters and colours."""
    if {"qapp", "qtbot"} & {*request.fixturenames}:
        restore_looks()


@pytest.fixture
def wiring(qapp: object) -> Iterator[Wiring]:
    """Give the whole window, shown, in English on the invented directory."""
    with open_window() as opened:
        yield opened


@pytest.fixture
def words() -> Language:
    """Give English."""
    return english()
