"""What a column or a word of a list can mean."""

from itertools import pairwise

import pytest

from matcher.i18n import Catalogue
from matcher.importers.mapping import TARGETS
from matcher.importers.term_text import is_token
from matcher.services.intake.mapping_offer import (
    field_choices,
    field_label,
    term_choices,
    token_label,
)


@pytest.mark.parametrize("language", ["en", "es"])
def test_fields_when_offered_then_each_has_a_name_of_its_own(language: str) -> None:
    words = Catalogue(language)
    choices = field_choices(words)

    assert {choice.code for choice in choices} == TARGETS - {""}
    assert all(choice.label and "." not in choice.label for choice in choices)
    labels = [choice.label for choice in choices]
    assert [label for label in labels if labels.count(label) > 1] == []
    assert field_label("", words) != ""


@pytest.mark.parametrize("language", ["en", "es"])
def test_fields_when_offered_then_each_stands_in_a_part_and_is_known_by_its_usual_headers(
    language: str,
) -> None:
    choices = {choice.code: choice for choice in field_choices(Catalogue(language))}

    assert {"city", "ciudad", "town"} <= {*choices["city"].names}
    assert "sliding scale" in choices["reduced_fee"].names
    assert all(choice.group and "." not in choice.group for choice in choices.values())
    parts = [choice.group for choice in choices.values()]
    assert sum(one != other for one, other in pairwise(parts)) == len({*parts}) - 1
    assert choices["state"].group == choices["place"].group == choices["city"].group


@pytest.mark.parametrize(
    ("language", "typed", "field"),
    [("en", "notes", "unsorted"), ("es", "silla de ruedas", "access")],
)
def test_fields_when_searched_by_an_everyday_word_then_it_is_a_name(
    language: str, typed: str, field: str
) -> None:
    choices = {choice.code: choice for choice in field_choices(Catalogue(language))}

    assert typed in choices[field].names


@pytest.mark.parametrize(
    "field", ["issues", "languages", "payers", "accepting", "licensed_areas", "published",
              "reduced_fee", "boundaries"],
)  # fmt: skip
def test_terms_when_offered_then_the_directory_takes_each(field: str) -> None:
    choices = term_choices(field, Catalogue("en"))

    assert len(choices) > 1
    assert all(choice.label for choice in choices)
    assert all(is_token(field, choice.code) for choice in choices)


@pytest.mark.parametrize("typed", ["trauma", "ptsd"])
def test_terms_when_searched_by_a_word_for_several_then_each_is_found(typed: str) -> None:
    found = {each.code for each in term_choices("issues", Catalogue("en")) if typed in each.names}

    assert found == {
        "violence_or_abuse", "hard_childhood", "sexual_harm", "accident", "war_or_displacement",
        "medical_trauma",
    }  # fmt: skip


def test_terms_when_offered_for_a_plan_on_no_list_then_it_can_be_one_of_its_own() -> None:
    words = Catalogue("en")

    own, *others = term_choices("payers", words, "BCBS")

    assert (own.code, own.names) == ("bcbs", ("BCBS",))
    assert tuple(others) == term_choices("payers", words) == term_choices("payers", words, "EAP")


@pytest.mark.parametrize("language", ["en", "es"])
def test_terms_when_offered_for_a_plain_no_then_the_no_to_each_goes_first(language: str) -> None:
    words = Catalogue(language)
    usual = term_choices("formats", words)

    choices = term_choices("formats", words, "No")

    denied = choices[: len(usual)]
    assert choices[len(usual) :] == usual == term_choices("formats", words, "nowhere")
    assert [each.code for each in denied] == [f"{each.code}:no" for each in usual]
    assert [each.label for each in denied] == [f"{each.label}: no" for each in usual]
    assert all(is_token("formats", each.code) for each in denied)
    assert term_choices("accepting", words, "no") == term_choices("accepting", words)


def test_token_when_it_has_a_level_then_its_words_say_so() -> None:
    assert token_label("languages", "es:fluent", Catalogue("en")).startswith("Spanish (")
    assert token_label("published", "yes", Catalogue("es")) == "Sí"
