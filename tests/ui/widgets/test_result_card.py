import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.sittings import first_of, result_words

from matcher.scoring.result import Group
from ui.widgets.result_card import ResultCard
from ui.widgets.text import Text


@pytest.fixture
def card(qtbot: QtBot) -> ResultCard:
    card = ResultCard()
    qtbot.addWidget(card)
    card.show_person(*first_of(Group.MEETS_ALL, 1), result_words())
    card.resize(900, 300)
    card.show()
    return card


def test_card_when_shown_then_it_says_who_how_far_and_why(card: ResultCard) -> None:
    result, _ = first_of(Group.MEETS_ALL, 1)

    assert card.name.plain == result.name
    assert card.register.plain.endswith("On the register, checked September 1, 2026")
    assert card.count.plain == f"{result.fits} of {result.asked} wishes fit."
    assert len(card.strip.blocks) == result.asked
    assert len(card.fits.words) == 3


def test_card_when_a_need_is_missed_then_the_reason_is_on_it(qtbot: QtBot) -> None:
    card = ResultCard()
    qtbot.addWidget(card)

    card.show_person(*first_of(Group.NEAR_MISS), result_words())

    (reason,) = card.unmet.words
    assert "You need: " in reason


def test_card_when_something_is_to_be_asked_then_it_says_so(qtbot: QtBot) -> None:
    card = ResultCard()
    qtbot.addWidget(card)

    card.show_person(*first_of(Group.TO_CHECK), result_words())

    assert card.notes["ask"].startswith("Ask before you book.")


def test_card_when_chosen_then_button_and_screen_reader_say_so(card: ResultCard) -> None:
    card.set_chosen(is_chosen=True)

    assert card.choose.isChecked()
    assert card.choose.text() == "Chosen"
    assert card.choose.accessibleName() == f"{card.name.plain}: chosen"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space], ids=["return", "space"])
def test_card_when_choose_is_pressed_then_the_wish_is_told(
    card: ResultCard, qtbot: QtBot, key: Qt.Key
) -> None:
    with qtbot.waitSignal(card.choose_requested) as told:
        qtbot.keyClick(card.choose, key)

    assert told.args == [card.profile_id, True]


def test_card_when_see_all_is_pressed_then_the_profile_is_asked_for(
    card: ResultCard, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(card.open_requested) as told:
        qtbot.mouseClick(card.see, Qt.MouseButton.LeftButton)

    assert told.args == [card.profile_id]


def test_card_when_why_is_pressed_then_it_opens_and_closes(card: ResultCard, qtbot: QtBot) -> None:
    qtbot.keyClick(card.why, Qt.Key.Key_Space)
    assert card._why is not None
    assert card._why.isVisible()

    qtbot.keyClick(card.why, Qt.Key.Key_Space)
    assert not card._why.isVisible()


def test_card_when_another_language_holds_then_all_is_said_anew(card: ResultCard) -> None:
    card.why.setChecked(True)

    card.show_person(*first_of(Group.MEETS_ALL, 1), result_words("es"))

    assert card.choose.text() == "Elegir"
    assert card._why is not None
    said = " ".join(text.plain for text in card.findChildren(Text))
    assert "Why" not in said
    assert "What you need" not in said


def test_card_when_narrow_then_counts_stand_below_the_strip(card: ResultCard, qtbot: QtBot) -> None:
    card.resize(card.fontMetrics().averageCharWidth() * 60, 600)

    qtbot.waitUntil(lambda: card.count.y() > card.strip.y())
    assert card._buttons.y() > card.name.y()


def test_card_when_buttons_have_no_room_in_one_line_then_none_is_cut(card: ResultCard) -> None:
    card.resize(card.choose.width() + card.see.width() + 60, 900)
    QApplication.processEvents()

    assert card.why.y() > card.choose.y()
    for button in (card.choose, card.see, card.why):
        assert button.width() >= button.sizeHint().width()


def test_card_when_a_word_of_the_name_is_long_then_buttons_stand_below_it(
    card: ResultCard,
) -> None:
    result, profile = first_of(Group.MEETS_ALL, 1)
    asked = card.minimumSizeHint().width()

    card.show_person(replace(result, name="N" * 24), profile, result_words())
    card.resize(card._beside() - 1, 600)
    QApplication.processEvents()

    assert card._buttons.y() > card.name.y()
    assert asked < card.minimumSizeHint().width() < card.width()


def test_card_when_a_name_has_no_end_then_it_is_cut_and_said_whole(card: ResultCard) -> None:
    result, profile = first_of(Group.MEETS_ALL, 1)
    name = "Ana Vidal " * 30

    card.show_person(replace(result, name=name), profile, result_words())

    assert len(card.name.plain) < 70
    assert name in card.accessibleName()


def test_card_when_it_has_air_then_it_is_high_and_else_as_high_as_its_words(
    card: ResultCard,
) -> None:
    dense = card.heightForWidth(900)

    card.set_air(has_air=True)
    assert card.minimumHeight() == 400
    assert card.heightForWidth(900) > dense

    card.set_air(has_air=False)
    assert card.minimumHeight() == 0
    assert card.heightForWidth(900) == dense


def test_card_when_every_button_is_looked_at_then_each_names_the_person(card: ResultCard) -> None:
    for button in (card.choose, card.see, card.why):
        assert card.name.plain in button.accessibleName()


def test_card_when_another_person_is_shown_then_nothing_of_the_first_is_left(
    card: ResultCard,
) -> None:
    card.set_figures(are_shown=True)
    card.why.setChecked(True)
    result, profile = first_of(Group.TO_CHECK)

    card.show_person(result, profile, result_words())

    assert card.profile_id == result.profile_id
    assert card.objectName() == f"card_{result.profile_id}"
    assert card.choose.objectName() == f"choose_{result.profile_id}"
    assert card._why is None
    assert not card.why.isChecked()
    assert card.name.plain == result.name
    first, _ = first_of(Group.MEETS_ALL, 1)
    names = {widget.objectName() for widget in card.findChildren(QWidget)}
    assert not any(name.endswith(first.profile_id) for name in names)


def test_card_when_the_same_person_is_shown_anew_then_the_explanation_stays_open(
    card: ResultCard,
) -> None:
    card.why.setChecked(True)

    card.show_person(*first_of(Group.MEETS_ALL, 1), result_words())

    assert card.why.isChecked()
    assert card._why is not None


def test_card_when_figures_are_wanted_then_the_score_is_on_it_and_else_not(
    card: ResultCard,
) -> None:
    assert "figures" not in card.notes

    card.set_figures(are_shown=True)
    assert re.fullmatch(r"\d+ of 100(, up to \d+)?", card.notes["figures"])

    card.set_figures(are_shown=False)
    assert "figures" not in card.notes


def test_card_when_asked_by_a_screen_reader_then_it_is_a_group_with_a_name(
    card: ResultCard,
) -> None:
    interface = QAccessible.queryAccessibleInterface(card)

    assert interface.role() == QAccessible.Role.Grouping
    assert card.name.plain in interface.text(QAccessible.Text.Name)


def test_card_when_made_then_it_is_few_widgets(card: ResultCard) -> None:
    assert len(card.findChildren(QWidget)) <= 16


def test_card_when_nothing_was_asked_then_it_is_as_high_as_its_words_in_a_high_room_too(
    card: ResultCard,
) -> None:
    result, profile = first_of(Group.MEETS_ALL, 1)
    card.set_air(has_air=True)

    card.show_person(replace(result, contributions=()), profile, result_words())

    assert card.minimumHeight() == 0
