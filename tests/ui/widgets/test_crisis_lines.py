from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot
from support.window import settle, show

from matcher.checklist.crisis import STALE_AFTER_DAYS, CrisisLine, LineKind, load_crisis_lines
from ui.language import Language
from ui.widgets.crisis_lines import CrisisLines
from ui.widgets.text import Text


def _said(qtbot: QtBot, words: Language, *lines: CrisisLine) -> str:
    widget = CrisisLines("lines", words)
    qtbot.addWidget(widget)
    widget.show_lines(lines)
    return "\n".join(label.plain for label in widget.findChildren(Text))


def test_lines_when_shown_then_each_number_and_its_check_are_said(
    qtbot: QtBot, words: Language
) -> None:
    region = load_crisis_lines("us")

    said = _said(qtbot, words, *region.lines)

    for line in region.lines:
        assert line.number in said
        assert words.text(f"crisis.line.{line.id}.name") in said


def test_line_when_nobody_has_checked_it_then_that_is_said(qtbot: QtBot, words: Language) -> None:
    line = CrisisLine("us_talk", LineKind.TALK, "988", (), None)

    assert words.text("crisis.panel.not_checked") in _said(qtbot, words, line)


def test_line_when_its_check_is_old_then_staff_are_asked_to_check_it(
    qtbot: QtBot, words: Language
) -> None:
    days = STALE_AFTER_DAYS + 1
    line = CrisisLine("us_talk", LineKind.TALK, "988", (), date.today() - timedelta(days=days))

    assert words.text("crisis.panel.stale", n=days) in _said(qtbot, words, line)


def _line(number: str, checked_on: date | None, languages: tuple[str, ...] = ()) -> CrisisLine:
    return CrisisLine("us_talk", LineKind.TALK, number, languages, checked_on)


def test_lines_when_all_were_checked_on_one_day_then_it_is_said_once(
    qtbot: QtBot, words: Language
) -> None:
    today = date.today()

    said = _said(qtbot, words, _line("1", today), _line("2", today))

    assert said.count(words.text("crisis.panel.all_checked", date=today)) == 1
    assert words.text("crisis.panel.checked", date=today) not in said.splitlines()


def test_lines_when_one_was_not_checked_then_it_says_so_itself_and_the_others_together(
    qtbot: QtBot, words: Language
) -> None:
    today = date.today()

    said = _said(qtbot, words, _line("1", today), _line("2", None), _line("3", today))

    assert said.count(words.text("crisis.panel.not_checked")) == 1
    assert words.text("crisis.panel.others_checked", date=today) in said
    assert words.text("crisis.panel.all_checked", date=today) not in said


@pytest.mark.parametrize("days_ago", [(0, 1), (STALE_AFTER_DAYS + 1, STALE_AFTER_DAYS + 1)])
def test_lines_when_checks_differ_or_are_old_then_each_tells_its_own(
    qtbot: QtBot, words: Language, days_ago: tuple[int, int]
) -> None:
    days = [date.today() - timedelta(days=ago) for ago in days_ago]

    said = _said(qtbot, words, *(_line("1", day) for day in days))

    assert "All checked" not in said
    assert said.lower().count("checked") == 2


def test_lines_when_checks_are_not_to_be_told_then_none_is(qtbot: QtBot, words: Language) -> None:
    widget = CrisisLines("lines", words)
    qtbot.addWidget(widget)

    widget.show_lines([_line("1", None), _line("2", date.today())], says_checks=False)

    said = "\n".join(label.plain for label in widget.findChildren(Text))
    assert "checked" not in said.lower()


@pytest.mark.parametrize(
    ("languages", "is_said"),
    [(("en",), False), (("en", "cy"), True), (("es",), True), ((), False)],
    ids=["the_reader's", "another_too", "another", "depends"],
)
def test_line_when_its_language_is_the_readers_alone_then_that_need_not_be_said(
    qtbot: QtBot, words: Language, languages: tuple[str, ...], is_said: bool
) -> None:
    said = _said(qtbot, words, _line("1", None, languages))

    names = tuple(words.text(f"sheet.language.{code}") for code in languages)
    told = words.text("crisis.panel.languages", languages=names)
    assert (bool(names) and told in said) is is_said


def test_line_when_a_screen_reader_asks_then_number_and_name_are_one(
    qtbot: QtBot, words: Language
) -> None:
    widget = CrisisLines("lines", words)
    qtbot.addWidget(widget)
    widget.show_lines([_line("0800 111 0 111", None)])

    card, number = widget.findChild(QFrame, "line_us_talk"), widget.findChild(Text, "number")

    assert card is not None
    assert number is not None
    assert card.accessibleName() == "0800 111 0 111, Lifeline"
    assert number.accessibleName() == "0800 111 0 111"


@pytest.mark.parametrize(("width", "below"), [(640, False), (240, True)], ids=["wide", "narrow"])
def test_line_when_there_is_little_room_then_its_words_stand_below_the_number(
    qtbot: QtBot, words: Language, width: int, below: bool
) -> None:
    widget = CrisisLines("lines", words)
    qtbot.addWidget(widget)
    widget.show_lines([_line("988", None), _line("0800 111 0 111", None)])
    show(widget, width, 600)
    settle()

    cards = widget.findChildren(QFrame, "line_us_talk")
    for card in cards:
        number, name = card.findChildren(Text)[:2]
        assert (name.geometry().top() > number.geometry().bottom()) is below
    lefts = {card.findChildren(Text)[1].geometry().left() for card in cards}
    assert len(lefts) == 1


def test_lines_when_others_are_shown_then_the_first_are_gone(qtbot: QtBot, words: Language) -> None:
    widget = CrisisLines("lines", words)
    qtbot.addWidget(widget)
    widget.show_lines([CrisisLine("us_talk", LineKind.TALK, "988", (), None)])

    widget.show_lines([])

    layout = widget.layout()
    assert layout is not None
    assert layout.count() == 0


def test_line_when_it_is_spoken_in_another_language_then_that_is_named_inside_the_sentence(
    qtbot: QtBot,
) -> None:
    assert "En inglés" in _said(qtbot, Language("es"), _line("1", None, ("en",)))
