"""Every page can be found, named and told apart by a person, a tool and a screen reader.

What the window promises about its pages is held by `tests/integration/test_promises_of_the_window`;
here is what has to be true so that those promises, and these tests, can find anything.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from support.page_checks import controls, mute, names
from support.walking import open_filled, walk

from ui.app import Wiring
from ui.settings import Settings

_FEWEST_CONTROLS = 4
_LAYERS = frozenset({"hidden", "hidden_code", "fault", "fault_asked", "fault_again"})
"""States that cover every page."""


@pytest.fixture(scope="module", params=["en", pytest.param("es", marks=pytest.mark.long)])
def wiring(request: pytest.FixtureRequest, qapp: object) -> Iterator[Wiring]:
    with open_filled(Settings(language=request.param)) as opened:
        yield opened


def test_pages_when_entered_then_each_can_be_worked_with_and_told_apart(wiring: Wiring) -> None:
    """One walk for all: title, one way on that stands out, names for tools and screen readers."""
    faults = []
    for page in walk(wiring):
        found = [*controls(wiring.window)]
        primary = [
            button
            for button in found
            if isinstance(button, QPushButton) and button.property("kind") == "primary"
        ]
        if len(found) < _FEWEST_CONTROLS and page not in _LAYERS:
            faults.append(f"{page}: only {names(found)}")
        if len(primary) > 1:
            faults.append(f"{page}: {names(primary)} all stand out")
        if not wiring.window.page.title:
            faults.append(f"{page}: no title")
        faults += [f"{page}: no object name: {type(one)}" for one in found if not one.objectName()]
        faults += [f"{page}: no name or role: {one}" for one in mute(wiring.window)]

    assert faults == []
