"""From the sample directory to the printed sheets, in both languages."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from support.directories import make_answers

from matcher.checklist.part import PartId
from matcher.i18n import Catalogue, languages
from matcher.questionnaire.response import Importance, Response, State, Times
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import Match, match
from matcher.services.sheets.checklist import ChecklistOptions, make_document
from matcher.services.sheets.checklist_files import make_checklist


@pytest.fixture(scope="module")
def result() -> Match:
    answers = make_answers(
        {
            "participants": Response("me", importance=Importance.MUST),
            "languages": Response(("es", "en"), importance=Importance.MUST),
            "access": Response(("step_free_entry",), importance=Importance.MUST),
            "issues": Response(("worry", "sleep"), starred="worry"),
            "style_feelings": Response(state=State.NOT_SURE),
            "faith_stance": Response(state=State.RATHER_NOT_SAY),
        },
        times=Times(good=("mon-evening", "wed-evening")),
        style_steer=-2,
        style_pace=2,
        approaches=("cbt", "act"),
    )
    return match(sample_directory(), answers, seed=7)


@pytest.mark.parametrize("language", languages())
def test_sheets_when_made_for_anybody_then_the_pdf_holds_every_sheet(
    result: Match, language: str
) -> None:
    catalogue = Catalogue(language)
    ids = result.evaluation.snapshot.ids
    for start in range(0, len(ids), 15):
        chosen = ids[start : start + 3]
        document = make_document(result, chosen, catalogue)

        reader = PdfReader(BytesIO(make_checklist(result, chosen, catalogue)))

        pages = [page.extract_text() for page in reader.pages]
        for sheet in document.sheets:
            assert any(text.startswith(sheet.title) for text in pages)


def test_sheets_when_one_part_is_wanted_then_the_others_are_not_there(result: Match) -> None:
    options = ChecklistOptions(parts=(PartId.TAKE_IN,))
    chosen = result.evaluation.snapshot.ids[:1]

    data = make_checklist(result, chosen, Catalogue("en"), options)

    text = "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    assert "First visit notes" in text
    assert "Keep at home" not in text
    assert "Before you book" not in text


def test_notes_when_taken_in_then_no_issue_seed_or_weight_is_on_them(result: Match) -> None:
    options = ChecklistOptions(parts=(PartId.TAKE_IN,))
    catalogue = Catalogue("en")
    chosen = result.evaluation.snapshot.ids[:3]

    data = make_checklist(result, chosen, catalogue, options)

    text = "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).lower()
    words = [catalogue.text(f"term.issues.{code}").lower() for code in ("worry", "sleep")]
    weights = [str(criterion.weight) for criterion in result.criteria]
    assert [word for word in (*words, *weights, "seed", "score") if word in text] == []
