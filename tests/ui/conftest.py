"""The window as a fixture."""

from collections.abc import Iterator

import pytest
from support.window import english, open_window

from ui.app import Wiring, make_application
from ui.language import Language
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName


@pytest.fixture(autouse=True)
def _usual_looks(request: pytest.FixtureRequest) -> None:
    """Begin every test of widgets with the same letters and colours."""
    if {"qapp", "qtbot"} & {*request.fixturenames}:
        Appearance(make_application(), PaletteName.LIGHT)


@pytest.fixture
def wiring(qapp: object) -> Iterator[Wiring]:
    """Give the whole window, shown, in English on the invented directory."""
    with open_window() as opened:
        yield opened


@pytest.fixture
def words() -> Language:
    """Give English."""
    return english()
