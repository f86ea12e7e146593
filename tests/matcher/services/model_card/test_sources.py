"""How a source is named and told."""

import pytest

from matcher.i18n import Catalogue
from matcher.scoring.evidence import load_evidence
from matcher.services.model_card.sources import cite, cite_all, describe_source

SOURCES = load_evidence().sources
ENGLISH = Catalogue("en")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("swift_2018", "Swift et al., 2018"),
        ("cabral_2011", "Cabral & Smith, 2011"),
        ("interviews_2018", "Interviews, 2018"),
        ("experience_review", "A review of years of work"),
    ],
    ids=["authors and year", "two authors", "no authors", "neither"],
)
def test_cite_when_authors_or_year_are_not_known_then_it_does_without(
    source: str, expected: str
) -> None:
    assert cite(SOURCES[source], ENGLISH) == expected


def test_cite_all_when_several_then_one_after_the_other() -> None:
    cited = cite_all(("swift_2018", "windle_2020"), SOURCES, ENGLISH)

    assert cited == "Swift et al., 2018; Windle et al., 2020"


@pytest.mark.parametrize(
    ("source", "studied"),
    [
        ("swift_2018", "53 studies, more than 16,000 people"),
        ("windle_2020", "29 studies, 5,294 people"),
        ("lin_2022", "20 studies"),
        ("cabral_2011", "52, 81 and 53 studies"),
    ],
    ids=["a floor", "studies and people", "studies", "in its own words"],
)
def test_describe_source_when_told_then_what_was_studied_stands_below_its_name(
    source: str, studied: str
) -> None:
    assert describe_source(SOURCES[source], ENGLISH).status == studied


def test_describe_source_when_told_then_what_was_found_and_where_it_was_read() -> None:
    (line,) = describe_source(SOURCES["elliott_2018"], ENGLISH).lines

    assert "(r = 0.28)" in line
    assert line.endswith("(scribd.com/document/618275650)")


@pytest.mark.parametrize("source", SOURCES)
def test_describe_source_when_in_spanish_then_its_figures_are_the_same(source: str) -> None:
    numbers = SOURCES[source].numbers
    spanish = Catalogue("es")
    told = describe_source(SOURCES[source], spanish)
    text = " ".join((told.status, *told.lines))

    assert [name for name, number in numbers.items() if spanish.number(number) not in text] == []
