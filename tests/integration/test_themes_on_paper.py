"""Every theme of the founding articles is reached on somebody's sheets; ``-s`` lists where.

Three people's answers are held against the shipped directory. A question counts as reached when it
stands, in words, on the sheets of one of them for somebody of that directory: by itself, or picked
by the person from those offered. Cues, lines and names of wishes have to stand there too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

import pytest
from support.directories import make_answers
from support.reading_sheets import words_of
from support.sittings import sample_answers

from matcher.bundled import bundled_toml
from matcher.checklist.bank import load_bank
from matcher.checklist.cues import load_cues
from matcher.checklist.question_wording import question_text
from matcher.checklist.wording import describe_name
from matcher.i18n import Catalogue
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import (
    Money,
    Place,
    Response,
    ResponseSet,
    State,
    Times,
    WeightWishes,
)
from matcher.scoring.criteria import load_criteria
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import Match, match
from matcher.services.model_card.card import load_model_card
from matcher.services.model_card.words import model_card_sections
from matcher.services.sheets.checklist import ChecklistOptions, make_document, suggest


@dataclass(frozen=True)
class Theme:
    """Where one theme is met.

    Attributes
    ----------
    tags
        Its names in the question bank.
    questions, cues, sheet, items, model
        Ids of questions; topics of cues; keys under ``sheet.home``; items that are told by name on
        the sheets; keys of the model card.
    unscored
        Items that must never count for or against a therapist.
    """

    tags: str
    questions: str
    cues: str = ""
    sheet: str = ""
    items: str = ""
    model: str = ""
    unscored: str = ""


_AFTER = {
    name: f"after.{name}"
    for name in ("heard", "direction", "way", "respect", "could_say", "frame", "hope")
}
_THEMES = {
    "trust": Theme(
        "trust", "R4 X3 S3", "trust", _AFTER["could_say"], "style_pace trust_pace",
        unscored="trust_pace",
    ),
    "rapport, the first feel": Theme(
        "rapport", "A1", "trust you", f"{_AFTER['heard']} how_it_felt", model="unknown.rapport"
    ),
    "empathy, warmth, care": Theme(
        "empathy", "A7", "empathy", _AFTER["heard"], "style_challenge style_words",
        "found.elliott_2018",
    ),
    "validation": Theme("validation", "A7", "empathy", _AFTER["heard"]),
    "acceptance, no judging": Theme(
        "acceptance", "C3 R1", "culture", _AFTER["respect"], "affirming"
    ),
    "listening": Theme("listening", "A3", "being_heard", _AFTER["heard"], "style_talk"),
    "plain words": Theme(
        "plain_words", "A5", "plain_speech", "right.ask", "style_words adjustments"
    ),
    "what is not said in words": Theme(
        "non_verbal", "T3", "technology", items="formats adjustments"
    ),
    "partnership, deciding together": Theme(
        "collaboration", "A2 G1", "power", f"{_AFTER['direction']} {_AFTER['way']}",
        "style_steer goals", "group.agreement.why",
    ),
    "goals": Theme(
        "goals", "G1 G2", "goals", _AFTER["direction"], "first_meetings goals", "found.tryon_2018",
        unscored="first_meetings",
    ),
    "tasks, approach, adjusting": Theme(
        "attunement", "A4 A5 A6 G4", "goals", _AFTER["way"],
        "style_plan approaches approaches_avoid tools",
    ),
    "boundaries, not friends": Theme(
        "boundaries", "B1 B2", "boundaries", _AFTER["frame"], "contact boundaries",
        "value.boundaries",
    ),
    "time, fee, touch, contact as limits": Theme(
        "boundary_kinds", "F1 S3 B4 F6 S1 S2", "boundaries", f"{_AFTER['frame']} right.no",
        "fee contact boundaries",
    ),
    "ethics, consent, no harm": Theme(
        "ethics", "L1 L5 L6 P1", "competence", "right.complain right.stop", model="needs.standing"
    ),
    "confidentiality and its limits": Theme(
        "confidentiality", "P1 P2 P3 F5", "confidentiality", f"{_AFTER['frame']} right.notes",
        "reminders",
    ),
    "culture": Theme(
        "culture", "C1 C2 C3 C4 C5 C6 C7 C8", "culture", _AFTER["respect"],
        "communities shared_identity affirming languages", "group.culture.why",
    ),
    "values and faith": Theme("values", "C5", "culture", _AFTER["respect"], "faith_stance"),
    "power and privilege": Theme(
        "power", "R7 G1 C4", "power", "right.stop right.change", "style_steer"
    ),
    "the therapist's bias": Theme("bias", "C3 R6", "culture"),
    "transference": Theme("transference", "R5", "reactions", items="style_us"),
    "countertransference": Theme("countertransference", "R6 L3", "reactions"),
    "attachment": Theme(
        "attachment", "R4", "trust", "start.letting_others_help", "trust_pace",
        unscored="trust_pace when_off",
    ),
    "mistrust, past bad help": Theme(
        "mistrust", "E5 R4", "trust", "own_hint", "helped_or_not",
        unscored="prior_help helped_or_not",
    ),
    "feedback, checking together": Theme(
        "feedback", "G3 G4", "repair", "after_hint", "feedback", "found.de_jong_2021"
    ),
    "ruptures and repair": Theme(
        "repair", "R1 R2 C8", "repair", f"{_AFTER['could_say']} start.disagreeing", "when_off",
        unscored="when_off",
    ),
    "talk that breaks down": Theme(
        "communication", "C6 R1 A1", "plain_speech", _AFTER["heard"], "adjustments languages"
    ),
    "a therapist who shares": Theme(
        "self_disclosure", "B5", "self_disclosure", items="style_sharing"
    ),
    "technology": Theme(
        "technology", "P5 T1 T2 T3 T4", "technology", items="formats reminders",
        model="group.format.why",
    ),
    "contact between meetings": Theme(
        "contact", "B1", "boundaries supervision", _AFTER["frame"], "contact"
    ),
    "more than one relationship": Theme(
        "multiple_relationships", "B3 P4", "boundaries", unscored="hide_people"
    ),
    "gifts": Theme("gifts", "B4", "boundaries", items="boundaries"),
    "family, release to others": Theme("family", "N1 C7 M1", items="participants family_role"),
    "sessions an employer arranges": Theme("workplace", "F5", items="payers"),
    "endings": Theme("endings", "X1 X2 X3 X4", "endings", "right.change right.stop", "duration"),
    "the therapist's own care": Theme("self_care", "L4", "supervision"),
    "supervision, training": Theme(
        "supervision", "E4 L2 L3 P3", "supervision competence", items="qualification"
    ),
    "the person's own share": Theme(
        "own_share", "G5 A4", sheet="start_title start_hint", unscored="practise first_meetings"
    ),
    "expectancy, hope": Theme(
        "expectancy", "G2", sheet=_AFTER["hope"], model="weights.illustration"
    ),
    "the kind of therapy counts less": Theme(
        "modality", "A5 A6", "competence", items="approaches", model="group.approach.why"
    ),
    "practicing with the therapist": Theme(
        "practising", "S4 B6 R3",
        sheet="start.setting_limits start.asking_for_needs start.saying_no", items="times",
        unscored="practise",
    ),
    "therapy as a place to try": Theme(
        "living_laboratory", "R5", "you", "start.showing_feelings", unscored="practise"
    ),
    "skills with feelings": Theme("emotion_skills", "A7 K1", items="style_feelings tools"),
    "supportive and controlling words": Theme(
        "supportive_statements", "A8", "power", items="style_challenge style_steer"
    ),
    "understanding made together": Theme("formulation", "G6", "goals", items="goals"),
    "couples": Theme("couple", "N1 N2", items="participants"),
    "experience": Theme(
        "experience", "E1 E2 E3 L2", "competence", items="experience_years issues",
        model="limit.years",
    ),
    # None of the founding articles speaks of these three.
    "fair access": Theme("fair_access", "F2 F4 S5", items="fee payers access"),
    "openness": Theme("openness", "E2 F3", items="fee"),
    "bad days": Theme("safety", "K1 K2", sheet="unwatched"),
}  # fmt: skip


@cache
def _people() -> tuple[Match, ...]:
    """Return the shipped example, somebody who marks everything, and somebody unsure of all."""
    directory = sample_directory()
    answers = (sample_answers(), _somebody_who_marks_everything(), _somebody_unsure())
    return tuple(match(directory, each, seed=7) for each in answers)


def _somebody_who_marks_everything() -> ResponseSet:
    axes = [item.id for item in load_questionnaire() if item.id.startswith("style_")]
    values: dict[str, object] = dict.fromkeys(axes, 2) | {
        "participants": "couple", "age_band": "26-64", "formats": ("video", "in_person"),
        "place": Place(postcode="97758", country="US", max_km=Decimal(5), licence_area="US-WA"),
        "times": Times(("sun-late",), ("mon-evening",)), "start": "this_week",
        "frequency": ("weekly",), "session_length": ("50",), "duration": ("open_ended",),
        "fee": Money(Decimal(20), "USD"), "payers": ("eap",), "access": ("lift",),
        "languages": ("cy",), "issues": ("worry", "sleep"), "first_meetings": "To sleep again.",
        "prior_help": "did_not_help", "helped_or_not": ("too_fast",), "medication": "yes",
        "approaches": ("cbt",), "approaches_avoid": ("emdr",), "tools": ("writing",),
        "contact": "calls_in_need", "reminders": ("discreet",), "adjustments": ("breaks",),
        "communities": ("refugee",), "shared_identity": ("refugee",),
        "therapist_gender": ("woman",), "faith_stance": "include", "family_role": "central",
        "affirming": ("lgbtq",), "goals": "in_writing", "feedback": "every_time",
        "when_off": "go_quiet", "trust_pace": "slowly", "boundaries": ("gifts",),
        "practise": (
            "setting_limits", "asking_for_needs", "saying_no", "disagreeing",
            "showing_feelings", "letting_others_help",
        ),
        "qualification": "licensed", "hide_people": ("p-060",), "experience_years": "yes",
    }  # fmt: skip
    given = {
        item: Response(value, importance=Importance.MATTERS_A_LOT)  # type: ignore[arg-type]
        for item, value in values.items()
    }
    return make_answers(given, weights=WeightWishes(double=("agreement", "culture")))


def _somebody_unsure() -> ResponseSet:
    unsure = {item.id: Response(state=State.NOT_SURE) for item in load_questionnaire()}
    return replace(make_answers(unsure), region="gb")


@cache
def _sheets(who: int, profile_id: str, *picks: str, beside: tuple[str, ...] = ()) -> str:
    options = ChecklistOptions(picks={profile_id: picks} if picks else {})
    ids = [profile_id, *beside]
    return words_of(make_document(_people()[who], ids, Catalogue("en"), options))


@cache
def _met(question_id: str) -> tuple[int, str, str] | None:
    """Return whose sheets for whom hold a question, and how it came there."""
    catalogue = Catalogue("en")
    for who, found in enumerate(_people()):
        for profile_id in found.evaluation.snapshot.ids:
            selection = suggest(found, profile_id)
            offered = (*selection.suggested, *selection.before_booking, *selection.others)
            for each in offered:
                if each.id != question_id:
                    continue
                text = question_text(each, catalogue)
                if text in _sheets(who, profile_id):
                    return who, profile_id, each.reason.trigger.value
                if text in _sheets(who, profile_id, question_id):
                    return who, profile_id, f"{each.reason.trigger.value}, picked"
    return None


@cache
def _all_sheets() -> str:
    """Return the sheets of everybody for the first two of the directory."""
    sheets = (_sheets(who, "p-001", beside=("p-002",)) for who in range(len(_people())))
    return "\n".join(sheets)


@cache
def _model_card() -> str:
    sections = model_card_sections(load_model_card(), Catalogue("en"))
    return "\n".join(words_of(section) for section in sections)  # type: ignore[arg-type]


def _without_figures(key: str) -> str:
    """Return the longest part of a text that holds no placeholder."""
    domain, *path = key.split(".")
    text = bundled_toml("translations", "en", f"{domain}.toml")
    for name in path:
        text = text[name]
    parts = str(text).replace("}", "{").split("{")[::2]
    return max(parts, key=len).strip()


def _places(theme: Theme) -> Iterator[tuple[str, bool]]:
    """Yield each place where a theme is met, and whether it really is."""
    words = Catalogue("en")
    for question in theme.questions.split():
        found = _met(question)
        where = "nowhere" if found is None else f"{found[1]}, {found[2]}"
        yield f"{question} ({where})", found is not None
    cues = {cue.topic for cue in load_cues()}
    for topic in theme.cues.split():
        heading = words.text(f"cue.{topic}.heading")
        yield f"cue {topic}", topic in cues and heading in _all_sheets()
    for key in theme.sheet.split():
        yield f"sheet {key}", _without_figures(f"sheet.home.{key}") in _all_sheets()
    for item in theme.items.split():
        yield f"item {item}", describe_name(item, words) in _all_sheets()
    for key in theme.model.split():
        yield f"model {key}", _without_figures(f"model.{key}") in _model_card()


@pytest.mark.parametrize(("name", "theme"), _THEMES.items(), ids=[*_THEMES])
def test_theme_when_looked_for_then_it_stands_on_somebodys_sheets(name: str, theme: Theme) -> None:
    places = [*_places(theme)]

    print(f"\n{name}: " + "; ".join(where for where, _ in places))
    assert [where for where, is_there in places if not is_there] == []


def test_themes_when_compared_with_the_bank_then_each_has_its_place_and_its_questions() -> None:
    tagged = {tag: theme for theme in _THEMES.values() for tag in theme.tags.split()}

    assert {*tagged} == {*bundled_toml("consultation", "questions.toml")["themes"]}
    for tag, theme in tagged.items():
        carrying = {question.id for question in load_bank() if tag in question.themes}
        assert carrying & {*theme.questions.split()}, tag


def test_themes_when_they_show_only_in_the_meeting_then_they_are_never_scored() -> None:
    unscored = {item for theme in _THEMES.values() for item in theme.unscored.split()}

    assert unscored.isdisjoint(criterion.id for criterion in load_criteria().criteria)
    assert unscored <= {item.id for item in load_questionnaire()}


@pytest.mark.parametrize("question_id", [question.id for question in load_bank()])
def test_question_when_looked_for_then_somebody_is_offered_it_on_paper(question_id: str) -> None:
    assert _met(question_id) is not None
