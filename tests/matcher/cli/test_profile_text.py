"""A whole profile as text."""

from datetime import date
from decimal import Decimal

import pytest
from support.builders import make_profile

from matcher.checklist.wording import SHOWN_TERMS
from matcher.cli.profile_text import profile_text
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Fact, FactValue, Profile, Source
from matcher.directory.vocabulary import load_vocabulary
from matcher.i18n import Catalogue
from matcher.services.directory.sample_directory import sample_directory

_VALUES: dict[FieldKind, FactValue] = {
    FieldKind.TEXT: "text",
    FieldKind.CODE: "",
    FieldKind.CODES: (),
    FieldKind.STEPS: (0, 0),
    FieldKind.TIMES: ("mon-evening",),
    FieldKind.NUMBER: Decimal(1),
    FieldKind.DATE: date(2026, 11, 21),
}


@pytest.mark.parametrize("language", ["en", "es"])
def test_text_when_sample_profiles_are_told_then_every_field_has_words(language: str) -> None:
    words = Catalogue(language)

    for profile in sample_directory().profiles():
        lines = profile_text(profile, words).splitlines()
        assert sum(line.startswith("  ") for line in lines) == len(profile.facts)


@pytest.mark.parametrize("language", ["en", "es"])
def test_text_when_every_field_is_stated_then_each_has_a_name(language: str) -> None:
    facts = {name: Fact(_VALUES[field.kind], Source.CLINIC) for name, field in FIELDS.items()}

    lines = profile_text(Profile("p-1", facts), Catalogue(language)).splitlines()

    assert len([line for line in lines if line.startswith("  ")]) == len(FIELDS)


def test_text_when_a_list_is_long_then_all_of_it_is_told() -> None:
    codes = load_vocabulary("issues").codes[: SHOWN_TERMS + 2]
    profile = make_profile(issues=";".join(codes))

    line = profile_text(profile, Catalogue()).splitlines()[-1]

    assert line.count(";") == len(codes) - 1


def test_text_when_sources_differ_then_each_has_its_paragraph_and_what_gave_way_comes_last() -> (
    None
):
    facts = {
        "name": Fact("Ana", Source.REGISTER, date(2026, 1, 5)),
        "city": Fact("Lindenau", Source.THERAPIST),
    }
    old = ("city", Fact("Eastholm", Source.REGISTER, date(2025, 1, 5)))

    told = profile_text(Profile("p-1", facts, (old,), published=False), Catalogue())

    assert told.splitlines() == [
        "Ana (p-1)",
        "Not published: people who look for a therapist do not see this profile.",
        "",
        "From a register, January 5, 2026:",
        "  Name: Ana",
        "",
        "Said by the therapist, no date:",
        "  Town: Lindenau",
        "",
        "Also said, but older or from further away:",
        "",
        "From a register, January 5, 2025:",
        "  Town: Eastholm",
    ]
