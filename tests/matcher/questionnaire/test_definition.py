import pytest

from matcher.questionnaire.definition import Page, Questionnaire, Section
from matcher.questionnaire.item import Item, ItemKind

TIMES = Item("times", "practical", ItemKind.TIMES)
TOOLS = Item("tools", "approach", ItemKind.CHOICES)


@pytest.fixture
def questionnaire() -> Questionnaire:
    return Questionnaire(
        id="preferences/1",
        sections=(Section("practical"), Section("approach")),
        items=(TIMES, TOOLS),
        pages=(Page("times", ("times",)),),
        pause_before="times",
    )


def test_questionnaire_when_iterated_then_items_come_in_order(questionnaire: Questionnaire) -> None:
    assert [*questionnaire] == [TIMES, TOOLS]


def test_item_when_asked_by_id_then_it_is_found(questionnaire: Questionnaire) -> None:
    assert questionnaire.item("tools") is TOOLS
    assert "tools" in questionnaire


def test_item_when_there_is_none_then_a_key_error_says_so(questionnaire: Questionnaire) -> None:
    assert "weather" not in questionnaire
    with pytest.raises(KeyError, match="weather"):
        questionnaire.item("weather")


def test_pages_when_beyond_the_express_path_then_they_are_found_like_the_others() -> None:
    more = Page("tools", ("tools",))
    questionnaire = Questionnaire(
        id="preferences/1",
        sections=(Section("practical"), Section("approach")),
        items=(TIMES, TOOLS),
        pages=(Page("times", ("times",)),),
        pause_before="times",
        more=(more,),
    )

    assert questionnaire.page("tools") is questionnaire.page_of("tools") is more
    assert questionnaire.section_of(more) == "approach"
    assert not questionnaire.is_private(more)
    with pytest.raises(KeyError, match="weather"):
        questionnaire.page("weather")
