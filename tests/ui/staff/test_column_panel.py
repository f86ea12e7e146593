from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.importing import write
from support.window import english, focused, settle, show

from matcher.services.intake.chosen_file import look_into
from matcher.services.intake.mapping_book import MappingBook
from ui.controllers.mapping_controller import MappingController
from ui.staff.column_panel import ColumnPanel

_LIST = (
    "Name,Specialtes,Insurance,Last updated,Shoes,Empty\n"
    'Ana,Anxeity; Wellness,"cash, medicare",1/2/2026,<b>41</b>,\n'
)


@pytest.fixture
def panel(qtbot: QtBot, tmp_path: Path) -> ColumnPanel:
    mapping = MappingController(MappingBook(tmp_path / "mappings"))
    with qtbot.waitSignal(mapping.drafted, timeout=20_000):
        mapping.begin(look_into(write(tmp_path, _LIST)))
    made = ColumnPanel(english(), mapping)
    qtbot.addWidget(made)
    mapping.changed.connect(lambda _: made.show_column(made.place))
    made.retranslate()
    show(made)
    return made


@pytest.mark.parametrize(
    ("place", "found", "examples", "at"),
    [
        (0, "Found by its name, which is one we know.", "In the cells: Ana", ""),
        (1, "Its name is like this: 95 of 100. Is that so?",
         "In the cells: Anxeity; Wellness", "column_accept"),
        (4, "We don’t know this name. Say what it holds, or leave it out.",
         "In the cells: <b>41</b>", "column_change"),
        (5, "We don’t know this name. Say what it holds, or leave it out.",
         "All cells of this column are empty.", "column_change"),
    ],
)  # fmt: skip
def test_column_when_shown_then_it_says_how_it_was_found_and_what_stands_in_it(
    place: int, found: str, examples: str, at: str, panel: ColumnPanel
) -> None:
    panel.show_column(place)

    assert panel.found.plain == found
    assert panel.examples.plain == examples
    assert panel.focus_open() is bool(at)
    assert not at or focused() == at


def test_column_when_it_may_be_lists_with_commas_then_that_is_asked_and_answered(
    panel: ColumnPanel,
) -> None:
    panel.show_column(2)
    assert panel.questions.words == (
        "1 cell looks like a list with commas. Should cells be split at commas?",
    )
    assert panel.split_fold.is_open
    assert panel.focus_open()
    assert focused() == "column_split_usual"

    panel.split.cards[1].click()
    settle()

    assert panel.questions.words == ()
    assert panel.terms_label.plain == "2 words in this column"


def test_column_when_its_dates_could_be_read_in_two_ways_then_one_has_to_be_chosen(
    panel: ColumnPanel,
) -> None:
    panel.show_column(3)
    assert panel.dates.chosen_card() is None
    assert panel.focus_open()

    panel.dates.cards[1].click()
    settle()

    assert panel.column is not None
    assert (panel.column.dates, panel.column.questions) == ("dmy", ())
    assert panel.dates.chosen_card() is panel.dates.cards[1]


def test_column_when_another_field_is_searched_for_then_it_holds_that(panel: ColumnPanel) -> None:
    panel.show_column(4)
    panel.change.click()
    panel.picker.search.setText("about them")
    assert panel.picker.found == ("bio",)

    panel.picker.buttons[0].click()
    settle()

    assert panel.field.plain == "About them"
    assert panel.found.plain == "You said so."
    assert panel.picker.isHidden()


def test_column_when_left_out_or_accepted_then_it_says_so(panel: ColumnPanel) -> None:
    panel.show_column(4)
    panel.leave.click()
    settle()
    assert panel.found.plain == "You left this column out."
    assert panel.field.plain == "Nothing: it is left out"

    panel.show_column(1)
    panel.accept.click()
    assert panel.found.plain == "You said so."
    assert panel.accept.isHidden()
    assert panel.terms_label.plain == "2 words in this column, 2 open"
