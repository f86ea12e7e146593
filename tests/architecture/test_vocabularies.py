"""The vocabularies are whole: well-formed codes, and words for each of them in every language."""

import re
from itertools import groupby
from typing import Any

import pytest
from babel import Locale

from matcher.bundled import bundled_toml
from matcher.directory.vocabulary import vocabulary_names
from matcher.i18n import languages

_NAMES = [
    "approaches",
    "issues",
    "communities",
    "languages",
    "formats",
    "participants",
    "age_bands",
    "payers",
    "access",
    "adjustments",
    "affirming",
    "tools",
    "reminders",
    "contact_by",
    "frequency",
    "session_length",
    "duration",
    "start",
    "qualification",
    "medication",
    "genders",
    "faith_stance",
    "family_role",
    "goals",
    "feedback",
    "contact",
    "boundaries",
    "boundary_practice",
    "day_part",
    "prior_help",
    "when_off",
    "trust_pace",
    "practise",
    "answered_by",
    "helped",
]
_OPEN = {"access", "adjustments", "affirming", "communities"}
_LEVELS = {
    "issues": ["training", "some", "regular", "focus"],
    "approaches": ["elements", "trained", "certified"],
    "languages": ["interpreter", "fluent", "native"],
}
_SIGNED = ["ase", "bfi", "isg", "fsl", "gsg", "asf"]
_SPOKEN_BY_THREE_LETTERS = {"hmn", "cmn", "yue", "hbs"}
_SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_CODE = {
    "age_bands": re.compile(r"\d+-\d+|\d+\+"),
    "session_length": re.compile(r"\d+"),
}
# A person who asks may say these; they ask nothing of a profile.
_ANSWER_ONLY = {
    ("issues", "own_diagnosis"),
    ("issues", "something_else"),
    ("duration", "unsure"),
    ("reminders", "none"),
    ("start", "can_wait"),
    ("faith_stance", "unsure"),
}
_WORDS_IN_A_GLOSS = 12


def _vocabulary(name: str) -> dict[str, Any]:
    return bundled_toml("vocabularies", f"{name}.toml")


def _terms(name: str) -> list[dict[str, Any]]:
    return list(_vocabulary(name)["term"])


def _codes(name: str) -> list[str]:
    return [term["code"] for term in _terms(name)]


def _words(language: str, domain: str) -> dict[str, Any]:
    return bundled_toml("translations", language, f"{domain}.toml")


def _spelling(text: str) -> str:
    return re.sub(r"[-_ ]+", " ", text).casefold()


def _glosses(language: str) -> dict[tuple[str, str], str]:
    return {
        (name, code): gloss
        for name, glosses in _words(language, "gloss").items()
        for code, gloss in glosses.items()
    }


def test_vocabularies_when_listed_then_each_has_a_file_and_each_file_is_one() -> None:
    assert [*vocabulary_names()] == sorted(_NAMES)


@pytest.mark.parametrize("name", _NAMES)
def test_vocabulary_when_read_then_it_bears_the_name_of_its_file(name: str) -> None:
    assert _vocabulary(name)["id"] == name


@pytest.mark.parametrize("name", _NAMES)
def test_codes_when_read_then_they_are_well_formed_and_unique(name: str) -> None:
    codes = _codes(name)

    assert [code for code in codes if not _CODE.get(name, _SNAKE_CASE).fullmatch(code)] == []
    assert sorted({*codes}) == sorted(codes)


@pytest.mark.parametrize("name", _NAMES)
def test_synonym_when_met_then_it_stands_for_one_term(name: str) -> None:
    found: dict[str, set[str]] = {}
    for term in _terms(name):
        for text in (term["code"], *term.get("synonyms", [])):
            found.setdefault(_spelling(text), set()).add(term["code"])

    assert {text: codes for text, codes in found.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("name", _NAMES)
def test_broader_term_when_named_then_it_exists(name: str) -> None:
    broader = {term["broader"] for term in _terms(name) if "broader" in term}

    assert broader <= {*_codes(name)}


@pytest.mark.parametrize("name", _NAMES)
def test_group_when_used_then_all_terms_have_one_and_it_stands_together(name: str) -> None:
    groups = [group for group, _ in groupby(term.get("group") for term in _terms(name))]

    assert len({*groups}) == len(groups)
    assert None not in groups or groups == [None]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", _NAMES)
def test_labels_when_a_language_is_read_then_every_term_has_its_own(
    name: str, language: str
) -> None:
    labels = _words(language, "term")[name]

    assert [*labels] == _codes(name)
    assert len({*labels.values()}) == len(labels)
    assert [code for code, label in labels.items() if label != label.strip() or not label] == []


@pytest.mark.parametrize("language", languages())
def test_headings_when_a_language_is_read_then_groups_levels_and_kinds_have_words(
    language: str,
) -> None:
    words = _words(language, "term")
    grouped = {
        name: [*dict.fromkeys(t["group"] for t in _terms(name) if "group" in t)] for name in _NAMES
    }
    named = {
        "group": {name: groups for name, groups in grouped.items() if groups},
        "level": {name: _vocabulary(name)["levels"] for name in _LEVELS},
        "kind": {"communities": _vocabulary("communities")["kinds"]},
    }

    for heading, expected in named.items():
        assert {name: [*labels] for name, labels in words[heading].items()} == expected
    assert {*words} == {*_NAMES, *named}


@pytest.mark.parametrize("language", languages())
def test_gloss_when_read_then_it_is_short_and_belongs_to_a_term(language: str) -> None:
    glosses = _glosses(language)

    long = {key: text for key, text in glosses.items() if len(text.split()) > _WORDS_IN_A_GLOSS}
    assert long == {}
    assert glosses.keys() <= {(name, code) for name in _NAMES for code in _codes(name)}
    assert [key for key, text in glosses.items() if not text.endswith(".")] == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ["approaches", "issues", "affirming", "qualification"])
def test_gloss_when_a_list_needs_one_then_every_term_has_it(name: str, language: str) -> None:
    assert [*_words(language, "gloss")[name]] == _codes(name)


def test_gloss_when_an_approach_is_explained_then_no_area_of_life_is_promised_to_it() -> None:
    """A kind of therapy is never offered as the answer to a condition."""
    conditions = re.compile(r"\b(cure|treats?|heals?|depress\w*|anxiety|disorder|best)\b")

    glosses = _words("en", "gloss")["approaches"]
    assert [code for code, text in glosses.items() if conditions.search(text.lower())] == []


def test_approaches_when_counted_then_there_are_fifty_and_forty_come_first() -> None:
    assert len(_codes("approaches")) == 50
    assert sum("short" in term for term in _terms("approaches")) == 40


def test_issues_when_counted_then_the_page_has_all_its_areas() -> None:
    beside = {"hurting_myself", "not_being_alive", "own_diagnosis", "something_else"}
    short = {term["code"] for term in _terms("issues") if term.get("short")}

    assert beside <= {*_codes("issues")}
    assert len({*_codes("issues")} - beside) >= 65
    assert len(short - beside) == 20


def test_issues_when_one_is_hard_to_name_then_it_is_an_entry_like_any_other() -> None:
    plain = {"code", "group", "short", "synonyms"}
    found = {term["code"]: {*term} for term in _terms("issues")}

    assert found["hurting_myself"] == found["not_being_alive"] == found["worry"] == plain


def test_lists_when_open_then_they_are_the_four_open_ones() -> None:
    assert {name for name in _NAMES if _vocabulary(name).get("open")} == _OPEN


def test_levels_when_read_then_they_rise_from_the_lowest() -> None:
    found = {name: _vocabulary(name).get("levels") for name in _NAMES}

    assert {name: levels for name, levels in found.items() if levels} == _LEVELS


def test_answers_when_they_ask_nothing_then_they_are_marked() -> None:
    marked = {(n, term["code"]) for n in _NAMES for term in _terms(n) if term.get("answer_only")}

    assert marked == _ANSWER_ONLY


@pytest.mark.parametrize(
    "name", ["qualification", "goals", "feedback", "contact", "session_length"]
)
def test_scale_when_every_term_has_a_step_then_they_follow_the_order(name: str) -> None:
    assert [term["step"] for term in _terms(name)] == [*range(1, len(_terms(name)) + 1)]


@pytest.mark.parametrize(
    ("name", "on_the_scale"),
    [
        ("frequency", ["twice_weekly", "weekly", "fortnightly", "monthly"]),
        ("duration", ["sessions_1_6", "sessions_7_12", "sessions_13_24", "open_ended"]),
    ],
)
def test_scale_when_some_terms_stand_beside_it_then_the_others_have_steps(
    name: str, on_the_scale: list[str]
) -> None:
    steps = {term["code"]: term["step"] for term in _terms(name) if "step" in term}

    assert sorted(steps, key=steps.__getitem__) == on_the_scale
    assert sorted(steps.values()) == [1, 2, 3, 4]


def test_start_when_a_wait_is_wished_then_it_is_in_days() -> None:
    days = {term["code"]: term.get("days") for term in _terms("start")}

    assert days == {"this_week": 7, "two_weeks": 14, "month": 30, "can_wait": None}


def test_day_parts_when_put_together_then_they_fill_the_day() -> None:
    parts = _terms("day_part")

    assert [(part["code"], part["from"]) for part in parts] == [
        ("early", "00:00"),
        ("morning", "09:00"),
        ("afternoon", "12:00"),
        ("evening", "17:00"),
        ("late", "20:00"),
    ]
    assert [part["to"] for part in parts] == [*(part["from"] for part in parts[1:]), "24:00"]


def test_age_bands_when_put_together_then_no_age_is_left_out() -> None:
    bands = _terms("age_bands")

    assert bands[0]["min_age"] == 0
    assert [band["max_age"] + 1 for band in bands[:-1]] == [b["min_age"] for b in bands[1:]]
    assert "max_age" not in bands[-1]


def test_session_length_when_read_then_its_code_is_its_minutes() -> None:
    assert [str(term["minutes"]) for term in _terms("session_length")] == _codes("session_length")


def test_languages_when_read_then_their_codes_are_those_of_the_standard() -> None:
    signed = [term["code"] for term in _terms("languages") if term["group"] == "signed"]
    three_letters = {code for code in _codes("languages") if len(code) == 3}

    assert signed == _SIGNED
    assert three_letters == {*_SIGNED, *_SPOKEN_BY_THREE_LETTERS}
    assert len(_codes("languages")) - len(signed) >= 49


@pytest.mark.parametrize("code", sorted({*_codes("languages")} & {*Locale("en").languages}))
def test_language_when_the_locale_data_know_it_then_the_name_is_the_same(code: str) -> None:
    (term,) = [term for term in _terms("languages") if term["code"] == code]
    name = Locale("en").languages[code].casefold()
    label = _words("en", "term")["languages"][code].casefold()

    assert name in label or name in term["synonyms"]


def test_languages_when_they_have_two_letters_then_the_locale_data_know_them() -> None:
    two_letters = {code for code in _codes("languages") if len(code) == 2}

    assert two_letters <= {*Locale("en").languages}


def test_languages_when_shown_to_their_speakers_then_each_has_its_own_name() -> None:
    endonyms = [term.get("endonym", "") for term in _terms("languages")]

    assert all(endonyms)
    assert len({*endonyms}) == len(endonyms)
