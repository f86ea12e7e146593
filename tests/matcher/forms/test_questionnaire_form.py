"""The questionnaire on paper: everything that can be answered on the screen, with its number."""

import re

import pytest

from matcher.checklist.wording import describe_asked, describe_state
from matcher.document import (
    Blank,
    Block,
    Callout,
    Document,
    Paragraph,
    Questions,
    Section,
    Table,
    Ticks,
)
from matcher.forms.numbering import form_items, numbered_options
from matcher.forms.questionnaire_form import blank_questionnaire, importances_of, states_of
from matcher.forms.signs import IMPORTANCE_SIGNS, STATE_SIGNS
from matcher.i18n import Catalogue
from matcher.questionnaire.item import Importance, ItemKind
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import State
from matcher.region import load_region


def _form(language: str = "en", region: str = "us", *, is_full: bool = True) -> Document:
    return blank_questionnaire(load_questionnaire(), Catalogue(language, region), is_full=is_full)


def _by_item(document: Document) -> dict[int, list[Block]]:
    """Return the blocks of each question by its number, those of a list that goes on included."""
    found: dict[int, list[Block]] = {0: []}
    for section in document.sheets[0].sections:
        number = re.match(r"(\d+)\. ", section.heading)
        at = int(number[1]) if number else max(found)
        found.setdefault(at, []).extend(section.blocks)
    return found


def _boxes(blocks: list[Block]) -> list[str]:
    found = []
    for block in blocks:
        found += block.boxes if isinstance(block, Ticks) else ()
        found += block.items if isinstance(block, Questions) else ()
    return found


@pytest.mark.parametrize("language", ["en", "es"])
def test_form_when_printed_then_every_item_stands_there_with_heading_and_why(language: str) -> None:
    words = Catalogue(language)
    document = _form(language)
    headings = [section.heading for section in document.sheets[0].sections]
    blocks = _by_item(document)

    for number, item in enumerate(form_items(load_questionnaire(), is_full=True), start=1):
        assert f"{number}. {words.text(f'item.{item.id}.heading')}" in headings
        told = [getattr(block, "text", "") for block in blocks[number]]
        on_paper = f"form.why.{item.id}"
        why = words.text(on_paper if words.has(on_paper) else f"item.{item.id}.why")
        assert any(why in text for text in told)


def test_form_when_printed_then_each_option_has_its_number_or_points_to_its_list() -> None:
    words = Catalogue()
    blocks = _by_item(_form())
    for number, item in enumerate(form_items(load_questionnaire(), is_full=True), start=1):
        if item.kind not in {ItemKind.CHOICE, ItemKind.CHOICES}:
            continue
        boxes = _boxes(blocks[number])
        expected = [
            f"{n}. {describe_asked(item, (code,), words)}"
            for code, n in numbered_options(item, load_region("us")).items()
        ]
        lists = [block.label for block in blocks[number] if isinstance(block, Blank)]
        if item.id in {"approaches_avoid", "shared_identity"}:
            assert any(re.search(r"list of question \d+", label) for label in lists)
        else:
            assert [box for box in boxes if re.match(r"\d", box)] == expected


def test_form_when_printed_then_states_and_importance_stand_where_they_apply() -> None:
    words = Catalogue()
    blocks = _by_item(_form())
    for number, item in enumerate(form_items(load_questionnaire(), is_full=True), start=1):
        boxes = _boxes(blocks[number])
        meanings = {f"importance.{one}": words.text(f"item.importance.{one}") for one in Importance}
        meanings |= {f"state.{one}": describe_state(item.id, one, words) for one in State}
        signs = {**STATE_SIGNS, **IMPORTANCE_SIGNS}
        signed = {name: f"{meanings[name]} ({sign})" for name, sign in signs.items()}
        expected = [*(f"state.{one}" for one in states_of(item))]
        expected += [f"importance.{one}" for one in importances_of(item)]

        assert {*signed.values()} & {*boxes} == {signed[name] for name in expected}


def test_states_when_an_item_is_private_or_only_printed_then_they_differ() -> None:
    questionnaire = load_questionnaire()

    assert State.RATHER_NOT_SAY in states_of(questionnaire.item("issues"))
    assert State.RATHER_NOT_SAY not in states_of(questionnaire.item("fee"))
    assert states_of(questionnaire.item("when_off")) == (State.RATHER_NOT_SAY,)
    assert importances_of(questionnaire.item("when_off")) == ()
    assert Importance.MUST in importances_of(questionnaire.item("fee"))
    assert Importance.MUST not in importances_of(questionnaire.item("tools"))


def test_axis_when_printed_then_it_has_five_numbered_boxes_and_both_ends() -> None:
    blocks = _by_item(_form(is_full=False))[10]
    boxes = _boxes(blocks)

    assert [box[:2] for box in boxes[:5]] == ["1.", "2.", "3.", "4.", "5."]
    poles = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert any("asks the questions" in text and "comes along" in text for text in poles)


def test_times_when_printed_then_the_grid_holds_each_number_once() -> None:
    (table,) = (block for block in _by_item(_form())[6] if isinstance(block, Table))
    numbers = sorted(int(cell) for row in table.rows for cell in row[1:])

    assert (table.kind, len(table.headings), len(table.rows)) == ("ticks", 8, 5)
    assert numbers == [*range(1, 36)]


@pytest.mark.parametrize(
    ("region", "unit", "currency"), [("us", "miles", "US dollars"), ("de", "km", "euros")]
)
def test_form_when_of_a_region_then_distance_and_money_are_its_own(
    region: str, unit: str, currency: str
) -> None:
    labels = [
        block.label
        for section in _form(region=region).sheets[0].sections
        for block in section.blocks
        if isinstance(block, Blank)
    ]

    assert any(label.endswith(f"{unit}:") for label in labels)
    assert any(currency in label for label in labels)


def _callouts(sections: tuple[Section, ...]) -> list[tuple[str, str]]:
    return [
        (section.heading, block.text)
        for section in sections
        for block in section.blocks
        if isinstance(block, Callout)
    ]


def test_form_when_printed_then_it_says_who_sees_it_and_where_it_gets_private() -> None:
    first, second = _callouts(_form(is_full=False).sheets[0].sections)

    assert "Staff see what you write here" in first[1]
    assert second[0].startswith("14.")
    assert "more private" in second[1]


def test_form_when_it_ends_then_the_seven_groups_can_be_ticked() -> None:
    for is_full, number in ((False, 17), (True, 51)):
        blocks = _by_item(_form(is_full=is_full))
        assert max(blocks) == number
        assert len(_boxes(blocks[number])) == len(load_questionnaire().groups)


def test_form_when_printed_then_no_question_is_torn_unless_its_list_goes_on_under_its_name() -> (
    None
):
    _, *sections = _form().sheets[0].sections

    assert all(section.heading for section in sections)
    torn = [one for one in sections if not one.together]
    assert all(isinstance(one.blocks[2], Questions) for one in torn)
    assert len(torn) >= 6


def test_importance_when_asked_for_then_it_comes_after_the_answers() -> None:
    asked = Catalogue().text("form.importance")
    items = form_items(load_questionnaire(), is_full=True)
    for number, blocks in _by_item(_form()).items():
        if 1 <= number <= len(items) and importances_of(items[number - 1]):
            assert isinstance(blocks[-1], Ticks)
            assert blocks[-1].text == asked
            assert sum(getattr(block, "text", "") == asked for block in blocks) == 1


def test_axis_when_printed_then_states_stand_apart_from_its_steps() -> None:
    steps, states = (
        block for block in _by_item(_form(is_full=False))[10] if isinstance(block, Questions)
    )

    assert [step[:2] for step in steps.items] == ["1.", "2.", "3.", "4.", "5."]
    assert not any(re.match(r"\d", state) for state in states.items)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("is_full", [False, True])
def test_form_when_printed_then_it_names_no_command_and_tells_staff_which_form_it_is(
    language: str, is_full: bool
) -> None:
    document = _form(language, is_full=is_full)
    texts = [
        getattr(block, "text", "")
        for section in document.sheets[0].sections
        for block in section.blocks
    ]

    assert Catalogue(language).text(f"form.staff.{'full' if is_full else 'express'}") in texts
    assert not any("--" in text or "rapport " in text for text in texts)


@pytest.mark.parametrize("language", ["en", "es"])
def test_ranked_when_printed_then_it_says_once_how_to_mark(language: str) -> None:
    words = Catalogue(language)
    told = [getattr(block, "text", "") for block in _by_item(_form(language))[4]]

    assert f"{words.text('form.why.formats')} {words.text('form.hint.ranked')}" in told
    assert words.text("item.formats.why") not in " ".join(told)
