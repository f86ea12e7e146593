import pytest
from pytestqt.qtbot import QtBot
from support.sittings import make_results

from matcher.checklist.part import PartId
from ui.controllers.checklist_controller import ChecklistController
from ui.controllers.sheets_order import LOOKS
from ui.language import Language
from ui.pages.sheet_choices import SheetChoices


@pytest.fixture
def checklist(qtbot: QtBot) -> ChecklistController:
    results, _ = make_results()
    checklist = ChecklistController(results)
    results.setParent(checklist)
    return checklist


def _choices(qtbot: QtBot, checklist: ChecklistController, *, saves: bool = True) -> SheetChoices:
    choices = SheetChoices(Language("en"), checklist, saves=saves)
    qtbot.addWidget(choices)
    choices.retranslate()
    choices.show_chosen()
    return choices


def test_choices_when_first_seen_then_all_parts_and_the_usual_are_chosen(
    qtbot: QtBot, checklist: ChecklistController
) -> None:
    choices = _choices(qtbot, checklist)

    assert choices.parts.chosen == tuple(part.value for part in PartId)
    assert choices.looks.chosen == ()
    assert choices.language.chosen == ("screen",)
    assert choices.paper.chosen == (checklist.paper,)


def test_choices_when_each_is_chosen_then_it_is_kept(
    qtbot: QtBot, checklist: ChecklistController
) -> None:
    choices = _choices(qtbot, checklist)

    for group, place in (("parts", 0), ("looks", 1), ("language", 2), ("paper", 0)):
        getattr(choices, group).cards[place].click()

    assert checklist.parts == (PartId.TAKE_IN, PartId.HOME)
    assert checklist.looks == (LOOKS[1],)
    assert (checklist.language, checklist.paper) == ("es", "A4")


def test_choices_when_shown_then_the_parts_are_called_as_on_paper(
    qtbot: QtBot, checklist: ChecklistController
) -> None:
    choices = _choices(qtbot, checklist)

    called = [card.words for card in choices.parts.cards]
    assert called == ["Before you book", "First visit notes", "Keep at home"]


@pytest.mark.parametrize(("saves", "count"), [(True, 6), (False, 5)], ids=["own", "shared"])
def test_choices_when_nothing_can_be_saved_then_nothing_is_to_be_filled_in_on_a_screen(
    qtbot: QtBot, checklist: ChecklistController, saves: bool, count: int
) -> None:
    assert len(_choices(qtbot, checklist, saves=saves).looks.cards) == count
