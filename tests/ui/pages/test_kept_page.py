from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.keeping import go_on, keep_answers, keeping_of, parts_of, press_on, said, type_in
from support.personal import OTHER, PASSPHRASE, FakeKeyring, quick_personal
from support.window import focused, settle, show

from matcher.errors import Message, PersonalError
from matcher.services.personal.personal import PersonalService
from ui.pages.code_page import CODE
from ui.pages.kept_page import ABOUT, CLEAR, KeptPage
from ui.parts import Parts


@pytest.fixture
def parts(qapp: object, tmp_path: Path) -> Iterator[Parts]:
    parts = parts_of(tmp_path, FakeKeyring())
    keep_answers(parts)
    yield parts
    keeping_of(parts).let_go()
    settle()


@pytest.fixture
def page(parts: Parts, qtbot: QtBot) -> KeptPage:
    page = KeptPage(parts.words, keeping_of(parts), parts.code_paper)
    qtbot.addWidget(page)
    show(page, 900, 700)
    page.enter()
    settle()
    return page


def _offered(page: KeptPage) -> set[str]:
    return {name for name, button in page._buttons.items() if not button.isHidden()}


def test_page_when_open_then_it_says_where_and_offers_every_change(
    page: KeptPage, tmp_path: Path
) -> None:
    assert str(tmp_path) in page._lines.words[0]
    assert len(page._lines.words) == 4
    assert _offered(page) == {"search", "passphrase", "code", "remember", "clear"}


def test_page_when_closed_then_it_can_be_opened_or_cleared(page: KeptPage, parts: Parts) -> None:
    keeping_of(parts).let_go()
    settle()
    assert _offered(page) == {"reopen", "clear"}


def test_page_when_the_passphrase_is_changed_then_the_new_one_opens_it(
    page: KeptPage, parts: Parts, tmp_path: Path
) -> None:
    press_on(page, "kept_passphrase")
    go_on(page)
    assert said(page, "kept_new_error")
    type_in(page, kept_new=OTHER, kept_again=OTHER)
    go_on(page)
    assert page.step == ABOUT
    assert said(page, "told")
    keeping_of(parts).let_go()
    quick_personal(tmp_path).open(OTHER)


def test_page_when_a_code_is_made_then_the_new_one_opens_it(
    page: KeptPage, parts: Parts, tmp_path: Path
) -> None:
    press_on(page, "kept_code")
    assert page.step == CODE
    code = page.code.code
    go_on(page)
    assert page.step == CODE
    press_on(page, "kept_noted_noted")
    go_on(page)
    assert page.step == ABOUT
    keeping_of(parts).let_go()
    quick_personal(tmp_path).open_with_code(code)


def test_page_when_this_computer_is_to_remember_then_it_does_until_it_is_to_ask(
    page: KeptPage, parts: Parts
) -> None:
    press_on(page, "kept_remember")
    assert parts.personal.standing.is_remembered
    assert "ask_again" in _offered(page)
    press_on(page, "kept_ask_again")
    assert not parts.personal.standing.is_remembered


def test_page_when_all_is_to_be_cleared_then_it_asks_once_and_one_may_go_back(
    page: KeptPage, parts: Parts, tmp_path: Path
) -> None:
    press_on(page, "kept_clear")
    assert page.step == CLEAR
    assert focused() == "back"
    page.go_back()
    assert page.step == ABOUT
    assert quick_personal(tmp_path).exists

    press_on(page, "kept_clear")
    go_on(page)
    assert not quick_personal(tmp_path).exists
    assert _offered(page) == set()
    assert said(page, "told")
    assert parts.sitting.has_answers
    assert not keeping_of(parts).is_on


def test_page_when_all_cannot_be_cleared_then_it_says_why(
    page: KeptPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise PersonalError(Message("personal.error.not_cleared", folder="there"))

    monkeypatch.setattr(PersonalService, "clear_all", refuse)
    press_on(page, "kept_clear")
    go_on(page)
    assert "there" in said(page, "problem")
    assert PASSPHRASE not in said(page, "problem")
