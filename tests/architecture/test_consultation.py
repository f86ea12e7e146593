"""The bank of questions and the listening cues are whole, and each part can be reached."""

import re
import tomllib
from collections import Counter
from typing import Any

import pytest
from support.catalogues import LANGUAGES, entries
from support.source import ROOT

_BANK: dict[str, Any] = tomllib.loads(
    (ROOT / "resources/consultation/questions.toml").read_text(encoding="utf-8")
)
_CUES = tomllib.loads((ROOT / "resources/consultation/cues.toml").read_text(encoding="utf-8"))
_MODEL = tomllib.loads((ROOT / "resources/scoring/criteria.toml").read_text(encoding="utf-8"))
_QUESTIONS: list[dict[str, Any]] = _BANK["question"]
_GENERIC: dict[str, Any] = _BANK["generic"]
_CRITERIA = {criterion["id"] for criterion in _MODEL["criterion"]}
# Requirements of the application itself, which no item asks for.
_OWN_REQUIREMENTS = {"accepting", "licence", "register"}
_GENERIC_FORMS = (
    *("text", "old", "unclear", "different", "not_sure"),
    *(f"quoted.{how}" for how in ("old", "unclear", "free", "limit")),
)
_TRIGGERS = ("different", "not_stated", "not_sure", "important")
_LETTERS = Counter(A=8, E=5, C=8, F=6, S=5, P=5, T=4, B=6, G=6, R=7, L=6, K=2, M=1, N=2, X=4)
# What the founding articles say a good working relationship is made of.
_FOUNDING_THEMES = set(
    """
    trust rapport empathy validation acceptance listening plain_words non_verbal collaboration goals
    attunement boundaries boundary_kinds ethics confidentiality culture values power bias
    transference countertransference attachment mistrust feedback repair communication
    self_disclosure technology contact multiple_relationships gifts family workplace endings
    self_care supervision own_share expectancy modality practising living_laboratory emotion_skills
    supportive_statements formulation couple experience
    """.split()
)
_BASIC = set("A1 A5 E1 C1 F1 S1 S3 P1 B1 B2 G1 G3 R1 L1 L5 L6 K1 X1".split())
_AT_BOOKING = {"F1", "F2", "F3", "F4", "S1", "S5", "C6", "T1"}
_ONLY_IN_THE_LONG_EDITION = set("E4 E5 C7 C8 F6 S2 P3 T4 B3 K2 X3 X4 N2 G6 L4".split())
_KEYS = {"id", "topic", "themes", "when", "priority", "basic", *_TRIGGERS, "conditions"} | {
    "short_edition",
    "everyday",
    "listed",
    "answered_by",
}


def _ids(**wanted: object) -> set[str]:
    """Return the questions whose keys have these values."""
    return {
        question["id"]
        for question in _QUESTIONS
        if all(question.get(key) == value for key, value in wanted.items())
    }


def _sentences(text: str) -> list[list[str]]:
    return [sentence.split() for sentence in re.split(r"[.?!]", text) if sentence.strip()]


def _own_texts(language: str) -> dict[str, str]:
    """Return the texts of the questions and the cues by key."""
    return {
        key: text
        for key, text in entries(language).items()
        if key.startswith(("question.", "cue.")) and isinstance(text, str)
    }


def test_bank_when_counted_then_it_has_75_different_questions() -> None:
    ids = [question["id"] for question in _QUESTIONS]

    assert len(ids) == len(set(ids)) == 75
    assert Counter(question_id[0] for question_id in ids) == _LETTERS


def test_bank_when_short_then_60_are_left() -> None:
    assert _ids(short_edition=False) == _ONLY_IN_THE_LONG_EDITION
    assert len(_QUESTIONS) - len(_ONLY_IN_THE_LONG_EDITION) == 60


def test_bank_when_asked_for_the_core_then_it_is_18_questions() -> None:
    assert _ids(basic=True) == _BASIC
    assert len(_BASIC) == 18


def test_bank_when_a_thing_is_settled_before_going_then_it_is_asked_at_booking() -> None:
    assert _ids(when="booking") == _AT_BOOKING
    assert _ids(when="meeting") == {question["id"] for question in _QUESTIONS} - _AT_BOOKING
    assert (_GENERIC["when"], _GENERIC["when_requirement"]) == ("meeting", "booking")


@pytest.mark.parametrize("question", _QUESTIONS, ids=lambda question: question["id"])
def test_question_when_read_then_all_it_names_is_known(question: dict[str, Any]) -> None:
    assert question.keys() <= _KEYS
    assert question["topic"] in _BANK["topics"]
    assert question["priority"] in {1, 2, 3}
    assert question["themes"]
    assert {*question["themes"]} <= {*_BANK["themes"]}
    assert {*question.get("conditions", [])} <= {*_BANK["conditions"]}
    for trigger in _TRIGGERS:
        assert {*question.get(trigger, [])} <= _CRITERIA | _OWN_REQUIREMENTS


@pytest.mark.parametrize("question", _QUESTIONS, ids=lambda question: question["id"])
def test_question_when_read_then_something_can_bring_it_up(question: dict[str, Any]) -> None:
    assert any(question.get(key) for key in ("basic", "conditions", *_TRIGGERS))


@pytest.mark.parametrize("trigger", ["different", "not_stated"])
@pytest.mark.parametrize("criterion", sorted(_CRITERIA))
def test_criterion_when_it_has_a_gap_then_one_question_comes_first(
    criterion: str, trigger: str
) -> None:
    priorities = sorted(
        question["priority"]
        for question in [*_QUESTIONS, _GENERIC]
        if criterion in question.get(trigger, [])
    )

    assert priorities, "nothing asks about it"
    assert priorities.count(priorities[0]) == 1


@pytest.mark.parametrize("criterion", sorted(_CRITERIA))
def test_item_when_the_person_is_not_sure_then_something_is_asked(criterion: str) -> None:
    assert any(criterion in question.get("not_sure", []) for question in [*_QUESTIONS, _GENERIC])


def test_themes_when_looked_for_then_each_founding_theme_is_reached() -> None:
    reached = {theme for question in _QUESTIONS for theme in question["themes"]}

    assert reached == {*_BANK["themes"]}
    assert sorted(_FOUNDING_THEMES - reached) == []


def test_conditions_when_looked_for_then_each_brings_up_a_question() -> None:
    used = {name for question in _QUESTIONS for name in question.get("conditions", [])}

    assert used == {*_BANK["conditions"]}


def test_issues_when_they_bring_up_a_question_then_none_is_about_safety() -> None:
    """What somebody ticked as their reason to come must never look like a judgement of danger."""
    brought_up = {
        question["topic"]
        for question in _QUESTIONS
        if any("issues" in question.get(trigger, []) for trigger in _TRIGGERS)
    }

    assert brought_up == {"experience"}


@pytest.mark.parametrize(
    ("vocabulary", "codes"),
    [
        ("formats", {"video", "phone", "text_chat"}),
        ("practise", {"setting_limits", "asking_for_needs", "saying_no", "disagreeing"}),
        ("trust_pace", {"slowly", "expect_let_down"}),
        ("reminders", {"discreet"}),
        ("prior_help", {"did_not_help", "mixed"}),
        ("faith_stance", {"include"}),
        ("participants", {"couple"}),
    ],
)
def test_condition_when_it_names_codes_then_the_vocabulary_has_them(
    vocabulary: str, codes: set[str]
) -> None:
    path = ROOT / "resources/vocabularies" / f"{vocabulary}.toml"
    terms = tomllib.loads(path.read_text(encoding="utf-8"))["term"]

    assert codes <= {term["code"] for term in terms}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_when_compared_with_the_bank_then_nothing_is_missing_or_left_over(
    language: str,
) -> None:
    wanted = {f"question.{question['id']}.text" for question in _QUESTIONS}
    wanted |= {f"question.generic.{name}" for name in _GENERIC_FORMS}
    wanted |= {f"question.generic.what.{name}" for name in _CRITERIA | _OWN_REQUIREMENTS}
    wanted |= {f"question.topic.{topic}" for topic in (*_BANK["topics"], "own")}
    wanted |= {
        f"question.because.{kind}"
        for kind in (*_TRIGGERS, "basic", "own", "old", "unclear", "partly")
    }
    wanted |= {
        f"question.{each['id']}.{form}"
        for each in _QUESTIONS
        for form in ("everyday", "listed")
        if each.get(form)
    }
    wanted |= {f"question.because.condition.{name}" for name in _BANK["conditions"]}
    wanted |= {
        f"question.because.different_style.{axis}.{pole}"
        for axis in _CRITERIA
        if axis.startswith("style_")
        for pole in ("left", "right")
    }

    assert {key for key in entries(language) if key.startswith("question.")} == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_cues_when_compared_with_their_texts_then_nothing_is_missing_or_left_over(
    language: str,
) -> None:
    frame = ("title", "intro", "good", "care", "ask", "one_feeling", "leave")
    wanted = {f"cue.frame.{name}" for name in frame}
    for cue in _CUES["cue"]:
        wanted.add(f"cue.{cue['topic']}.heading")
        wanted |= {f"cue.{cue['topic']}.{kind}.{c}" for kind in ("good", "care") for c in cue[kind]}

    assert {key for key in entries(language) if key.startswith("cue.")} == wanted


def test_cues_when_read_then_each_topic_has_signs_of_both_kinds_and_known_themes() -> None:
    topics = [cue["topic"] for cue in _CUES["cue"]]

    assert len(topics) == len(set(topics)) == 17
    for cue in _CUES["cue"]:
        assert cue["good"]
        assert cue["care"]
        assert {*cue["themes"]} <= {*_BANK["themes"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_when_read_then_no_sentence_is_longer_than_20_words(language: str) -> None:
    texts = {
        key: text.format(what="", said="", limit="") for key, text in _own_texts(language).items()
    }
    longest = max(len(words) for text in texts.values() for words in _sentences(text))

    assert longest <= 20


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", _QUESTIONS, ids=lambda question: question["id"])
def test_question_when_read_aloud_then_it_asks_in_at_most_20_words(
    question: dict[str, Any], language: str
) -> None:
    text = str(entries(language)[f"question.{question['id']}.text"])

    assert len(text.split()) <= 20
    assert "?" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_generic_question_when_filled_then_it_stays_within_20_words(language: str) -> None:
    texts = {key: str(text) for key, text in entries(language).items()}
    for name in ("text", "old", "unclear", "different", "not_sure"):
        frame = texts[f"question.generic.{name}"]
        for criterion in sorted(_CRITERIA | _OWN_REQUIREMENTS):
            text = frame.format(what=texts[f"question.generic.what.{criterion}"])
            assert max(len(words) for words in _sentences(text)) <= 20, text
