from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.sittings import first_of, result_words

from matcher.questionnaire.loader import load_questionnaire
from matcher.scoring.result import Group
from ui.widgets.compare_table import CompareTable
from ui.widgets.compare_words import CompareWords
from ui.widgets.document_table import DocumentTable
from ui.widgets.fold import Fold
from ui.widgets.text import Text

_IDS = [first_of(Group.MEETS_ALL, place)[0].profile_id for place in range(3)]


@pytest.fixture
def words() -> CompareWords:
    return CompareWords(result_words(), load_questionnaire(), _IDS)


@pytest.fixture
def table(qtbot: QtBot, words: CompareWords) -> Iterator[CompareTable]:
    # On its own a window would not grow narrower than its columns.
    around = QWidget()
    qtbot.addWidget(around)
    table = CompareTable(words)
    table.setParent(around)
    table.resize(1100, 900)
    around.show()
    table.show()
    qtbot.waitUntil(lambda: table.is_complete)
    yield table
    around.close()


def test_table_when_made_then_people_are_there_at_once(qtbot: QtBot, words: CompareWords) -> None:
    table = CompareTable(words)
    qtbot.addWidget(table)

    assert [head.profile_id for head in table.heads] == _IDS
    assert not table.is_complete


def test_table_when_complete_then_every_wish_has_a_row(
    table: CompareTable, words: CompareWords
) -> None:
    names = {row.objectName() for row in table.rows}

    assert {f"compare_{wish.subject}" for wish in words.wishes} <= names


def test_table_when_wishes_are_equal_then_they_are_folded(
    table: CompareTable, words: CompareWords
) -> None:
    fold = table.findChild(Fold, "same_for_all")
    same = sum(row.is_same for row in words.wishes)

    assert fold is not None
    assert fold.line.text() == f"The same for all: {same} wishes"
    assert fold.content.isHidden()


def test_table_when_the_numbers_are_shown_then_they_add_up_below(table: CompareTable) -> None:
    fold = table.findChild(Fold, "show_numbers")
    assert fold is not None
    assert fold.content.isHidden()

    fold.set_open(is_open=True)

    figures = fold.findChild(DocumentTable)
    assert figures is not None
    assert figures.is_complete
    assert figures.spoken[-1].startswith("Wish: Together. Weight: 100.")


@pytest.mark.parametrize(
    ("width", "is_stacked"),
    [pytest.param(1100, False, id="side-by-side"), pytest.param(560, True, id="narrow")],
)
def test_table_when_the_width_changes_then_people_stand_beside_or_below(
    table: CompareTable, width: int, is_stacked: bool
) -> None:
    table.resize(width, 900)

    assert table.is_stacked is is_stacked


def test_table_when_all_needs_are_met_by_all_then_one_sentence_says_so(
    table: CompareTable, words: CompareWords
) -> None:
    text = table.findChild(Text, "needs_met")

    assert text is not None
    assert text.plain.startswith("All of them meet this: ")
    assert words.needs[0].name in text.plain


def test_table_when_a_head_is_pressed_then_it_tells(table: CompareTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.open_requested) as told:
        table.heads[1].see.click()
    assert told.args == [_IDS[1]]

    with qtbot.waitSignal(table.choose_requested) as told:
        table.heads[1].take_off.click()
    assert told.args == [_IDS[1], False]
