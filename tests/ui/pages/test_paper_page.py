from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.pages.paper_page import PaperPage
from ui.widgets.text import Text


def test_paper_when_shown_then_it_says_that_staff_see_the_answers(
    qtbot: QtBot, words: Language
) -> None:
    page = PaperPage(words)
    qtbot.addWidget(page)

    said = [text.plain for text in page.findChildren(Text)]

    for what in ("on_paper", "seen", "on_screen", "unseen", "no_print"):
        assert words.text(f"screen.paper.{what}") in said
    assert not page.offers_back
