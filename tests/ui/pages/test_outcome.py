"""A page says one sentence at a time of what became of it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matcher.errors import Message, OutputError
from ui.language import Language
from ui.pages.outcome import Outcome
from ui.pages.page import Page


class _Page(Page):
    def __init__(self, words: Language) -> None:
        super().__init__(words, "any")
        self.aloud: list[str] = []
        self.compose()

    def announce(self, words: str) -> None:
        self.aloud.append(words)


@pytest.fixture
def page(qtbot: QtBot, words: Language) -> _Page:
    made = _Page(words)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def outcome(page: _Page) -> Outcome:
    made = Outcome(page)
    for text in (made.told, made.problem):
        page.body.addWidget(text)
    return made


def test_outcome_when_something_else_is_said_then_one_sentence_stands_and_is_heard(
    outcome: Outcome, page: _Page
) -> None:
    outcome.tell("Saving.")
    assert (outcome.told.plain, outcome.problem.plain) == ("Saving.", "")

    outcome.refuse("No room.")
    assert (outcome.told.plain, outcome.problem.plain) == ("", "No room.")
    assert page.aloud == ["Saving.", "No room."]


def test_outcome_when_cleared_then_nothing_is_said(outcome: Outcome, page: _Page) -> None:
    outcome.tell("Saving.")
    outcome.clear()

    assert (outcome.told.plain, outcome.problem.plain) == ("", "")
    assert page.aloud == ["Saving."]


def test_outcome_when_a_file_is_there_or_not_then_it_says_so_without_the_way(
    outcome: Outcome,
) -> None:
    outcome.tell_saved(Path("/somewhere/desk/a.pdf"))
    assert "a.pdf" in outcome.told.plain
    assert "somewhere" not in outcome.told.plain

    outcome.tell_failed(OutputError(Message("error.output.is_folder", file="/somewhere/a.pdf")))
    assert "a.pdf" in outcome.problem.plain
    assert "somewhere" not in outcome.problem.plain


@pytest.mark.parametrize("then", ["tell", "refuse", "clear"])
def test_outcome_when_something_follows_then_it_is_no_longer_about_a_part(
    outcome: Outcome, page: _Page, then: str
) -> None:
    part = QWidget(page)
    outcome.tell("Three at most.", about=part)
    assert outcome.about is part

    getattr(outcome, then)(*([] if then == "clear" else ["Saved."]))
    assert outcome.about is None
