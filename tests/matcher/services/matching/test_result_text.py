"""A match as plain text."""

from decimal import Decimal

import pytest
from hypothesis import given
from support.builders import make_profile
from support.commands import ANSWERS
from support.directories import TODAY, MemoryDirectory, make_answers
from support.strategies import directories, responses

from matcher.directory.profile import Fact, Profile, Source
from matcher.i18n import Catalogue
from matcher.questionnaire.answers_file import read_answers
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import Money, Place, Response, Times
from matcher.scoring.result import SHELVES, Group
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import Match, match
from matcher.services.matching.result_text import SHOWN, result_text, shown_rows

ENGLISH = Catalogue()


_UP_TO_100 = "Fits 0 of 100 points, and up to 100 with what is not known."


def _results(key: str, **params: object) -> str:
    """Return words that the terminal shares with the window."""
    return ENGLISH.text(f"results.{key}", **params)


def _shelf(group: str, n: int) -> tuple[str, str, str]:
    heading = _results(f"shelf.{group}.heading").upper()
    return heading, _results(f"shelf.{group}.note", n=n), ""


@pytest.fixture(scope="module")
def sample() -> Match:
    return match(sample_directory(), read_answers(ANSWERS), seed=7)


def _five() -> list[Profile]:
    said = {"accepting": "yes", "currency": "USD"}
    return [
        make_profile("p-1", name="Ana", style_steer="-2", fee_max="60", **said),
        make_profile("p-2", name="Ben", style_steer="2", fee_max="60", **said),
        make_profile("p-3", name="Cleo", style_steer="-2", **said),
        make_profile("p-4", name="Dora", style_steer="0", fee_max="90", **said),
        make_profile("p-5", name="Emil", accepting="no"),
    ]


def _must(value: object) -> Response:
    return Response(value, importance=Importance.MUST)  # type: ignore[arg-type]


def _told(profiles: list[Profile], top: int | None = None, **asked: Response) -> str:
    return result_text(match(MemoryDirectory(profiles), make_answers(asked), seed=1), ENGLISH, top)


def test_text_when_wishes_and_needs_are_given_then_it_reads_as_worked_out_by_hand() -> None:
    fee = _must(Money(Decimal(80), "USD"))

    text = _told(_five(), fee=fee, style_steer=Response(-2))

    lines = [line for line in text.splitlines() if "Ask before you book" not in line]
    assert lines == [
        f"{_results('answer.fit', n=2)} {_results('answer.more', n=1)}",
        "",
        *_shelf("meets_all", 2),
        "1. Ana (p-1)",
        f"   {_results('count.fit', fits=1, n=1)} Fits 100 of 100 points.",
        "   Fits: Who leads. The therapist leads",
        "",
        "2. Ben (p-2)",
        f"   {_results('count.fit', fits=0, n=1)} Fits 0 of 100 points.",
        "   Different: Who leads. The client leads. You said: The therapist leads",
        "",
        *_shelf("to_check", 1),
        "1. Cleo (p-3)",
        f"   {_results('count.fit', fits=1, n=1)} Fits 100 of 100 points.",
        "   Fits: Who leads. The therapist leads",
        "",
        *_shelf("near_miss", 1),
        "1. Dora (p-4)",
        f"   {_results('count.fit', fits=0, n=1)} Fits 50 of 100 points.",
        "   Not met: Cost. $90. You need: Up to $80",
        "   Fits in part: Who leads. Both are fine. You said: The therapist leads",
        "",
        *_shelf("not_accepting", 1),
        "1. Emil (p-5)",
        f"   {_results('count.fit', fits=0, n=1)} {_results('count.unknown', n=1)} {_UP_TO_100}",
        "   Not met: Taking new people. No",
        "   Not known: Who leads. You can ask.",
        "",
        _results("relax.fee", to="$90", limit="$80", adds=_results("relax.adds", n=1)),
        "Points tell how far a profile fits these answers. They are no grade of a person.",
        lines[-1],
    ]
    assert lines[-1].startswith("Seed 1, model additive/1, directory ")


def test_card_when_a_list_names_no_level_then_it_fits_at_least_in_part() -> None:
    lister = make_profile("p-1", name="Ana", accepting="yes", issues="worry")

    text = _told([lister], issues=Response(("worry",)))

    assert "   Fits at least in part: What it is about. Worry. You can ask." in text
    assert _results("count.at_least", n=1) in text


def test_card_when_a_need_is_not_stated_then_what_to_ask_is_told() -> None:
    text = _told(_five()[2:3], fee=_must(Money(Decimal(80), "USD")))

    assert "   Ask before you book: " in text


@pytest.mark.parametrize(
    ("profiles", "asked", "said"),
    [
        pytest.param([], {}, "answer.empty", id="nobody there"),
        pytest.param(_five(), {}, "answer.level", id="nothing asked"),
        pytest.param(
            _five()[:1], {"style_steer": Response(-2)}, "open_answer.fit", id="one has room"
        ),
        pytest.param(
            _five()[2:3],
            {"fee": _must(Money(Decimal(80), "USD")), "style_steer": Response(-2)},
            "answer.ask",
            id="one might",
        ),
        pytest.param(
            _five()[4:], {"style_steer": Response(-2)}, "open_answer.nobody", id="nobody has room"
        ),
        pytest.param(
            _five()[4:],
            {"fee": _must(Money(Decimal(80), "USD"))},
            "answer.nobody",
            id="nobody fits",
        ),
    ],
)
def test_answer_when_counts_differ_then_the_first_line_says_so(
    profiles: list[Profile], asked: dict[str, Response], said: str
) -> None:
    assert _told(profiles, **asked).splitlines()[0] == _results(said, n=1)


def test_answer_when_there_is_one_need_and_no_wish_then_the_counts_are_told() -> None:
    text = _told(_five(), fee=_must(Money(Decimal(80), "USD")))

    assert text.splitlines()[0] == f"{_results('answer.fit', n=2)} {_results('answer.more', n=1)}"


def test_text_when_somebody_is_hidden_then_they_are_counted_and_not_named() -> None:
    text = _told(_five(), hide_people=Response(("p-1",)))

    assert "Ana" not in text
    assert _results("hidden", n=1) in text


@pytest.mark.parametrize(
    ("item", "value", "cells"),
    [
        pytest.param("payers", ("medicare",), {"payers": "medicaid"}, id="payers"),
        pytest.param("times", Times(("mon-evening",)), {"times": "tue-morning"}, id="times"),
        pytest.param("start", "this_week", {"next_opening": "2026-12-30"}, id="start"),
        pytest.param("formats", ("video",), {"formats": "in_person"}, id="formats"),
        pytest.param(
            "place",
            Place(latitude=45.5, longitude=-122.7, max_km=Decimal(5)),
            {"latitude": "45.6", "longitude": "-122.7"},
            id="place",
        ),
    ],
)
def test_need_when_letting_it_go_brings_somebody_then_it_is_said(
    item: str, value: object, cells: dict[str, str]
) -> None:
    profile = make_profile("p-1", accepting="yes", confirmed_on=TODAY, **cells)
    adds = _results("relax.adds", n=1)
    said = _results(f"relax.{item}", adds=adds, to="6.9 miles", limit="3.1 miles")

    assert said in _told([profile], **{item: _must(value)}).splitlines()


def test_needs_when_only_together_they_bring_somebody_then_both_are_named() -> None:
    profile = make_profile("p-1", accepting="yes", formats="in_person", payers="medicaid")
    asked = {"formats": _must(("video",)), "payers": _must(("medicare",))}
    names = ("Who pays", "Ways to meet")
    said = _results("relax.several", names=names, adds=_results("relax.adds", n=1))

    assert said in _told([profile], **asked).splitlines()


def test_top_when_left_out_then_the_first_are_told_and_every_shelf_is_counted(
    sample: Match,
) -> None:
    text = result_text(sample, ENGLISH)

    assert sum(line[:1].isdigit() and "(p-" in line for line in text.splitlines()) == SHOWN
    for group in SHELVES:
        assert ENGLISH.text(f"results.shelf.{group}.heading").upper() in text
    assert "more. To see more, use --top." in text


def test_rows_when_shown_then_all_but_the_hidden_are_there_in_order(sample: Match) -> None:
    rows = [*shown_rows(sample)]

    assert len(rows) == len({*rows}) == sample.evaluation.snapshot.size
    assert rows[: sample.counts[Group.MEETS_ALL]] == [*sample.order(Group.MEETS_ALL)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_text_when_everybody_is_told_then_every_text_exists(sample: Match, language: str) -> None:
    text = result_text(sample, Catalogue(language), sample.evaluation.snapshot.size)

    for profile in sample_directory().profiles():
        if profile.published:
            assert f"({profile.id})" in text


@given(directories, responses())
def test_text_when_answers_are_of_any_kind_then_it_is_said_without_fail(
    profiles: list[Profile], given: dict[str, Response]
) -> None:
    text = _told(profiles, len(profiles), **given)

    assert all(f"({profile.id})" in text for profile in profiles)


def test_name_when_it_would_break_the_line_then_it_does_not() -> None:
    profile = Profile("p-1", {"name": Fact("Ana\x1b\nVidal", Source.CLINIC)})

    assert "1. Ana Vidal (p-1)" in _told([profile])


@pytest.mark.parametrize(("others", "said"), [(1, "Level with 1 other."), (2, "with 2 others.")])
def test_text_when_others_are_level_then_they_are_counted(others: int, said: str) -> None:
    people = [make_profile(f"p-{n}", accepting="yes", years="9") for n in range(others + 1)]
    years = {"experience_years": Response("yes", importance=Importance.MATTERS_A_LOT)}

    text = result_text(match(MemoryDirectory(people), make_answers(years), seed=1), ENGLISH)

    assert said in text
