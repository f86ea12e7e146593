"""What printed sheets promise, held for ten sittings: each in one form, every form twice."""

import pikepdf
import pytest
from support.paper_sittings import SITTINGS
from support.printed import Printed, form_faults, outside, reading_faults

from matcher.i18n import Catalogue, languages
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import Match, match
from matcher.services.sheets.checklist import make_document
from matcher.services.sheets.checklist_files import make_checklist


@pytest.fixture(scope="module")
def matches() -> dict[str, Match]:
    directory = sample_directory()
    return {name: match(directory, each.answers, seed=7) for name, each in SITTINGS.items()}


@pytest.fixture(scope="module", params=SITTINGS)
def sitting(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=languages())
def printed(
    request: pytest.FixtureRequest,
    sitting: str,
    matches: dict[str, Match],
    tmp_path_factory: pytest.TempPathFactory,
) -> Printed:
    found, options = matches[sitting], SITTINGS[sitting].options
    ids = found.evaluation.snapshot.ids[: SITTINGS[sitting].count]
    catalogue = Catalogue(request.param)
    file = tmp_path_factory.mktemp("printed") / "first-visit-notes.pdf"
    file.write_bytes(make_checklist(found, ids, catalogue, options))
    return Printed(make_document(found, ids, catalogue, options), file, request.param)


def test_sheets_when_printed_then_tools_find_nothing_and_fonts_are_in_it(printed: Printed) -> None:
    assert form_faults(printed) == []


def test_sheets_when_read_aloud_then_words_are_those_of_the_document_in_its_order(
    printed: Printed,
) -> None:
    assert [*reading_faults(printed)] == []


def test_sheets_when_printed_then_nothing_stands_outside_the_margins(printed: Printed) -> None:
    assert [*outside(printed.file)] == []


def test_sheet_when_it_is_to_be_one_then_two_pages_a_person(printed: Printed, sitting: str) -> None:
    with pikepdf.open(printed.file) as pdf:
        count = len(pdf.pages)

    if SITTINGS[sitting].options.is_one_sheet:
        assert count <= 2 * SITTINGS[sitting].count
    else:
        assert count > 2
