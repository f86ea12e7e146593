from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from support.window import open_window, settle

from matcher.errors import MatcherError, Message
from ui import kiosk_app
from ui.kiosk_app import Sitting
from ui.kiosk_window import KioskWiring
from ui.settings import Settings
from ui.supervisor.words import Word


class _Line(QObject):
    """Remembers what is said to the supervisor."""

    show_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def say(self, word: Word, code: str = "") -> None:
        self.said.append(f"{word} {code}".strip())


@pytest.fixture
def wiring(qapp: object) -> Iterator[KioskWiring]:
    with open_window(Settings(is_kiosk=True, own_words=False)) as opened:
        yield opened


@pytest.fixture
def line(wiring: KioskWiring, monkeypatch: pytest.MonkeyPatch) -> _Line:
    """Give the line of a sitting that is warm and seen."""
    monkeypatch.setattr(kiosk_app, "_GONE_AFTER_MS", 10_000_000)
    monkeypatch.setattr(kiosk_app.gc, "freeze", lambda: None)
    line = _Line()
    line.setParent(wiring)
    Sitting(line, wiring)  # type: ignore[arg-type]
    return line


def test_sitting_when_its_directory_is_open_then_it_says_once_that_it_is_ready(
    wiring: KioskWiring, line: _Line
) -> None:
    wiring.directory.opened.emit()
    wiring.directory.opened.emit()

    assert line.said == ["ready"]


def test_sitting_when_its_directory_is_damaged_then_it_is_ready_to_say_so(
    wiring: KioskWiring, line: _Line
) -> None:
    wiring.directory.failed.emit(MatcherError(Message("error.unexpected")))

    assert [word for word in line.said if word != "sign"] == ["fault closed", "ready"]
    assert wiring.window.page.objectName() == "page_closed"


def test_sitting_when_it_is_to_be_seen_then_it_covers_the_screen(
    wiring: KioskWiring, line: _Line
) -> None:
    wiring.window.hide()

    line.show_requested.emit()
    settle()

    assert wiring.window.isFullScreen()


def test_sitting_when_painted_then_it_is_said_after_that_turn(
    wiring: KioskWiring, line: _Line
) -> None:
    wiring.window.painted.emit()
    assert "shown" not in line.said
    settle()

    assert "shown" in line.said


def test_sitting_when_there_are_many_signs_then_few_of_them_are_told(
    wiring: KioskWiring, line: _Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter((100.0, 100.2, 100.4, 100.5, 100.9))
    monkeypatch.setattr(kiosk_app, "idle_clock", times.__next__)
    for _ in range(5):
        wiring.shared.idle.touch()

    assert line.said.count("sign") == 2


def test_sitting_when_begun_and_over_then_each_is_told(wiring: KioskWiring, line: _Line) -> None:
    wiring.window.page.go_on()
    wiring.staff_requested.emit()
    wiring.shared.idle.expired.emit()

    assert [word for word in line.said if word != "sign"] == ["begun", "staff", "ended"]
