from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.keeping import keeping_of, parts_of, press_on, said
from support.window import focused, show

from ui.pages.code_page import CODE, CodePage
from ui.pages.code_part import CodePart
from ui.parts import Parts


class _OneCode(CodePage):
    def _build(self) -> None:
        self.code = CodePart(self.words, "one")
        self.add_step(CODE, (self.code,))
        self.column.addWidget(self.problem)
        self.told.setParent(self)

    def go_on(self) -> None:
        if self._is_noted():
            self._forget_code()

    def _words_of(self, _step: str) -> tuple[str, str, str]:
        return self._words_of_code()


@pytest.fixture
def parts(qapp: object, tmp_path: Path) -> Parts:
    return parts_of(tmp_path)


@pytest.fixture
def page(parts: Parts, qtbot: QtBot) -> _OneCode:
    page = _OneCode(parts.words, "one", keeping_of(parts), parts.code_paper, CODE)
    qtbot.addWidget(page)
    show(page, 900, 700)
    page.enter()
    page.code.show_code("ABCD-EFGH")
    return page


def test_page_when_the_code_is_not_written_down_then_it_says_so_and_keeps_it(
    page: _OneCode,
) -> None:
    page.next_button.click()

    assert said(page, "one_error")
    assert focused() == "one_noted"
    assert page.code.code == "ABCD-EFGH"


def test_page_when_the_code_is_printed_and_written_down_then_neither_knows_it_any_more(
    page: _OneCode, parts: Parts, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.detour_requested) as wish:
        page.code.print.click()
    assert wish.args == ["print_code"]
    assert parts.code_paper.code == "ABCD-EFGH"

    press_on(page, "one_noted")
    page.next_button.click()

    assert page.code.code == parts.code_paper.code == ""
