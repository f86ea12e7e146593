import pytest
from pytestqt.qtbot import QtBot
from support.window import english, show

from ui.staff.workbook_choice import WorkbookChoice


@pytest.fixture
def choice(qtbot: QtBot) -> WorkbookChoice:
    made = WorkbookChoice(english())
    qtbot.addWidget(made)
    show(made)
    return made


def test_choice_when_there_are_several_sheets_then_the_one_chosen_is_told(
    qtbot: QtBot, choice: WorkbookChoice
) -> None:
    choice.show_sheets(("People", "More"), "More")
    assert [card.isChecked() for card in choice.cards] == [False, True]

    with qtbot.waitSignal(choice.sheet_chosen) as told:
        choice.cards[0].click()

    assert told.args == ["People"]


@pytest.mark.parametrize("names", [(), ("People",)])
def test_choice_when_there_is_nothing_to_choose_from_then_it_is_not_shown(
    names: tuple[str, ...], choice: WorkbookChoice
) -> None:
    choice.show_sheets(("People", "More"), "People")
    assert not choice.isHidden()

    choice.show_sheets(names, "")

    assert choice.isHidden()
    assert choice.cards == ()
