import pytest
from pytestqt.qtbot import QtBot

from ui.application import make_application
from ui.widgets.steady_button import SteadyButton


@pytest.fixture
def button(qtbot: QtBot) -> SteadyButton:
    make_application()
    button = SteadyButton("header", "read")
    qtbot.addWidget(button)
    return button


def test_button_when_it_says_less_then_it_is_as_wide_as_before(button: SteadyButton) -> None:
    button.set_turns("Read this & that", "Stop")

    button.set_words("Read this & that")
    before = button.sizeHint()
    button.set_words("Stop")

    assert button.sizeHint() == button.minimumSizeHint() == before


def test_button_when_it_has_no_turns_then_it_is_as_wide_as_its_words(button: SteadyButton) -> None:
    button.set_words("Read this page")
    before = button.sizeHint()
    button.set_words("Stop")

    assert button.sizeHint().width() < before.width()
