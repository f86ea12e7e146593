from dataclasses import replace

import pytest
from support.builders import make_profile
from support.practitioners import days_ago, page_of, sample_page

from matcher.directory.profile import Profile, Source
from matcher.document import Document, Fit
from matcher.i18n import Catalogue, languages
from matcher.services.practitioner.page import PractitionerPage
from matcher.services.practitioner.words import PractitionerWords


def _document(page: PractitionerPage, language: str = "en") -> Document:
    return PractitionerWords(page, Catalogue(language)).document()


def _costs(page: PractitionerPage) -> list[Fit]:
    (sheet,) = _document(page).sheets
    return [block for block in sheet.sections[1].blocks if isinstance(block, Fit)]


def test_document_when_nobody_asks_for_all_then_it_is_one_short_sheet() -> None:
    (sheet,) = _document(sample_page("p-002")).sheets

    assert [section.heading for section in sheet.sections] == [
        "Your page as people see it",
        "What silence costs",
        "What you can add",
        "Confirm or withdraw",
    ]


def test_costs_when_a_page_is_silent_then_few_are_told_and_must_haves_come_first() -> None:
    costs = _costs(page_of(Profile("p-7", {})))

    assert len(costs) == 6
    assert costs[0].name == "Taking new people"
    assert costs[0].lines[0].startswith("A must-have for all. “")
    assert "more things are open" in str(_document(page_of(Profile("p-7", {}))))


def test_costs_when_points_are_open_then_what_costs_most_comes_first() -> None:
    points = [float(cost.lines[0].split()[0]) for cost in _costs(sample_page("p-005", later=60))]

    assert points == sorted(points, reverse=True)
    assert min(points) >= 0.5


def test_costs_when_a_fact_is_old_then_says_so() -> None:
    said = [cost.lines[0] for cost in _costs(sample_page("p-005", later=400))]

    assert said[0].startswith("A must-have for all, as it is out of date. “")


def test_facts_when_most_were_said_by_one_then_that_stands_once_and_others_beside() -> None:
    profile = make_profile(confirmed_on=days_ago(10), name="Ana", city="Aue", phone="555-0100")
    other = replace(profile.facts["phone"], source=Source.CLINIC)
    profile = replace(profile, facts={**profile.facts, "phone": other})

    said = str(_document(page_of(profile)))

    assert said.count("Said by the therapist") == 1
    assert "Phone: 555-0100. Said by the clinic" in said


@pytest.mark.parametrize("language", languages())
def test_document_when_hidden_or_empty_then_says_so(language: str) -> None:
    words = Catalogue(language)
    hidden = replace(make_profile(name="Ana"), published=False)

    assert words.text("practitioner.hidden") in str(_document(page_of(hidden, language), language))
    empty = str(_document(page_of(Profile("p-7", {}), language), language))
    assert words.text("practitioner.short.empty") in empty
    assert words.text("practitioner.silence.unreachable") in empty
