from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.keeping import parts_of, said, type_in
from support.personal import OTHER, PASSPHRASE
from support.window import focused, show

from matcher.errors import MatcherError, Message
from ui.pages.step_page import StepPage
from ui.widgets.secret_field import SecretFields
from ui.widgets.text import Text


class _TwoSteps(StepPage):
    def retranslate(self) -> None:
        self.fields.set_words(("One", "Two"), "Hint")
        super().retranslate()

    def _build(self) -> None:
        self.fields = SecretFields(self.words, "one", "two")
        self.add_step("first", (self.fields,))
        self.add_step("second", (Text("body", "words"),))
        for text in (self.told, self.problem):
            self.column.addWidget(text)

    def _words_of(self, step: str) -> tuple[str, str, str]:
        return step, "", step


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> _TwoSteps:
    parts = parts_of(tmp_path)
    page = _TwoSteps(parts.words, "steps", parts.personal, "first")
    page.compose()
    qtbot.addWidget(page)
    show(page)
    page.enter()
    return page


def test_page_when_at_a_step_then_only_its_parts_are_shown(page: _TwoSteps) -> None:
    assert page.fields.isVisible()
    page.go_to("second")
    assert not page.fields.isVisible()
    assert (page.title, page.next_button.text()) == ("second", "second")


def test_page_when_it_waits_then_a_refusal_is_for_it_and_ends_that(page: _TwoSteps) -> None:
    error = MatcherError(Message("keeping.error.not_remembered"))
    page.personal.refused.emit(error)
    assert not said(page, "problem")
    page.wait()
    assert page.next_button.text() != "first"
    page.personal.refused.emit(error)
    assert said(page, "problem")
    assert page.next_button.text() == "first"


@pytest.mark.parametrize(
    ("first", "second", "where"),
    [("short", "short", "one"), (PASSPHRASE, OTHER, "two"), (PASSPHRASE, PASSPHRASE, "")],
    ids=["short", "unlike", "right"],
)
def test_page_when_a_passphrase_is_new_then_the_fault_is_beside_its_field(
    page: _TwoSteps, first: str, second: str, where: str
) -> None:
    type_in(page, one=first, two=second)
    assert page.is_right(page.fields) is not bool(where)
    for name in ("one", "two"):
        assert bool(said(page, f"{name}_error")) is (name == where)
    if where:
        assert focused() == where
