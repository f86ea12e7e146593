import copy
import json
import subprocess
import sys
import tomllib
from typing import Any

import pytest

import matcher
from matcher.bundled import bundled_toml
from matcher.directory.vocabulary import load_vocabulary
from matcher.directory.week import CELLS
from matcher.errors import ResourceError
from matcher.i18n import Catalogue, languages
from matcher.questionnaire import loader
from matcher.questionnaire.definition import Questionnaire
from matcher.questionnaire.item import AXIS_STEPS, Importance, Item, ItemKind
from matcher.questionnaire.loader import build_questionnaire, load_questionnaire
from matcher.questionnaire.response import State

QUESTIONNAIRE = load_questionnaire()
ITEMS = [pytest.param(item, id=item.id) for item in QUESTIONNAIRE]
EXPRESS = [item for page in QUESTIONNAIRE.pages for item in page.items]

# The order decides equal remainders of weights, so it is part of the questionnaire's version.
ORDER = """
participants age_band formats place times start frequency session_length duration fee payers access
languages issues first_meetings prior_help helped_or_not medication approaches approaches_avoid
tools style_steer style_plan style_feelings style_time style_challenge style_us style_talk
style_words style_sharing style_pace contact reminders adjustments names_pronouns communities
shared_identity therapist_gender faith_stance family_role affirming goals feedback when_off
trust_pace practise boundaries qualification hide_people experience_years answered_by
"""
MAY_BE_MUST = """
participants age_band formats place times start fee payers access languages approaches
approaches_avoid adjustments communities shared_identity therapist_gender faith_stance affirming
qualification hide_people
"""
PRINTED_ONLY = """
first_meetings prior_help helped_or_not names_pronouns when_off trust_pace practise answered_by
"""
PRIVATE = """
issues first_meetings prior_help helped_or_not medication communities shared_identity
therapist_gender faith_stance family_role affirming when_off trust_pace practise boundaries
"""
A_LITTLE = """
frequency session_length duration medication approaches approaches_avoid tools style_us style_talk
style_words style_sharing style_pace reminders shared_identity therapist_gender faith_stance
family_role experience_years
"""


def _ids(condition: Any) -> set[str]:
    return {item.id for item in QUESTIONNAIRE if condition(item)}


def test_questionnaire_when_loaded_then_items_stand_in_the_published_order() -> None:
    assert [item.id for item in QUESTIONNAIRE] == ORDER.split()


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (lambda item: item.may_be_must, MAY_BE_MUST),
        (lambda item: not item.scored, PRINTED_ONLY),
        (lambda item: item.private, PRIVATE),
        (lambda item: item.ranked, "formats approaches"),
        (lambda item: item.starred, "issues"),
        (lambda item: item.limit == 5, "issues approaches"),
        (lambda item: item.own_words, "helped_or_not"),
        (lambda item: item.extensible, "payers"),
        (lambda item: item.kind is ItemKind.TEXT, "first_meetings names_pronouns"),
        (lambda item: item.importance is Importance.MATTERS_A_LOT, "issues"),
        (lambda item: item.importance is Importance.A_LITTLE, A_LITTLE),
        (
            lambda item: item.importance is Importance.MUST,
            "participants age_band fee payers access languages qualification",
        ),
    ],
)
def test_items_when_loaded_then_each_may_be_answered_as_published(
    condition: Any, expected: str
) -> None:
    assert _ids(condition) == {*expected.split()}


def test_express_path_when_loaded_then_it_has_fourteen_pages_and_a_pause() -> None:
    pages = {page.id: page.items for page in QUESTIONNAIRE.pages}

    assert len(pages) == 14
    assert pages["participants"] == ("participants", "age_band")
    assert pages["fee"] == ("fee", "payers")
    before, after = EXPRESS[: EXPRESS.index("issues")], EXPRESS[EXPRESS.index("issues") :]
    assert QUESTIONNAIRE.pause_before == "issues"
    assert after == ["issues", "communities", "therapist_gender"]
    assert not any(QUESTIONNAIRE.item(id_).private for id_ in before)
    assert all(QUESTIONNAIRE.item(id_).private for id_ in after)


def test_pages_when_loaded_then_every_item_is_on_exactly_one_of_one_section() -> None:
    pages = (*QUESTIONNAIRE.pages, *QUESTIONNAIRE.more)
    shown = [item for page in pages for item in page.items]

    assert sorted(shown) == sorted(item.id for item in QUESTIONNAIRE if item.id != "answered_by")
    for page in pages:
        assert len({QUESTIONNAIRE.item(item).section for item in page.items}) == 1
        assert len({QUESTIONNAIRE.item(item).private for item in page.items}) == 1
        assert len(page.items) <= 2


def test_pages_beyond_the_express_path_when_loaded_then_they_stand_in_questionnaire_order() -> None:
    order = [item.id for item in QUESTIONNAIRE]
    beyond = [order.index(item) for page in QUESTIONNAIRE.more for item in page.items]

    assert beyond == sorted(beyond)


@pytest.mark.parametrize("item", [p for p in ITEMS if p.values[0].vocabulary and p.id != "times"])
def test_options_when_they_come_from_a_vocabulary_then_they_are_its_codes(item: Item) -> None:
    assert item.vocabulary is not None
    assert item.options == load_vocabulary(item.vocabulary).codes


def test_times_when_loaded_then_they_are_the_cells_of_the_week() -> None:
    assert QUESTIONNAIRE.item("times").options == CELLS


def test_weights_when_loaded_then_groups_and_presets_are_those_of_the_model() -> None:
    groups = [group["id"] for group in bundled_toml("scoring", "criteria.toml")["group"]]
    presets = bundled_toml("scoring", "presets.toml")

    assert list(QUESTIONNAIRE.groups) == groups
    assert {*QUESTIONNAIRE.presets} == {"balanced", *presets}


def test_regions_when_loaded_then_they_are_those_with_help_lines() -> None:
    assert {"us", "gb", "ie", "de", "at", "ca", "au", "nz", "elsewhere"} <= {*QUESTIONNAIRE.regions}


def _keys(item: Item) -> list[str]:
    keys = ["name", "heading", "why"]
    if item.id != "answered_by":
        keys += ["heading_other", "why_other"]
    if item.kind is ItemKind.AXIS:
        for other in ("", "_other"):
            keys += [f"left{other}", f"right{other}"]
            keys += [f"step{other}.{step}" for step in AXIS_STEPS.values()]
    if item.kind is ItemKind.TEXT or item.own_words:
        keys += ["placeholder"]
    if item.vocabulary is None:
        keys += [f"option.{code}" for code in item.options]
    return [f"item.{item.id}.{key}" for key in keys]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("item", ITEMS)
def test_item_when_shown_then_every_word_of_it_exists(item: Item, language: str) -> None:
    catalogue = Catalogue(language)
    labels = [f"term.{item.vocabulary}.{code}" for code in item.options if item.vocabulary]
    labels = [] if item.kind is ItemKind.TIMES else labels

    assert [key for key in [*_keys(item), *labels] if not catalogue.has(key)] == []


@pytest.mark.parametrize("language", languages())
def test_answers_when_shown_then_every_word_around_them_exists(language: str) -> None:
    catalogue = Catalogue(language)
    keys = [f"item.importance.{importance}" for importance in Importance]
    keys += [f"item.state.{state}" for state in State]
    keys += [f"item.{about}.state.no_preference" for about in ("age_band", "participants")]
    keys += [f"section.{section.id}" for section in QUESTIONNAIRE.sections]

    assert [key for key in keys if not catalogue.has(key)] == []


def test_axes_when_counted_then_at_most_two_need_help() -> None:
    axes = [item.id for item in QUESTIONNAIRE if item.kind is ItemKind.AXIS]

    assert len(axes) == 10
    assert sum(Catalogue("en").has(f"item.{axis}.help") for axis in axes) <= 2


def test_load_when_called_by_its_public_name_then_it_is_cheap_and_the_same() -> None:
    code = (
        "import json, sys, matcher\n"
        "questionnaire = matcher.load_questionnaire()\n"
        "print(json.dumps([questionnaire.id, sorted({n.partition('.')[0] for n in sys.modules})]))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    id_, modules = json.loads(run.stdout)

    assert id_ == "preferences/1"
    assert not {*modules} & {"numpy", "sqlalchemy", "babel", "reportlab", "PySide6"}
    assert matcher.load_questionnaire() is QUESTIONNAIRE


_SMALL = """
id = "preferences/1"
weights = { groups = ["style"], presets = ["balanced"] }
pause = { before = "tools" }
[[section]]
id = "practical"
[[section]]
id = "inner"
private = true
[[item]]
id = "tools"
section = "inner"
kind = "choices"
vocabulary = "tools"
[[item]]
id = "times"
section = "practical"
kind = "times"
days = ["mon", "tue"]
vocabulary = "part"
[[page]]
id = "tools"
items = ["tools"]
[[more]]
id = "week"
items = ["times"]
"""
_CODES = {"tools": ("talking", "music"), "part": ("morning", "late")}


def _build(raw: dict[str, Any]) -> Questionnaire:
    return build_questionnaire(raw, _CODES.get, ("us",))


def test_build_when_the_file_is_sound_then_it_is_all_there() -> None:
    questionnaire = _build(tomllib.loads(_SMALL))

    assert questionnaire.item("tools").options == ("talking", "music")
    assert questionnaire.item("tools").private
    assert questionnaire.item("times").options == (
        "mon-morning",
        "mon-late",
        "tue-morning",
        "tue-late",
    )
    assert questionnaire.regions == ("us",)
    assert questionnaire.page("week") is questionnaire.page_of("times")
    assert questionnaire.is_private(questionnaire.page("tools"))
    assert questionnaire.section_of(questionnaire.page("week")) == "practical"


@pytest.mark.parametrize(
    ("item", "change", "fault", "key"),
    [
        (0, {"section": "outer"}, "not_known", "section"),
        (0, {"kind": "slider"}, "not_known", "kind"),
        (0, {"importance": "huge"}, "not_known", "importance"),
        (0, {"importance": "must"}, "needs_key", "must"),
        (0, {"kind": "axis"}, "not_for_kind", "vocabulary"),
        (0, {"days": ["mon"]}, "not_for_kind", "days"),
        (0, {"vocabulary": "colours"}, "no_vocabulary", None),
        (1, {"kind": "choice"}, "not_for_kind", "days"),
        (1, {"starred": True}, "not_for_kind", "starred"),
    ],
)
def test_build_when_an_item_is_wrong_then_file_item_and_key_are_named(
    item: int, change: dict[str, Any], fault: str, key: str | None
) -> None:
    raw = copy.deepcopy(tomllib.loads(_SMALL))
    raw["item"][item] |= change

    with pytest.raises(ResourceError) as raised:
        _build(raw)

    (message,) = raised.value.messages
    assert message.key == f"error.resource.{fault}"
    assert message.params["file"] == "questionnaire/preferences.toml"
    assert message.params["item"] == f"item.{raw['item'][item]['id']}"
    assert message.params.get("key") == key


def test_build_when_a_kind_lacks_its_codes_then_what_it_needs_is_named() -> None:
    raw = tomllib.loads(_SMALL)
    del raw["item"][0]["vocabulary"], raw["item"][1]["days"]

    with pytest.raises(ResourceError) as raised:
        _build(raw)

    assert [message.params["key"] for message in raised.value.messages] == [
        "vocabulary / options",
        "days+vocabulary",
    ]


@pytest.mark.parametrize(
    ("more", "fault", "where"),
    [
        pytest.param([], "on_no_page", "item.times", id="on_none"),
        pytest.param(["times", "tools"], "repeated", "page", id="on_two"),
        pytest.param(["times", "times"], "repeated", "page", id="twice_on_one"),
        pytest.param(["times", "weather"], "not_known", "more.week", id="unknown"),
    ],
)
def test_build_when_an_item_is_not_on_exactly_one_page_then_it_is_named(
    more: list[str], fault: str, where: str
) -> None:
    raw = tomllib.loads(_SMALL)
    raw["more"] = [{"id": "week", "items": more}] if more else []

    with pytest.raises(ResourceError) as raised:
        _build(raw)

    (message,) = raised.value.messages
    assert (message.key, message.params["item"]) == (f"error.resource.{fault}", where)
    Catalogue("en").render(message)


def test_build_when_an_item_wants_no_page_then_none_is_missed() -> None:
    raw = tomllib.loads(_SMALL)
    raw["item"][1]["page"] = False
    raw["more"] = []

    assert _build(raw).more == ()


def test_build_when_a_page_shows_nothing_or_has_a_name_twice_then_it_is_named() -> None:
    raw = tomllib.loads(_SMALL)
    raw["more"] += [{"id": "tools", "items": []}]

    with pytest.raises(ResourceError) as raised:
        _build(raw)

    assert [message.key.rpartition(".")[2] for message in raised.value.messages] == [
        "repeated",
        "needs_key",
    ]


def test_build_when_much_is_wrong_then_all_of_it_is_told_in_words() -> None:
    raw = tomllib.loads(_SMALL)
    raw["item"] += [raw["item"][0]]
    raw["page"][0]["items"] += ["weather", "tools"]
    raw["pause"]["before"] = "lunch"

    with pytest.raises(ResourceError) as raised:
        _build(raw)

    told = [Catalogue("en").render(message) for message in raised.value.messages]
    assert len(told) == 4
    for word in ("tools", "weather", "lunch"):
        assert any(word in line for line in told)


def test_build_when_tables_are_of_the_wrong_shape_then_that_is_told_first() -> None:
    raw = tomllib.loads(_SMALL) | {"item": [{"id": 3}], "extra": 1}

    with pytest.raises(ResourceError) as raised:
        _build(raw)

    assert {message.params["key"] for message in raised.value.messages} == {
        "extra", "id", "section", "kind",
    }  # fmt: skip


def test_load_when_an_item_names_a_vocabulary_that_does_not_ship_then_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = bundled_toml("questionnaire", "preferences.toml")
    next(item for item in raw["item"] if item["id"] == "tools")["vocabulary"] = "colours"
    monkeypatch.setattr(loader, "bundled_toml", lambda *_parts: raw)

    with pytest.raises(ResourceError) as raised:
        load_questionnaire.__wrapped__()

    (message,) = raised.value.messages
    assert (message.key, message.params["item"]) == ("error.resource.no_vocabulary", "item.tools")
