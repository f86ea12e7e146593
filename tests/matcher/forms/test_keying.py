"""The dialogue: on and back, kept and taken off, and every answer said in words."""

import pytest

from matcher.forms.keying import Keying
from matcher.forms.numbering import form_items
from matcher.i18n import Catalogue
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire


def _keying(language: str = "en", *, is_full: bool = False) -> Keying:
    return Keying(load_questionnaire(), Catalogue(language, "us"), is_full=is_full)


def _type(keying: Keying, *lines: str) -> list[str]:
    """Type lines and return all that was said about them."""
    said: list[str] = []
    for line in lines:
        said += keying.prompt()
        said += keying.enter(line)
    return said


def test_answers_when_typed_then_they_are_kept_and_said_in_words() -> None:
    keying = _keying()
    said = _type(keying, "1 !", "5", "2 1", "1 2 M")

    assert "Understood: Just me (Must have)" in said
    assert "Understood: In person; Video call (Matters a lot)" in said
    answers = keying.answers()
    assert answers.value("participants") == "me"
    assert answers.value("languages") == ("es", "en")
    assert answers.responses["formats"].importance is Importance.MATTERS_A_LOT
    assert {*answers.responses} == {"participants", "age_band", "languages", "formats"}


def test_line_when_refused_then_the_same_question_is_asked_again() -> None:
    keying = _keying()
    said = _type(keying, "77", "1")

    assert "Question 1: there is no number “77”. Please type it again." in said
    assert keying.answers().value("participants") == "me"


def test_enter_when_nothing_was_answered_then_the_item_stays_absent() -> None:
    keying = _keying()

    assert "Left out." in _type(keying, "", "5")
    assert [*keying.answers().responses] == ["age_band"]


def test_back_when_an_answer_was_given_then_it_is_shown_kept_or_changed() -> None:
    keying = _keying()
    said = _type(keying, "1", "<", "", "5", "<", "6")

    assert "As typed before: Just me" in said
    assert keying.answers().value("participants") == "me"
    assert keying.answers().value("age_band") == "65+"


def test_back_when_at_the_first_question_then_it_says_so() -> None:
    assert "This is the first question." in _type(_keying(), "<")


def test_take_off_when_an_answer_was_given_then_it_is_gone() -> None:
    keying = _keying()
    _type(keying, "1", "<", ".")

    assert [*keying.answers().responses] == []


def test_help_when_asked_then_it_shows_the_signs_and_long_lists() -> None:
    keying = _keying()
    before = _type(keying, "", "")
    said = _type(keying, "h")

    assert not any("Spanish" in line for line in before)
    assert any("2. Spanish" in line for line in said)
    assert any("? Not sure" in line and "! Must have" in line for line in said)


def test_end_when_reached_then_only_enter_finishes_and_back_leads_to_the_groups() -> None:
    keying = _keying()
    count = len(form_items(load_questionnaire()))
    said = _type(keying, *[""] * count, "1 4", "oops")

    assert "Understood: How you work together and Times, place and money" in said
    assert not keying.is_done
    _type(keying, "<", "2", "")
    assert keying.is_done
    assert keying.answers().weights.double == ("experience",)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("97758", "97758; United States", id="at home"),
        pytest.param(
            "97758, CA", "97758; United States; With a license for CA", id="letters of a part"
        ),
        pytest.param(
            "97758, 10, us-or",
            "Within 10 miles of 97758; United States; With a license for OR",
            id="all",
        ),
        pytest.param("75001, FR", "75001; France", id="another country"),
        pytest.param("US-OR", "With a license for OR", id="license alone"),
    ],
)
def test_place_when_typed_then_country_and_license_area_are_said(line: str, said: str) -> None:
    keying = _keying()
    place = [item.id for item in form_items(load_questionnaire())].index("place")

    assert f"Understood: {said}" in _type(keying, *[""] * place, line)


def test_groups_when_taken_off_then_none_is_left() -> None:
    keying = _keying()
    _type(keying, *[""] * len(form_items(load_questionnaire())), "1", "<", ".", "")

    assert keying.answers().weights.double == ()


@pytest.mark.parametrize("language", ["en", "es"])
def test_dialogue_when_full_then_every_question_has_its_prompt_help_and_words(
    language: str,
) -> None:
    keying = _keying(language, is_full=True)
    lines = {
        "place": "97201, 10, US-OR", "times": "4 9?", "fee": "80", "issues": "2 1*",
        "hide_people": "p-009", "helped_or_not": "1: mine",
    }  # fmt: skip
    for item in form_items(load_questionnaire(), is_full=True):
        assert _type(keying, "h") or item
        _type(keying, lines.get(item.id, "1"))
        said = _type(keying, "<")
        _type(keying, "")
        assert len(said) >= 1

    answers = keying.answers()
    assert len(answers.responses) == len(form_items(load_questionnaire(), is_full=True))
    assert answers.language == language
    assert answers.responses["issues"].starred == "worry"


def test_end_when_nothing_was_answered_then_no_file_is_offered() -> None:
    keying = _keying()
    count = len(form_items(load_questionnaire()))
    said = _type(keying, *[""] * (count + 1), "")

    assert not keying.is_done
    assert said[-1].startswith("No question is answered yet")
    assert not any("to write the file" in line for line in said)
    _type(keying, "<", "2", "")
    assert keying.is_done


@pytest.mark.parametrize(
    ("language", "cell", "echo"),
    [
        ("en", "1. Monday before 9", "Understood: Monday before 9"),
        ("es", "1. Lunes antes de las 9", "Entendido: Lunes antes de las 9"),
    ],
)
def test_times_when_listed_or_typed_then_they_are_words(
    language: str, cell: str, echo: str
) -> None:
    keying = _keying(language)
    times = [item.id for item in form_items(load_questionnaire())].index("times")
    said = _type(keying, *[""] * times, "h", "1")

    assert not any("mon-" in line for line in said)
    assert any(line.strip().lower().startswith(cell.lower()) for line in said)
    assert said[-1].lower().startswith(echo.lower())


@pytest.mark.parametrize(("region", "unit"), [("us", "miles"), ("de", "km")])
def test_place_when_asked_for_or_refused_then_the_unit_is_named(region: str, unit: str) -> None:
    keying = Keying(load_questionnaire(), Catalogue("en", region))
    place = [item.id for item in form_items(load_questionnaire())].index("place")
    said = _type(keying, *[""] * place, "h", "somewhere")

    assert any(f"distance in {unit}" in line for line in said)
    assert f"The 10 is {unit}." in said[-1]
