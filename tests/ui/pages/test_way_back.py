from pathlib import Path

from pytestqt.qtbot import QtBot
from support.keeping import keep_answers, keeping_of, parts_of
from support.window import settle, show

from ui.pages.welcome_page import WelcomePage


def test_first_page_when_something_is_kept_then_one_may_go_on_or_start_anew(
    qtbot: QtBot, tmp_path: Path
) -> None:
    parts = parts_of(tmp_path)
    page = WelcomePage(parts.words, parts.directory)
    page.offer_kept(parts.personal)
    qtbot.addWidget(page)
    show(page, 900, 700)
    page.enter()
    parts.personal.look()
    settle()
    way_back = page._way_back
    assert way_back is not None
    assert not way_back.reopen.isVisible()
    assert page.first_focus() is page.next_button
    start = page.next_button.text()

    keep_answers(parts)
    page.enter()
    assert not way_back.reopen.isVisible()  # it is what the window shows
    keeping_of(parts).let_go()
    settle()
    assert page.first_focus() is way_back.reopen
    assert page.next_button.text() != start
    for button, wanted in ((way_back.reopen, "reopen"), (way_back.to_kept, "kept")):
        with qtbot.waitSignal(page.detour_requested) as wish:
            button.click()
        assert wish.args == [wanted]
