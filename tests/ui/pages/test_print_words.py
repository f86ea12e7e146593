import pytest
from reportlab.lib.pagesizes import A4
from support.pdf_files import blank_pdf
from support.printers import DESK, OFFICE

from ui.controllers.blank_controller import BlankOrder
from ui.controllers.sheets_controller import Sheets
from ui.language import Language
from ui.pages.print_words import PrintWords
from ui.pdf_pages import read_pages
from ui.printing import PrinterFacts
from ui.widgets.print_parts import Step


@pytest.fixture(scope="module")
def sheets() -> Sheets:
    data = blank_pdf(A4, A4, A4)
    return Sheets(data, read_pages(data), BlankOrder("en", "us", "A4", ()))


@pytest.mark.parametrize(
    ("printer", "first", "count"), [(DESK, 0, 2), (DESK, 2, 1), (OFFICE, 0, 3), (OFFICE, 1, 2)]
)
def test_count_when_a_printer_prints_on_both_sides_then_half_the_paper_comes_out(
    sheets: Sheets, printer: PrinterFacts, first: int, count: int
) -> None:
    assert PrintWords(sheets, printer).count(first) == count


@pytest.mark.parametrize("have_changed", [True, False])
def test_ready_when_known_then_it_names_printer_and_paper(
    sheets: Sheets, have_changed: bool
) -> None:
    said = PrintWords(sheets, OFFICE).ready(Language("en"), have_changed=have_changed)

    assert "the printer Office. 3 sheets of paper" in said
    assert said.startswith("Your choices have changed") is have_changed


@pytest.mark.parametrize(
    ("printer", "papers"), [(DESK, ("A4", "Letter")), (OFFICE, ("", "")), (None, ("", ""))]
)
def test_differing_papers_when_the_printer_has_another_then_both_are_named(
    sheets: Sheets, printer: PrinterFacts | None, papers: tuple[str, str]
) -> None:
    assert PrintWords(sheets, printer).differing_papers == papers


def test_told_when_all_is_sent_then_it_asks_for_as_many_sheets_as_are_left(sheets: Sheets) -> None:
    facts, words = PrintWords(sheets, OFFICE), Language("en")

    def told(step: Step) -> str:
        return facts.told(step, words, first=1, have_changed=False)

    assert "2 sheets" in told(Step.ASKED)
    assert told(Step.READY) == facts.ready(words, have_changed=False)
    assert [step for step in Step if not told(step)] == [Step.STUCK]
