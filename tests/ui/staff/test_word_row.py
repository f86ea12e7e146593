import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.window import english, focused, press, show

from matcher.services.intake.mapping_choice import LEAVE_OUT
from matcher.services.intake.mapping_terms import CHOSEN, TermDraft, suggest_term
from ui.staff.word_row import WordRow


@pytest.fixture
def row(qtbot: QtBot) -> WordRow:
    made = WordRow("term_0", english())
    qtbot.addWidget(made)
    show(made)
    return made


def test_word_when_a_suggestion_is_like_it_then_its_letters_are_marked_and_it_can_be_accepted(
    row: WordRow, qtbot: QtBot
) -> None:
    row.show_term("issues", suggest_term("issues", "Grief, loss, and bereavement", {}))

    assert row.text.marked == ("Grief", "loss")
    assert "Perhaps: Someone died. Likeness 67 of 100" in row.meaning.plain
    assert row.first_button() is row.accept
    assert row.accept.accessibleName() == "Accept: Grief, loss, and bereavement is Someone died"
    with qtbot.waitSignal(row.decided) as told:
        row.accept.click()
    assert told.args == ["Grief, loss, and bereavement", "bereavement"]


@pytest.mark.parametrize(
    ("button", "token"), [("keep", ""), ("leave", LEAVE_OUT)], ids=["keep", "leave"]
)
def test_word_when_nothing_of_it_is_to_come_in_then_that_is_told(
    button: str, token: str, row: WordRow, qtbot: QtBot
) -> None:
    row.show_term("issues", TermDraft("Wellness", count=3))

    assert row.accept.isHidden()
    assert (row.meaning.plain[:9], row.count.plain) == ("Not known", "in 3 cells")
    with qtbot.waitSignal(row.decided) as told:
        getattr(row, button).click()
    assert told.args == ["Wellness", token]


def test_word_when_another_term_is_searched_for_then_that_one_is_told(
    row: WordRow, qtbot: QtBot
) -> None:
    row.show_term("issues", TermDraft("Wellness", others=("sleep", "worry")))
    row.change.setFocus()
    press(Qt.Key.Key_Return)
    assert row.picker is not None
    assert focused() == "term_0_picker_search"
    assert row.picker.found == ("sleep", "worry")
    row.picker.search.setText("panic")
    assert "panic" in row.picker.found

    with qtbot.waitSignal(row.decided) as told:
        row.picker.buttons[row.picker.found.index("panic")].click()

    assert told.args == ["Wellness", "panic"]
    assert row.picker.isHidden()


def test_word_when_it_stands_for_one_thing_more_then_both_are_told(
    row: WordRow, qtbot: QtBot
) -> None:
    row.show_term("age_groups", TermDraft("grown", "26-64", CHOSEN))
    row.also.setFocus()
    press(Qt.Key.Key_Return)
    assert row.picker is not None

    with qtbot.waitSignal(row.decided) as told:
        row.picker.buttons[row.picker.found.index("65+")].click()

    assert told.args == ["grown", "26-64;65+"]
    row.show_term("age_groups", TermDraft("grown", "26-64;65+", CHOSEN))
    assert "26 to 64" in row.meaning.plain
    assert "65 or older" in row.meaning.plain


@pytest.mark.parametrize(
    ("field", "token"),
    [("age_groups", ""), ("age_groups", LEAVE_OUT), ("accepting", "yes")],
    ids=["nothing yet", "left out", "one answer alone"],
)
def test_word_when_there_is_nothing_to_add_to_then_nothing_more_is_offered(
    field: str, token: str, row: WordRow
) -> None:
    row.show_term(field, TermDraft("grown", token, CHOSEN))

    assert row.also.isHidden()


def test_word_when_the_search_is_closed_then_nothing_is_changed(row: WordRow) -> None:
    row.show_term("issues", TermDraft("Wellness"))
    row.change.click()
    assert row.picker is not None

    row.picker.close_button.click()

    assert row.picker.isHidden()
    assert row.change.hasFocus()


@pytest.mark.parametrize(
    ("term", "begins"),
    [
        (TermDraft("x", "worry", "exact"), "Means: Worry. We know"),
        (TermDraft("x", "worry", "known"), "Means: Worry. You said so before"),
        (TermDraft("x", "worry", CHOSEN), "Means: Worry. You said so."),
        (TermDraft("x", "", CHOSEN), "Kept as text."),
        (TermDraft("x", LEAVE_OUT, "known"), "Left out."),
        (TermDraft("x", "", "silent"), "Says nothing"),
        (TermDraft("x", "x", "own"), "Taken over as a plan"),
    ],
)
def test_word_when_settled_then_its_meaning_says_how(
    term: TermDraft, begins: str, row: WordRow
) -> None:
    row.show_term("issues", term)

    assert row.meaning.plain.startswith(begins)
    assert row.accept.isHidden()
