"""Long lists of boxes: two groups side by side, none alone in a row."""

from matcher.document import Paragraph, Questions, Section
from matcher.forms.boxes import form_document, long_list
from matcher.i18n import Catalogue
from matcher.questionnaire.loader import load_questionnaire


def _sections(name: str) -> list[Section]:
    labels = {code: code for code in load_questionnaire().item(name).options}
    return [*long_list(Section("Head", (Paragraph("Why"),)), name, labels, Catalogue())]


def test_long_list_when_set_then_its_beginning_stays_with_its_heading() -> None:
    first, *rest = _sections("languages")

    assert first.heading == "Head"
    assert first.together
    assert [type(block) for block in first.blocks] == [Paragraph, Questions, Questions]
    assert all(section.heading == "" for section in rest)


def test_long_list_when_a_group_would_stand_alone_then_it_joins_the_row_before() -> None:
    for name in ("languages", "issues", "communities", "access", "payers", "helped_or_not"):
        item = load_questionnaire().item(name)
        labels = {code: code for code in item.options}
        head = Section("", ())
        rows = [*long_list(head, str(item.vocabulary), labels, Catalogue())]

        assert {len(row.blocks) for row in rows} <= {2, 3}
        boxes = [box for row in rows for group in row.blocks for box in group.items]  # type: ignore[union-attr]
        assert boxes == [*item.options]


def test_form_document_when_made_then_it_says_its_language() -> None:
    document = form_document("T", (), (Section("", ()),), Catalogue("es"))

    assert (document.title, document.language) == ("T", "es")
    assert "{page}" in document.page
