import io
from datetime import date

import pypdf
import pytest

from matcher.i18n import Catalogue, languages
from matcher.region import Paper
from matcher.services.personal.code_paper import code_pdf

_CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345"


@pytest.mark.parametrize("language", languages())
def test_paper_when_made_then_the_whole_code_is_on_one_page(language: str) -> None:
    data = code_pdf(
        "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345", Catalogue(language), "A4", date(2026, 3, 9)
    )
    pages = pypdf.PdfReader(io.BytesIO(data)).pages

    assert len(pages) == 1
    assert "ABCD EFGH JKMN PQRS TVWX YZ01 2345" in " ".join(pages[0].extract_text().split())


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_paper_when_made_then_the_code_is_largest_and_the_day_is_named(paper: Paper) -> None:
    data = code_pdf(_CODE, Catalogue("en"), paper, date(2026, 3, 9))
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    sizes: dict[str, float] = {}

    def see(text: str, _matrix: object, _at: object, _font: object, size: float) -> None:
        if text.strip():
            sizes[text.strip()] = size

    page.extract_text(visitor_text=see)

    largest = max(sizes.values())
    assert {text for text, size in sizes.items() if size == largest} <= {
        text for text in sizes if set(text) <= {*_CODE, "\u00a0", " ", "\n"}
    }
    assert "Made on March 9, 2026." in page.extract_text()
