"""Parts stand in their order, one sheet for each person chosen."""

import pytest
from support.reading_sheets import words_of
from support.results import make_asked, make_result, make_sitting, make_visit

from matcher.checklist.composing import build_document
from matcher.checklist.document import ChecklistDocument, PartId
from matcher.i18n import Catalogue, languages


def _document(
    count: int = 3, language: str = "en", parts: tuple[PartId, ...] = (*PartId,)
) -> ChecklistDocument:
    asked = make_asked()
    visits = tuple(
        make_visit(asked, make_result(profile_id=f"p-{n}", name=f"Person {n}"))
        for n in range(count)
    )
    return build_document(make_sitting(asked), visits, Catalogue(language), parts)


def test_build_document_when_three_are_chosen_then_each_has_notes_of_their_own() -> None:
    assert [sheet.part for sheet in _document().sheets] == [
        PartId.BEFORE,
        PartId.TAKE_IN,
        PartId.TAKE_IN,
        PartId.TAKE_IN,
        PartId.HOME,
    ]


def test_build_document_when_parts_are_named_then_only_those_in_order() -> None:
    document = _document(1, parts=(PartId.HOME, PartId.BEFORE))

    assert [sheet.part for sheet in document.sheets] == [PartId.BEFORE, PartId.HOME]


@pytest.mark.parametrize("language", languages())
def test_build_document_when_any_language_then_no_placeholder_is_left(language: str) -> None:
    document = _document(2, language)

    assert document.language == language
    assert document.page.count("{page}") == 1
    assert "{" not in words_of(document).replace(document.page, "")
