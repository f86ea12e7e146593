"""The country of a list, asked once."""

from pathlib import Path

from pytestqt.qtbot import QtBot
from support.importing import write
from support.window import english, focused, show

from matcher.region import countries
from matcher.services.intake.chosen_file import look_into
from matcher.services.intake.mapping_book import MappingBook
from ui.controllers.mapping_controller import MappingController
from ui.staff.country_choice import NOT_SAID, CountryChoice


def _choice(qtbot: QtBot, folder: Path, content: str) -> CountryChoice:
    mapping = MappingController(MappingBook(folder / "mappings"))
    made = CountryChoice(english(), mapping)
    qtbot.addWidget(made)
    mapping.changed.connect(lambda _: made.show_country())
    with qtbot.waitSignal(mapping.drafted, timeout=20_000):
        mapping.begin(look_into(write(folder, content)))
    made.retranslate()
    show(made)
    return made


def test_choice_when_nothing_says_the_country_then_it_suggests_without_choosing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    choice = _choice(qtbot, tmp_path, "Name,Zip\nAna,97201\n")

    assert choice.fold.line.text() == "These places are in: Not said"
    assert "this country: United States." in choice.likely.plain
    assert choice.first_stop() is choice.accept
    assert choice.countries.chosen == (NOT_SAID,)
    assert len(choice.countries.cards) == len(countries()) + 1


def test_choice_when_made_then_it_is_decided_and_can_be_taken_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    choice = _choice(qtbot, tmp_path, "Name,Zip\nAna,97201\n")

    choice.countries.cards[0].click()

    decided = choice._mapping.decided()
    assert decided is not None
    assert decided.country == "US"
    assert choice.fold.line.text() == "These places are in: United States"
    assert choice.accept.isHidden()
    assert choice.first_stop() is None

    choice.countries.cards[-1].click()

    decided = choice._mapping.decided()
    assert decided is not None
    assert decided.country == ""


def test_suggestion_when_accepted_then_it_holds_and_the_focus_has_a_place(
    qtbot: QtBot, tmp_path: Path
) -> None:
    choice = _choice(qtbot, tmp_path, "Name,Zip\nAna,97201\n")

    choice.accept.setFocus()
    choice.accept.click()

    assert choice.countries.chosen == ("US",)
    assert focused() == "country_fold_open"


def test_choice_when_nothing_is_likely_then_the_countries_are_shown(
    qtbot: QtBot, tmp_path: Path
) -> None:
    choice = _choice(qtbot, tmp_path, "Name,Zip\nAna,SW1A 1AA\n")

    assert choice.fold.is_open
    assert choice.first_stop() is choice.countries.cards[-1]


def test_choice_when_the_list_has_neither_places_nor_fees_then_it_is_not_asked(
    qtbot: QtBot, tmp_path: Path
) -> None:
    choice = _choice(qtbot, tmp_path, "Name,Shoes\nAna,41\n")

    choice.show_country()

    assert choice.isHidden()


def test_choice_when_the_list_may_say_it_then_it_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    choice = _choice(qtbot, tmp_path, "Name,Zip,State\nAna,97201,OR\n")

    assert not choice.fold.is_open
    assert choice.fold.line.text() == "These places are in: The list says it itself"
