"""Columns that ask for one thing and answer with yes and no."""

import pytest

from matcher.importers.term_text import is_token
from matcher.importers.yes_no_column import answered, answers_yes_or_no, asked_by


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        ("Video sessions", ("formats", "video")),
        ("Offers phone sessions", ("formats", "phone")),
        ("Wheelchair? (Y/N)", ("access", "step_free_entry")),
        ("Telehealth available? (Y/N)", ("formats", "video")),
        ("EMDR", ("approaches", "emdr")),
        ("EMDR-trained", ("approaches", "emdr")),
        ("Couples", ("participants", "couple")),
        ("Atiende parejas", ("participants", "couple")),
        ("Medicare", ("payers", "medicare")),
        ("Specialties", None),
        ("No video", None),
        ("Yes", None),
        ("", None),
    ],
)
def test_header_when_it_asks_for_one_thing_then_that_is_known(
    header: str, asked: tuple[str, str] | None
) -> None:
    assert asked_by(header) == asked


def test_header_when_its_field_is_known_then_only_that_is_looked_at() -> None:
    assert asked_by("Wheelchair access", "access") == ("access", "step_free_entry")
    assert asked_by("Wheelchair access", "formats") is None
    assert asked_by("Video", "accepting") is None
    assert asked_by("Anything", "place") is None


@pytest.mark.parametrize(
    ("header", "code"),
    [("Accepts Medicaid", "medicaid"), ("Takes Blue Plan (Y/N)", "blue_plan"), ("Payers", ""),
     ("Accepts insurance", ""), ("In network", ""), ("Insurance 1", "")],
)  # fmt: skip
def test_header_when_it_names_a_plan_then_that_is_asked_for(header: str, code: str) -> None:
    assert asked_by(header, "payers") == (("payers", code) if code else None)


@pytest.mark.parametrize(
    ("cells", "is_asked"),
    [
        (["yes", "No", "", "n/a"], True),
        (["Sí", "no", "en parte"], True),
        (["x", "", "✓"], True),
        (["1", "0"], True),
        (["yes", "partly", "by phone"], False),
        (["n/a"], False),
        ([], False),
    ],
)
def test_column_when_most_of_what_it_says_is_yes_or_no_then_it_answers(
    cells: list[str], is_asked: bool
) -> None:
    assert answers_yes_or_no(cells) is is_asked


@pytest.mark.parametrize(("text", "token"), [("Yes.", "lift"), ("NO", "lift:no"), ("soon", "")])
def test_answer_when_read_then_the_directory_takes_what_it_stands_for(
    text: str, token: str
) -> None:
    assert answered("lift", text) == token
    assert not token or is_token("access", token)
