from pathlib import Path

from pytestqt.qtbot import QtBot
from support.keeping import keep_answers, keeping_of, parts_of, said
from support.window import settle, show

from ui.pages.keep_part import KeepPart


def test_part_when_kept_then_it_leads_to_what_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    parts = parts_of(tmp_path)
    part = KeepPart(parts.words, keeping_of(parts))
    qtbot.addWidget(part)
    show(part)
    before = said(part, "keep_say")
    with qtbot.waitSignal(part.wanted) as wish:
        part.button.click()
    assert wish.args == ["keep"]

    keep_answers(parts)
    with qtbot.waitSignal(part.wanted) as wish:
        part.button.click()
    assert wish.args == ["kept"]
    assert said(part, "keep_say") not in ("", before)
    keeping_of(parts).let_go()
    settle()


def test_part_when_there_is_little_room_then_it_is_a_button_alone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    parts = parts_of(tmp_path)
    part = KeepPart(parts.words, keeping_of(parts), is_short=True)
    qtbot.addWidget(part)
    show(part)
    assert not said(part, "keep_say")
    assert part.button.text()

    show(part, part.button.sizeHint().width() - 20, 200)
    assert "\n" in part.button.text()
    assert part.rect().contains(part.button.geometry())
