import io

import pypdf
import pytest

from matcher.i18n import Catalogue, languages
from matcher.services.personal.code_paper import code_pdf


@pytest.mark.parametrize("language", languages())
def test_paper_when_made_then_the_whole_code_is_on_one_page(language: str) -> None:
    data = code_pdf("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345", Catalogue(language), "A4")
    pages = pypdf.PdfReader(io.BytesIO(data)).pages

    assert len(pages) == 1
    assert "ABCD EFGH JKMN PQRS TVWX YZ01 2345" in " ".join(pages[0].extract_text().split())
