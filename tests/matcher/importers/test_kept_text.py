"""Words that no field takes."""

import pytest

from matcher.importers.kept_text import KeptText


@pytest.mark.parametrize(
    ("target", "header", "line"),
    [
        ("formats", "Video (Y/N)", "formats (Video (Y/N)): No"),
        ("access", "Wheelchair access", "access (Wheelchair access): No"),
        ("formats", "Formats", "formats: No"),
        ("issues", "Specialties", "issues: No"),
        ("place", "Location", "place: No"),
        ("state", "", "state: No"),
    ],
)
def test_text_when_kept_then_its_column_is_named_where_the_field_says_too_little(
    target: str, header: str, line: str
) -> None:
    kept = KeptText()

    kept.keep(target, " No ", header)

    assert [*kept.lines()] == [line]
    assert kept.has(target)
    assert not kept.has("payers")


def test_texts_when_of_several_columns_then_each_has_its_line() -> None:
    kept = KeptText()
    for header, text in (("Video", "No"), ("Phone", "No"), ("Video", "partly"), ("Video", "No")):
        kept.keep("formats", text, header)
    kept.keep("formats", " ", "Fax")

    assert [*kept.lines()] == ["formats (Video): No; partly", "formats (Phone): No"]
