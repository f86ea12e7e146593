from pytestqt.qtbot import QtBot

from ui.widgets.measured import Measured
from ui.widgets.text import Text

_LONG = "Words that go on for a while. " * 8


def _measured(qtbot: QtBot) -> tuple[Measured, Text]:
    measured, text = Measured(), Text("body", "text")
    qtbot.addWidget(measured)
    measured.column.addWidget(text)
    text.set_words(_LONG)
    return measured, text


def test_measured_when_narrower_then_it_is_higher(qtbot: QtBot) -> None:
    measured, _ = _measured(qtbot)

    assert measured.hasHeightForWidth()
    assert measured.heightForWidth(200) > measured.heightForWidth(600)


def test_measured_when_its_words_change_then_it_is_measured_again(qtbot: QtBot) -> None:
    measured, text = _measured(qtbot)
    measured.resize(300, 300)
    measured.show()
    before = measured.heightForWidth(300)

    text.set_words("Short.")

    qtbot.waitUntil(lambda: measured.heightForWidth(300) < before)


def test_measured_when_resized_then_its_content_fills_it(qtbot: QtBot) -> None:
    measured, text = _measured(qtbot)
    measured.show()

    measured.resize(500, 400)

    qtbot.waitUntil(lambda: text.width() > 400)
    assert measured.minimumSizeHint().width() < 500
