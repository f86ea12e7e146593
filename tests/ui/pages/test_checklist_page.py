from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from support.printers import DESK, silent_printers
from support.sittings import make_results, sample_match
from support.troubles import set_printers
from support.window import open_window, settle

from matcher.checklist.part import PartId
from matcher.checklist.selection import MOST
from ui.app import Wiring
from ui.controllers.checklist_controller import ChecklistController
from ui.controllers.print_controller import PrintController
from ui.controllers.results_controller import ResultsController
from ui.language import Language
from ui.pages.checklist_page import ChecklistPage
from ui.pages.sheets_way import SheetsWay
from ui.printing import PrinterFacts, Printers
from ui.settings import Settings
from ui.widgets.question_picker import QuestionPicker
from ui.widgets.save_dialog import ask_where
from ui.widgets.text import Text

_SLOW = 60_000


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results(lambda _: sample_match())
    with qtbot.waitSignal(results.match_changed):
        results.request()
    results.choose("p-001")
    results.choose("p-016")
    return results


@pytest.fixture
def checklist(results: ResultsController) -> ChecklistController:
    return ChecklistController(results)


@pytest.fixture
def page(qtbot: QtBot, checklist: ChecklistController) -> ChecklistPage:
    page = ChecklistPage(Language("en"), checklist, way=SheetsWay(ask_where))
    qtbot.addWidget(page)
    page.enter()
    page.show()
    return page


def _pickers(page: ChecklistPage) -> list[QuestionPicker]:
    return page.findChildren(QuestionPicker)


def test_page_when_entered_then_each_person_has_questions(page: ChecklistPage) -> None:
    names = [picker.heading.plain for picker in _pickers(page)]

    assert names == [sample_match().directory.profile(id_).name for id_ in ("p-001", "p-016")]
    assert all(3 <= len(picker.picked) <= 5 for picker in _pickers(page))
    assert page.first_focus() is _pickers(page)[0].row(_pickers(page)[0].picked[0]).card


def test_page_when_a_question_is_taken_off_by_key_then_the_count_follows(
    page: ChecklistPage, qtbot: QtBot
) -> None:
    picker = _pickers(page)[0]
    first, *rest = picker.picked

    qtbot.keyClick(picker.row(first).card, Qt.Key.Key_Space)

    assert picker.picked == tuple(rest)
    assert picker.note.plain.startswith(f"{len(rest)} questions go")


def test_page_when_a_question_is_moved_by_key_then_the_order_follows(
    page: ChecklistPage, qtbot: QtBot
) -> None:
    picker = _pickers(page)[0]
    first, second, *rest = picker.picked

    qtbot.keyClick(picker.row(first).down, Qt.Key.Key_Return)

    assert picker.picked == (second, first, *rest)


def test_page_when_the_last_question_is_taken_off_then_it_stays_with_a_sentence(
    page: ChecklistPage,
) -> None:
    picker = _pickers(page)[0]
    *rest, last = picker.picked
    for id_ in rest:
        picker.row(id_).card.click()

    picker.row(last).card.click()

    assert picker.picked == (last,)
    assert picker.row(last).card.isChecked()
    assert page.told.plain == "Keep at least one question on the page."


def test_page_when_no_sheet_is_wanted_then_it_asks_for_one(
    page: ChecklistPage, checklist: ChecklistController
) -> None:
    for card in page.choices.parts.cards:
        card.click()
    assert checklist.parts == ()

    page.next_button.click()

    assert page.problem.plain == "Pick at least one kind of sheet."
    assert page.focusWidget() is page.choices.parts.cards[0]


def test_page_when_parts_and_paper_are_chosen_then_they_are_kept(
    page: ChecklistPage, checklist: ChecklistController
) -> None:
    page.choices.parts.cards[0].click()
    page.choices.paper.cards[0].click()

    assert checklist.parts == (PartId.TAKE_IN, PartId.HOME)
    assert checklist.paper == "A4"


def test_page_when_saved_then_it_says_where(
    page: ChecklistPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.next_button.click()
    dialog = page.findChild(QFileDialog, "save_dialog")
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "first-visit-notes.pdf"

    dialog.selectFile(str(tmp_path / "mine.pdf"))
    dialog.accept()

    qtbot.waitUntil(
        lambda: page.told.plain == f"Saved as mine.pdf in {tmp_path.name}.", timeout=_SLOW
    )
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("form", "words"), [("html", "Save the web page"), ("txt", "Save the text")]
)
def test_page_when_another_form_is_chosen_then_button_and_file_follow(
    page: ChecklistPage, form: str, words: str
) -> None:
    next(card for card in page.choices.forms.cards if card.property("code") == form).click()

    assert page.next_button.text() == words
    page.next_button.click()
    dialog = page.findChild(QFileDialog, "save_dialog")
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == f"first-visit-notes.{form}"
    assert dialog.defaultSuffix() == form


def test_page_when_a_reason_is_worded_for_the_therapist_then_it_is_quoted(
    page: ChecklistPage,
) -> None:
    picker = _pickers(page)[0]
    reasons = [page._say_question(each)[1] for each in picker._selection.suggested]

    assert any(reasons)
    assert all(reason[0] + reason[-1] == "“”" for reason in reasons if reason)


@pytest.mark.parametrize(
    ("button", "opened"), [("print", "print"), ("preview", "preview"), ("copy", "copy_card")]
)
def test_page_when_a_button_is_pressed_then_a_page_opens_over_it(
    page: ChecklistPage, qtbot: QtBot, button: str, opened: str
) -> None:
    with qtbot.waitSignal(page.detour_requested) as told:
        getattr(page, button).click()

    assert told.args == [opened]


def test_page_when_no_sheet_is_wanted_then_there_is_nothing_to_look_at(
    page: ChecklistPage, qtbot: QtBot
) -> None:
    for card in page.choices.parts.cards:
        card.click()

    with qtbot.assertNotEmitted(page.detour_requested):
        page.preview.click()

    assert page.problem.plain == "Pick at least one kind of sheet."


def test_page_when_looks_and_language_are_chosen_then_they_are_kept(
    page: ChecklistPage, checklist: ChecklistController
) -> None:
    page.choices.looks.cards[0].click()
    page.choices.looks.cards[3].click()
    page.choices.language.cards[2].click()
    assert (checklist.looks, checklist.language) == (("large", "share"), "es")

    page.choices.language.cards[0].click()

    assert checklist.language == ""


def test_page_when_an_own_question_is_written_then_it_stands_last(
    page: ChecklistPage, qtbot: QtBot
) -> None:
    picker = _pickers(page)[0]
    before = picker.picked
    assert picker.own is not None

    qtbot.keyClicks(picker.own.field, " Do you know  my trade? ")
    qtbot.keyClick(picker.own.field, Qt.Key.Key_Return)

    assert picker.picked == (*before, "own.1")
    assert picker.row("own.1").card.words == "Do you know my trade?"
    assert picker.own.field.text() == ""
    assert page.told.plain == "Your question is on the page now."


def test_page_when_an_own_question_is_taken_off_then_its_words_are_in_the_field(
    page: ChecklistPage,
) -> None:
    picker = _pickers(page)[0]
    before = picker.picked
    assert picker.own is not None
    for words in ("First?", "Second?"):
        picker.own.field.setText(words)
        picker.own.add_button.click()

    picker.row("own.1").card.click()

    assert picker.own.field.text() == "First?"
    assert picker.picked == (*before, "own.1")
    assert picker.row("own.1").card.words == "Second?"
    assert picker.own.field.hasFocus()


def _write(picker: QuestionPicker, words: str) -> None:
    assert picker.own is not None
    picker.own.field.setText(words)
    picker.own.add_button.click()


def _fill(picker: QuestionPicker) -> None:
    """Let only own questions be on the page."""
    for place in range(MOST):
        _write(picker, f"Question {place}?")


def test_page_when_it_is_full_then_a_suggestion_makes_way_and_that_is_said(
    page: ChecklistPage, checklist: ChecklistController
) -> None:
    picker = _pickers(page)[0]
    last = picker.row(picker.picked[-1]).card.words
    while checklist.has_room("p-001"):
        _write(picker, f"Question {len(picker.picked)}?")

    _write(picker, "Do you know my trade?")

    assert len(picker.picked) == MOST
    assert picker.row(picker.picked[-1]).card.words == "Do you know my trade?"
    assert page.told.plain.endswith(f"To make room, this one went off: {last}")


def test_page_when_the_person_chose_all_five_then_the_field_says_why_there_is_no_room(
    page: ChecklistPage, qtbot: QtBot
) -> None:
    picker = _pickers(page)[0]
    assert picker.own is not None
    page.resize(500, 420)
    page.activateWindow()
    _fill(picker)

    _write(picker, "One more?")

    assert picker.own.field.text() == "One more?"
    assert picker.own.error.plain.startswith("Five questions fit on the page")
    assert page.told.plain == ""
    settle()
    assert not picker.own.error.visibleRegion().isEmpty()
    qtbot.keyClick(picker.own.field, Qt.Key.Key_Backspace)
    assert picker.own.error.plain == ""


@pytest.mark.parametrize("button", ["next_button", "print", "preview", "copy"])
def test_page_when_words_still_stand_in_a_field_then_they_are_taken_where_there_is_room(
    page: ChecklistPage, checklist: ChecklistController, button: str
) -> None:
    picker = _pickers(page)[0]
    assert picker.own is not None
    picker.row(picker.picked[0]).card.click()
    assert checklist.has_room("p-001")
    picker.own.field.setText("Do you know my trade?")

    getattr(page, button).click()

    assert picker.row(picker.picked[-1]).card.words == "Do you know my trade?"
    assert picker.own.field.text() == ""


def test_page_when_words_in_a_field_have_no_room_then_they_are_named_once(
    page: ChecklistPage, qtbot: QtBot
) -> None:
    picker = _pickers(page)[0]
    assert picker.own is not None
    _fill(picker)
    picker.own.field.setText("One more?")

    with qtbot.assertNotEmitted(page.detour_requested):
        page.preview.click()

    assert picker.heading.plain in picker.own.error.plain
    assert "on no sheet yet" in picker.own.error.plain
    assert page.focusWidget() is picker.own.field
    with qtbot.waitSignal(page.detour_requested):
        page.preview.click()


def test_page_when_a_question_was_taken_off_then_its_words_do_not_come_back_by_themselves(
    page: ChecklistPage, qtbot: QtBot
) -> None:
    picker = _pickers(page)[0]
    picker.row(picker.picked[0]).card.click()
    _write(picker, "Do you know my trade?")
    picker.row("own.1").card.click()

    with qtbot.waitSignal(page.detour_requested):
        page.preview.click()

    assert "own.1" not in picker.picked


@pytest.mark.parametrize("how", ["change", "focus"])
def test_page_when_one_goes_on_to_another_person_then_a_limit_is_said_no_more(
    page: ChecklistPage, how: str
) -> None:
    first, second = _pickers(page)
    page.activateWindow()
    *rest, last = first.picked
    for id_ in rest:
        first.row(id_).card.click()
    first.row(last).card.click()
    assert page.told.plain == "Keep at least one question on the page."

    if how == "change":
        second.row(second.picked[0]).card.click()
    else:
        assert second.own is not None
        second.own.field.setFocus()
        settle()

    assert page.told.plain == ""


def test_page_when_a_question_is_taken_off_by_key_then_what_has_the_focus_is_seen(
    page: ChecklistPage, qtbot: QtBot
) -> None:
    page.resize(500, 420)
    page.activateWindow()
    settle()
    picker = _pickers(page)[0]
    card = picker.row(picker.picked[0]).card
    card.setFocus()
    settle()

    for _ in range(2):
        focused = page.focusWidget()
        qtbot.keyClick(focused, Qt.Key.Key_Space)
        settle()

        now = page.focusWidget()
        assert now is not None
        assert now is not focused
        assert not now.visibleRegion().isEmpty()


def test_page_when_somebody_was_let_go_then_only_the_others_are_shown(
    page: ChecklistPage, results: ResultsController
) -> None:
    results.choose("p-001", False)

    page.enter()

    assert page.first_focus().objectName().startswith("questions_p-016_")


def test_page_when_nobody_is_chosen_then_it_leads_back(
    page: ChecklistPage, results: ResultsController
) -> None:
    for id_ in results.chosen:
        results.choose(id_, False)

    page.enter()

    assert page.why.plain.startswith("Nobody is chosen yet.")
    assert page.next_button.isHidden()
    assert page.print.isHidden()
    assert page.first_focus() is page.back_button


def test_page_when_another_language_holds_then_questions_are_said_anew(
    page: ChecklistPage,
) -> None:
    picker = _pickers(page)[0]
    before = picker.row(picker.picked[0]).card.words

    page.words.set_code("es")
    page.retranslate()

    assert picker.row(picker.picked[0]).card.words != before
    assert page.next_button.text() == "Guardar el PDF"
    assert page.title == "Sus hojas"


def _choose_first(wiring: Wiring) -> None:
    wiring.window.go("results")
    settle()
    assert wiring.results.match is not None
    wiring.results.choose(wiring.results.match.evaluation.snapshot.ids[0])


def test_page_when_nothing_can_be_printed_then_it_leads_to_what_is_copied_and_to_the_end(
    qapp: object,
) -> None:
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        set_printers(wiring)
        _choose_first(wiring)
        wiring.window.go("checklist")
        page = wiring.window.page
        assert isinstance(page, ChecklistPage)

        said = [text.plain for text in page.findChildren(Text) if text.isVisible()]
        said += [button.text() for button in page.findChildren(QPushButton) if button.isVisible()]
        assert "There is no printer here." in page.why.plain
        assert not [words for words in said if "Print" in words or "sheet" in words]
        assert not page.choices.isVisible()
        assert not page.copy.isVisible()

        page.next_button.click()
        assert wiring.window.page.objectName() == "page_copy_card"
        wiring.window.page.next_button.click()
        assert wiring.window.page.objectName() == "page_finish"


def test_page_when_a_printer_is_found_later_then_it_prints_again(qapp: object) -> None:
    found: list[PrinterFacts] = []
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        way = Printers(lambda: [*found], silent_printers().print)
        wiring.sheets_printout.printing = PrintController(way, parent=wiring)
        _choose_first(wiring)
        wiring.window.go("checklist")
        assert wiring.window.page.next_button.text() == "Copy a few lines by hand"

        wiring.window.go_back()
        found.append(DESK)
        wiring.window.go("checklist")
        settle()

        assert wiring.window.page.next_button.text() == "Print"
        assert wiring.window.page.title == "Your sheets"


def test_page_when_strangers_share_the_computer_then_sheets_are_only_printed(qapp: object) -> None:
    with open_window(Settings(is_kiosk=True, own_words=False)) as wiring:
        set_printers(wiring, DESK)
        _choose_first(wiring)
        wiring.window.go("checklist")
        settle()

        page = wiring.window.page
        assert page.next_button.text() == wiring.words.text("checklist.print")
        assert not page.findChild(QPushButton, "print").isVisible()
        assert all(picker.own is None for picker in page.findChildren(QuestionPicker))
        page.next_button.click()
        settle()
        assert wiring.window.page.objectName() == "page_print"

        wiring.window.open("how")
        settle()
        assert not wiring.window.page.findChild(QPushButton, "save").isVisible()
