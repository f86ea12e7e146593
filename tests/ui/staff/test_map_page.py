from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot
from support.importing import write
from support.intake_window import IntakeWindow, choose_by_keys, open_intake, wait_for
from support.table_files import write_xlsx
from support.window import focused, press, settle

from ui.staff.map_page import MapPage
from ui.staff.word_row import WordRow

_LIST = "Therapist,Specialtes,Shoes\nAna,Anxeity; Wellness,41\n"


@pytest.fixture
def window(tmp_path: Path, qapp: object) -> Iterator[IntakeWindow]:
    with open_intake(tmp_path) as opened:
        yield opened


def _map(window: IntakeWindow, path: Path) -> MapPage:
    choose_by_keys(window, path)
    window.page.go_on()
    wait_for(lambda: window.mapping.draft is not None)
    page = window.page
    assert isinstance(page, MapPage)
    return page


def test_page_when_entered_then_it_counts_what_is_open_and_begins_with_what_is_sure(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, _LIST))

    assert "Still open: 2 of the columns, 2 of the words." in page.told.plain
    assert page.sure.text() == "Accept 1 sure suggestion"
    assert focused() == "sure"
    assert page.columns.place == 1


def test_page_when_sure_ones_are_accepted_then_the_next_open_one_is_a_key_away(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, _LIST))

    press(Qt.Key.Key_Return)
    assert focused() == "next_open"
    assert not page.sure.isEnabled()
    press(Qt.Key.Key_Return)
    assert focused() == "term_0_accept"
    press(Qt.Key.Key_Return)
    assert focused() == "term_1_change"


def test_page_when_it_goes_on_by_itself_then_it_tells(
    window: IntakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = _map(window, write(tmp_path, _LIST))
    with qtbot.waitSignal(page.moved_on):
        press(Qt.Key.Key_Return)
    assert focused() == "next_open"

    press(Qt.Key.Key_F8)
    with qtbot.waitSignal(page.moved_on):
        press(Qt.Key.Key_Return)

    assert focused() == "term_1_change"


def test_page_when_all_is_decided_then_it_says_so_and_leads_on(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, "Therapist,Shoes\nAna,41\n"))

    page.panel.leave.setFocus()
    page.panel.leave.click()
    settle()

    assert page.told.plain.endswith("Nothing is open. You can go on.")
    assert focused() == "next"


def test_page_when_no_column_names_anybody_then_it_does_not_go_on(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, "Town,Shoes\nSalem,41\n"))

    page.go_on()

    assert window.name == "import_map"
    assert page.problem.plain.startswith("No column says who a row is about.")


def test_page_when_left_with_open_words_then_the_review_names_them_and_none_was_guessed(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, _LIST))
    page.panel.accept.click()

    page.go_on()
    wait_for(lambda: window.importing.trial is not None)

    trial = window.importing.trial
    assert trial is not None
    assert [finding.message.params["text"] for finding in trial.findings if finding.field] == [
        "Anxeity", "Wellness",
    ]  # fmt: skip
    review = window.pages["import_review"]
    columns, told, where, kept = review.left_out.words
    assert columns == "Nobody has said what this column holds, so it stays out: Shoes."
    assert told == "Once this file is in, this is left to do in the whole directory:"
    assert where.startswith("No distance is known for 1 person.")
    assert kept.startswith("For 1 person, words stand as text in “Notes for staff”.")
    assert "finding.mapped.open" in {each.message.key for each in trial.findings}
    assert {group.key for group in review._groups} == {"finding.mapped.term"}


def test_page_when_the_country_is_said_then_the_trial_places_everybody(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, "Name,Zip\nAna,97201\n"))
    page.go_on()
    wait_for(lambda: window.importing.trial is not None)
    trial = window.importing.trial
    assert trial is not None
    assert [each.message.key for each in trial.findings] == ["finding.lacking.country"]
    window.back()

    page.country.countries.cards[0].click()
    page.go_on()
    wait_for(lambda: window.importing.trial is not None)

    trial = window.importing.trial
    assert trial is not None
    assert trial.findings == ()


def test_page_when_a_workbook_has_several_sheets_then_another_can_be_chosen(
    window: IntakeWindow, tmp_path: Path
) -> None:
    path = write_xlsx(
        tmp_path / "list.xlsx",
        [("Who", "Areas"), ("Ana", "Grief")],
        lambda book, _: book.add_worksheet("More").write_column(0, 0, ["Therapist", "Bo"]),
    )
    page = _map(window, path)
    assert page.sheets is not None
    assert [card.words for card in page.sheets.cards] == ["People", "More"]

    page.sheets.cards[1].click()
    wait_for(lambda: window.mapping.draft is not None)

    assert [column.header for column in window.mapping.columns] == ["Therapist"]
    assert page.panel.header.plain == "Therapist"


@pytest.mark.parametrize(
    ("width", "direction"),
    [(1280, QBoxLayout.Direction.LeftToRight), (640, QBoxLayout.Direction.TopToBottom)],
)
def test_page_when_narrow_then_the_columns_stand_above_what_one_means(
    width: int, direction: QBoxLayout.Direction, window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, _LIST))

    window.resize(width, 700)
    settle()

    assert page._sides.direction() == direction


def test_page_when_a_column_is_clicked_above_what_it_means_then_that_comes_into_sight(
    window: IntakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = _map(window, write(tmp_path, _LIST))
    window.resize(640, 480)
    settle()

    qtbot.mouseClick(page.columns.cards.cards[2], Qt.MouseButton.LeftButton)
    settle()

    assert page.columns.place == 2
    assert focused() == "column_change"
    top = page.panel.header.mapTo(page, QPoint(0, 0)).y()
    assert 0 <= top < page.height() // 3


def test_page_when_a_column_is_clicked_beside_what_it_means_then_the_focus_stays(
    window: IntakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = _map(window, write(tmp_path, _LIST))
    window.resize(1280, 800)
    settle()

    qtbot.mouseClick(page.columns.cards.cards[2], Qt.MouseButton.LeftButton)
    settle()

    assert focused() == "columns_2"


def test_page_when_entered_without_a_file_then_it_is_withdrawn(window: IntakeWindow) -> None:
    withdrawn: list[bool] = []
    page = window.pages["import_map"]
    page.withdrawn.connect(lambda: withdrawn.append(True))

    page.enter()

    assert withdrawn == [True]


_COMMAS = 'Therapist,Insurance,Shoes\nAna,"cash, medicare",41\n'


@pytest.mark.parametrize("keys", [[Qt.Key.Key_Space], [Qt.Key.Key_Return],
                                  [Qt.Key.Key_Down, Qt.Key.Key_Return]])  # fmt: skip
def test_page_when_commas_are_settled_by_keys_then_what_is_open_next_has_the_focus(
    keys: list[Qt.Key], window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, _COMMAS))
    page._choose(1)
    page.panel.focus_open()
    assert focused() == "column_split_usual"

    for number, key in enumerate(keys, 1):
        press(key)
        settle()
        assert window.page is page
        assert (focused() or "").startswith("column_split") is (number < len(keys))


def test_page_when_f8_is_pressed_anywhere_then_what_is_open_next_has_the_focus(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, _COMMAS))
    assert "F8" in page.next_open.text()
    page._choose(0)
    page.columns.focus_chosen().setFocus()

    press(Qt.Key.Key_F8)
    settle()

    assert focused() == "column_split_usual"


def test_page_when_f8_is_pressed_again_then_it_goes_past_what_stays_open_and_round(
    window: IntakeWindow, tmp_path: Path
) -> None:
    _map(window, write(tmp_path, _LIST))
    seen = []
    for _ in range(5):
        press(Qt.Key.Key_F8)
        settle()
        seen.append(focused())

    assert seen == [
        "column_accept", "term_0_accept", "term_1_change", "column_change", "column_accept",
    ]  # fmt: skip


def test_page_when_the_button_for_what_is_open_next_is_clicked_twice_then_it_goes_on_too(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, _LIST))
    for at in ("column_accept", "term_0_accept", "term_1_change"):
        page.next_open.setFocus(Qt.FocusReason.MouseFocusReason)
        page.next_open.click()
        settle()
        assert focused() == at


def test_search_when_closed_before_the_page_then_the_focus_is_where_it_was_opened(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, _LIST))
    for _ in range(3):
        press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Return)
    settle()
    assert focused() == "term_1_picker_search"

    assert page.close_open()
    settle()

    assert focused() == "term_1_change"
    assert not page.close_open()


def test_search_when_f8_is_pressed_in_it_then_it_closes_and_what_is_open_next_has_the_focus(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, _LIST))
    page.panel.accept.setFocus()
    page.panel.change.click()
    settle()
    assert focused() == "column_picker_search"

    press(Qt.Key.Key_F8)
    settle()

    assert focused() == "term_0_accept"
    assert page.panel.picker.isHidden()
    assert not page.close_open()


def test_page_when_f5_is_pressed_anywhere_then_the_file_is_tried_out(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, _LIST))
    assert "F5" in page.next_button.text()
    page.panel.leave.setFocus()

    press(Qt.Key.Key_F5)
    wait_for(lambda: window.importing.trial is not None)

    assert window.name == "import_review"


@pytest.mark.parametrize(("content", "at"), [(_LIST, "next_open"), ("Therapist\nAna\n", "next")])
def test_page_when_come_back_to_without_sure_suggestions_then_it_begins_with_what_is_open(
    content: str, at: str, window: IntakeWindow, tmp_path: Path
) -> None:
    page = _map(window, write(tmp_path, content))
    window.mapping.accept_sure()
    page.go_on()
    wait_for(lambda: window.importing.trial is not None)
    assert window.page is not page

    window.back()
    settle()

    assert window.page is page
    assert focused() == at


def _many_words(window: IntakeWindow, folder: Path) -> MapPage:
    """Show a column of seven words that nobody knows, below others of which nothing is known."""
    words = "; ".join(f"Word{number} issue" for number in range(7))
    names = ",".join(("Therapist", *(f"Field {number}" for number in range(14)), "Specialties"))
    page = _map(window, write(folder, f"{names}\nAna,{'x,' * 14}{words}\n"))
    page.columns.place_chosen.emit(15)
    settle()
    return page


def test_page_when_the_meaning_of_a_column_is_to_be_changed_then_its_name_stays_in_sight(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _many_words(window, tmp_path)

    page.panel.change.setFocus()
    page.panel.change.click()
    settle()

    assert focused() == "column_picker_search"
    for part in (page.panel.header, page.panel.picker.search):
        assert part.visibleRegion().boundingRect() == part.rect()


def test_page_when_a_word_that_was_settled_is_changed_then_one_stays_at_it(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _many_words(window, tmp_path)
    row = page.panel.terms.rows[5]
    assert isinstance(row, WordRow)
    for token in ("grief", "anxiety"):
        row.change.setFocus()
        row.change.click()
        settle()
        at = page.scroll_bar.value()
        assert row.picker is not None
        row.picker.chosen.emit(token)
        settle()

    assert focused() == "term_5_change"
    assert page.scroll_bar.value() == at
