from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.keeping import go_on, keep_answers, keeping_of, parts_of, press_on, said, type_in
from support.personal import OTHER, PASSPHRASE, FakeKeyring, quick_personal
from support.window import focused, settle, show

from ui.pages.reopen_page import CODE, ReopenPage
from ui.pages.reopen_page import PASSPHRASE as ASKED
from ui.parts import Parts


@pytest.fixture
def parts(qapp: object, tmp_path: Path) -> Iterator[Parts]:
    """Give a window's parts in which nothing was said, and a folder in which all is kept."""
    parts = parts_of(tmp_path, FakeKeyring())
    keep_answers(parts)
    yield parts
    keeping_of(parts).let_go()
    settle()


def _later(parts: Parts, qtbot: QtBot) -> ReopenPage:
    keeping_of(parts).let_go()
    settle()
    parts.sitting.clear()
    page = ReopenPage(parts.words, keeping_of(parts))
    qtbot.addWidget(page)
    show(page, 900, 700)
    page.enter()
    page.begin()
    settle()
    return page


def test_page_when_the_passphrase_is_wrong_then_it_is_said_and_what_was_typed_stays(
    parts: Parts, qtbot: QtBot
) -> None:
    page = _later(parts, qtbot)
    for typed in ("", OTHER):
        type_in(page, reopen_passphrase=typed)
        go_on(page)
        assert said(page, "reopen_passphrase_error")
        assert page.passphrase.text == typed
        assert focused() == "reopen_passphrase"

    type_in(page, reopen_passphrase=PASSPHRASE)
    with qtbot.waitSignal(keeping_of(parts).came_back):
        go_on(page)
    assert parts.sitting.has_answers
    assert page.passphrase.text == ""


def test_page_when_the_code_is_typed_then_another_passphrase_opens_it(
    parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    codes: list[str] = []
    parts.personal.code_made.connect(codes.append)
    parts.personal.renew_code()
    settle()
    page = _later(parts, qtbot)
    press_on(page, "forgot")
    assert page.step == CODE
    for slip in ("", codes[0][:-1]):
        type_in(page, reopen_code=slip)
        go_on(page)
        assert said(page, "reopen_code_error")
    type_in(page, reopen_code=codes[0].lower())
    go_on(page)
    assert not keeping_of(parts).is_on

    type_in(page, reopen_new=OTHER, reopen_again=OTHER)
    with qtbot.waitSignal(keeping_of(parts).came_back):
        go_on(page)
    keeping_of(parts).let_go()
    quick_personal(tmp_path).open(OTHER)


def test_page_when_no_other_passphrase_is_wanted_then_one_goes_on_all_the_same(
    parts: Parts, qtbot: QtBot
) -> None:
    codes: list[str] = []
    parts.personal.code_made.connect(codes.append)
    parts.personal.renew_code()
    settle()
    page = _later(parts, qtbot)
    press_on(page, "forgot")
    page.go_back()
    assert page.step == ASKED
    press_on(page, "forgot")
    type_in(page, reopen_code=codes[0])
    go_on(page)
    with qtbot.waitSignal(keeping_of(parts).came_back):
        press_on(page, "later")


def test_page_when_this_computer_remembers_then_nothing_is_asked(
    parts: Parts, qtbot: QtBot
) -> None:
    parts.personal.set_remembered(is_remembered=True)
    settle()
    with qtbot.waitSignal(keeping_of(parts).came_back):
        _later(parts, qtbot)
    assert parts.sitting.has_answers


def test_page_when_another_window_has_it_open_then_it_is_said(
    parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    page = _later(parts, qtbot)
    other = quick_personal(tmp_path)
    other.open(PASSPHRASE)
    type_in(page, reopen_passphrase=PASSPHRASE)
    go_on(page)
    other.close()
    assert str(tmp_path) in said(page, "reopen_passphrase_error")
