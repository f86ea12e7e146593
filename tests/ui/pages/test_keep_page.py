from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.keeping import go_on, keep_answers, keeping_of, parts_of, press_on, said, type_in
from support.personal import OTHER, PASSPHRASE, FakeKeyring, bytes_below
from support.window import focused, settle, show

from ui.pages.code_page import CODE
from ui.pages.keep_page import KeepPage
from ui.parts import Parts


@pytest.fixture
def parts(qapp: object, tmp_path: Path) -> Iterator[Parts]:
    parts = parts_of(tmp_path / "data", FakeKeyring())
    yield parts
    keeping_of(parts).let_go()
    settle()


def _page(parts: Parts, qtbot: QtBot) -> KeepPage:
    page = KeepPage(parts.words, keeping_of(parts), parts.code_paper)
    qtbot.addWidget(page)
    show(page, 900, 700)
    page.enter()
    settle()
    page.begin()
    return page


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (("too short", "too short"), "keep_passphrase"),
        ((PASSPHRASE, OTHER), "keep_again"),
    ],
    ids=["short", "unlike"],
)
def test_page_when_a_passphrase_will_not_do_then_its_field_says_so_and_nothing_is_written(
    parts: Parts, qtbot: QtBot, tmp_path: Path, typed: tuple[str, str], field: str
) -> None:
    first, second = typed
    page = _page(parts, qtbot)
    type_in(page, keep_passphrase=first, keep_again=second)
    go_on(page)

    assert said(page, f"{field}_error")
    assert focused() == field
    assert page.new.text == first
    assert not (tmp_path / "data").exists()


def test_page_when_kept_then_the_code_is_shown_until_it_is_written_down(
    parts: Parts, qtbot: QtBot
) -> None:
    page = _page(parts, qtbot)
    type_in(page, keep_passphrase=PASSPHRASE, keep_again=PASSPHRASE)
    go_on(page)
    assert page.step == CODE
    assert page.new.text == ""
    go_on(page)
    assert said(page, "keep_code_error")
    assert focused() == "keep_code_noted"

    press_on(page, "keep_code_noted")
    press_on(page, "keep_remember")
    with qtbot.waitSignal(page.next_requested):
        go_on(page)
    assert page.code.code == ""
    assert parts.personal.standing.is_remembered
    assert keeping_of(parts).is_on


def test_page_when_the_code_is_to_be_printed_then_it_is_until_the_page_is_left(
    parts: Parts, qtbot: QtBot
) -> None:
    page = _page(parts, qtbot)
    type_in(page, keep_passphrase=PASSPHRASE, keep_again=PASSPHRASE)
    go_on(page)
    with qtbot.waitSignal(page.detour_requested) as wish:
        page.code.print.click()
    assert wish.args == ["print_code"]
    assert parts.code_paper.code == page.code.code
    press_on(page, "keep_code_noted")
    go_on(page)
    assert parts.code_paper.lacks


def test_page_when_something_else_is_kept_then_it_stays_until_its_passphrase_is_typed(
    parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_answers(parts)
    keeping_of(parts).let_go()
    settle()
    before = bytes_below(tmp_path)
    parts.sitting.clear()
    page = _page(parts, qtbot)
    for words in ("", OTHER):
        type_in(page, keep_other=words)
        go_on(page)
        assert said(page, "keep_other_error")
        assert bytes_below(tmp_path) == before

    type_in(page, keep_other=PASSPHRASE)
    with qtbot.waitSignal(page.next_requested):
        go_on(page)
    assert keeping_of(parts).is_on
    assert bytes_below(tmp_path) != before
