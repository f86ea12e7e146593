from pytestqt.qtbot import QtBot
from support.window import focused, show

from ui.language import Language
from ui.pages.code_part import CodePart


def test_part_when_the_code_is_not_on_paper_then_it_says_so_until_it_is(
    qtbot: QtBot, words: Language
) -> None:
    part = CodePart(words, "code")
    qtbot.addWidget(part)
    show(part)
    part.show_code("ABCD-EFGH")
    assert not part.is_noted()
    assert focused() == "code_noted"
    assert part.noted.cards[0].accessibleDescription() == part.error.plain != ""

    part.noted.cards[0].click()
    assert not part.error.plain
    assert part.is_noted()
    part.show_code("")
    assert not part.code
    assert not part.is_noted()


def test_part_when_it_is_to_be_printed_then_the_wish_is_told(qtbot: QtBot, words: Language) -> None:
    part = CodePart(words, "code")
    qtbot.addWidget(part)
    with qtbot.waitSignal(part.print_requested):
        part.print.click()
