"""Parts stand in their order, one sheet for each person chosen."""

from dataclasses import replace

import pytest
from support.reading_sheets import words_of
from support.results import make_asked, make_result, make_sitting, make_visit

from matcher.checklist.composing import build_document
from matcher.checklist.part import PartId
from matcher.document import Document
from matcher.i18n import Catalogue, languages


def _document(
    count: int = 3,
    language: str = "en",
    parts: tuple[PartId, ...] = (*PartId,),
    *,
    is_share_copy: bool = False,
) -> Document:
    asked = make_asked()
    sitting = replace(make_sitting(asked), is_share_copy=is_share_copy)
    visits = tuple(
        make_visit(asked, make_result(profile_id=f"p-{n}", name=f"Person {n}"))
        for n in range(count)
    )
    return build_document(sitting, visits, Catalogue(language), parts)


def test_build_document_when_three_are_chosen_then_each_has_notes_of_their_own() -> None:
    assert [sheet.title for sheet in _document().sheets] == [
        "Before you book",
        "First visit notes",
        "First visit notes",
        "First visit notes",
        "Keep at home",
    ]


def test_build_document_when_parts_are_named_then_only_those_in_order() -> None:
    document = _document(1, parts=(PartId.HOME, PartId.BEFORE))

    assert [sheet.title for sheet in document.sheets] == ["Before you book", "Keep at home"]


@pytest.mark.parametrize("language", languages())
def test_build_document_when_any_language_then_no_placeholder_is_left(language: str) -> None:
    document = _document(2, language)

    assert document.language == language
    assert document.page.count("{page}") == document.page.count("{total}") == 1
    assert "{" not in words_of(document).replace(document.page, "")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "copy to share"), ("es", "copia para compartir")]
)
def test_build_document_when_a_copy_to_share_then_every_sheet_and_page_says_so(
    language: str, said: str
) -> None:
    copy, usual = (_document(language=language, is_share_copy=each) for each in (True, False))

    assert all(said in sheet.footer.lower() for sheet in copy.sheets)
    assert all(said in words_of(sheet.sections[0]).lower() for sheet in copy.sheets)
    assert said not in words_of(usual).lower()
