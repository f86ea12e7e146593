from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from support.window import show

from ui.idle.idle_watch import IdleWatch


class _Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class _Told:
    """What a watch has told, in order."""

    def __init__(self, watch: IdleWatch) -> None:
        self.said: list[str] = []
        for name in ("warned", "resumed", "expired"):
            getattr(watch, name).connect(lambda name=name: self.said.append(name))


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    field = QLineEdit()
    qtbot.addWidget(field)
    show(field, 300, 60)
    field.setFocus()
    return field


@pytest.fixture
def watch(field: QLineEdit, clock: _Clock) -> IdleWatch:
    return IdleWatch(field, 120, 60, clock, field)


@pytest.fixture
def told(watch: IdleWatch) -> _Told:
    return _Told(watch)


def _wait(watch: IdleWatch, clock: _Clock, seconds: float) -> None:
    clock.now += seconds
    watch.look()


def test_watch_when_nobody_gives_a_sign_then_it_warns_and_then_ends_once(
    watch: IdleWatch, clock: _Clock, told: _Told
) -> None:
    _wait(watch, clock, 119)
    assert told.said == []
    _wait(watch, clock, 1)
    assert told.said == ["warned"]
    _wait(watch, clock, 59)
    assert told.said == ["warned"]

    _wait(watch, clock, 1)
    _wait(watch, clock, 1000)

    assert told.said == ["warned", "expired"]


def test_watch_when_answered_again_and_again_then_there_is_no_last_time(
    watch: IdleWatch, clock: _Clock, told: _Told
) -> None:
    for _ in range(20):
        _wait(watch, clock, 120)
        watch.touch()

    assert told.said == ["warned", "resumed"] * 20


def test_watch_when_it_looks_late_then_it_still_asks_before_it_ends(
    watch: IdleWatch, clock: _Clock, told: _Told
) -> None:
    _wait(watch, clock, 179)
    assert told.said == ["warned"]
    assert watch.seconds_left == 60


def test_watch_when_the_computer_slept_for_all_of_it_then_nobody_is_asked(
    watch: IdleWatch, clock: _Clock, told: _Told
) -> None:
    _wait(watch, clock, 3600)
    assert told.said == ["warned", "expired"]

    _wait(watch, clock, 3600)
    assert told.said == ["warned", "expired"]


def test_watch_when_it_slept_and_there_is_nothing_to_lose_then_it_rests(
    watch: IdleWatch, clock: _Clock, told: _Told
) -> None:
    watch.warned.connect(watch.rest)

    _wait(watch, clock, 3600)

    assert told.said == ["warned"]


def test_watch_when_over_then_it_counts_again_from_the_next_sign(
    watch: IdleWatch, clock: _Clock, told: _Told
) -> None:
    _wait(watch, clock, 120)
    _wait(watch, clock, 60)

    watch.touch()
    _wait(watch, clock, 120)

    assert told.said == ["warned", "expired", "warned"]


def test_watch_when_a_key_or_a_touch_comes_then_it_counts_from_then_on(
    watch: IdleWatch, clock: _Clock, told: _Told, field: QLineEdit
) -> None:
    window = field.windowHandle()
    for act in (
        lambda: QTest.keyClick(window, Qt.Key.Key_A),
        lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton),
        lambda: QTest.mouseMove(window, QPoint(9, 9)),
        lambda: (field.clearFocus(), field.setFocus()),
    ):
        _wait(watch, clock, 119)
        act()

    assert told.said == []


# Without a screen Qt has none to hold on to for a menu that opens.
@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")
def test_watch_when_a_menu_is_open_then_what_is_done_there_is_a_sign(
    watch: IdleWatch, clock: _Clock, told: _Told, field: QLineEdit
) -> None:
    menu = QMenu(field)
    menu.addAction("One")
    menu.popup(field.pos())
    for act in (
        lambda: QTest.keyClick(menu.windowHandle(), Qt.Key.Key_Down),
        lambda: QTest.mousePress(menu.windowHandle(), Qt.MouseButton.LeftButton),
    ):
        _wait(watch, clock, 119)
        act()
    _wait(watch, clock, 119)

    assert told.said == []
    menu.close()


def test_watch_when_a_key_answers_the_warning_then_it_does_nothing_else(
    watch: IdleWatch, clock: _Clock, told: _Told, field: QLineEdit
) -> None:
    _wait(watch, clock, 120)

    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert told.said == ["warned", "resumed"]
    assert field.text() == ""

    QTest.keyClick(field.windowHandle(), Qt.Key.Key_B)
    assert field.text() == "b"


@pytest.fixture
def repeat(field: QLineEdit) -> Callable[[], None]:
    """Give what lets a key that is held down repeat itself once."""

    def repeat() -> None:
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True)
            QApplication.sendEvent(field.windowHandle(), event)

    return repeat


def test_watch_when_a_key_is_stuck_then_it_is_one_sign_and_no_answer(
    watch: IdleWatch,
    clock: _Clock,
    told: _Told,
    field: QLineEdit,
    repeat: Callable[[], None],
) -> None:
    QTest.keyPress(field.windowHandle(), Qt.Key.Key_A)

    for _ in range(179):
        _wait(watch, clock, 1)
        repeat()
    assert field.text() == "a" * 120, "what comes while it asks does nothing"
    _wait(watch, clock, 1)

    assert told.said == ["warned", "expired"]


def test_watch_when_a_stuck_key_brings_something_about_then_that_is_no_sign(
    watch: IdleWatch, clock: _Clock, told: _Told, field: QLineEdit, repeat: Callable[[], None]
) -> None:
    for _ in range(120):
        repeat()
        field.clearFocus()
        field.setFocus()
        watch.touch()
        _wait(watch, clock, 1)

    assert told.said == ["warned"]


def _move(window: QWindow) -> None:
    for place in (QPoint(9, 9), QPoint(20, 9)):
        QTest.mouseMove(window, place)


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda window: QTest.keyPress(window, Qt.Key.Key_B), id="another key"),
        pytest.param(_move, id="the pointer"),
        pytest.param(
            lambda window: QTest.mouseClick(window, Qt.MouseButton.LeftButton), id="click"
        ),
    ],
)
def test_watch_when_somebody_acts_beside_a_stuck_key_then_that_is_a_sign(
    watch: IdleWatch,
    field: QLineEdit,
    repeat: Callable[[], None],
    act: Callable[[QWindow], None],
    qtbot: QtBot,
) -> None:
    repeat()

    with qtbot.waitSignal(watch.touched):
        act(field.windowHandle())


def test_watch_when_a_held_key_is_let_go_then_other_signs_count_again(
    watch: IdleWatch, clock: _Clock, told: _Told, field: QLineEdit, repeat: Callable[[], None]
) -> None:
    repeat()
    QTest.keyRelease(field.windowHandle(), Qt.Key.Key_A)
    _wait(watch, clock, 119)

    watch.touch()
    _wait(watch, clock, 119)

    assert told.said == []


def test_watch_when_there_is_a_sign_then_it_tells(watch: IdleWatch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.touched):
        watch.touch()
