from matcher.directory.validation import Finding, Severity
from matcher.errors import Message


def test_finding_when_nothing_more_is_said_then_it_is_about_no_place() -> None:
    finding = Finding(Severity.NOTE, Message("finding.fhir.nobody"))

    assert (finding.field, finding.row, finding.file) == ("", None, "")


def test_severity_when_written_then_it_is_a_plain_word() -> None:
    assert [severity.value for severity in Severity] == ["error", "warning", "note"]


def test_findings_when_they_say_the_same_then_they_are_equal() -> None:
    one, other = (
        Finding(Severity.ERROR, Message("finding.row.repeated_id", row=3), "id", 2, "list.csv")
        for _ in range(2)
    )

    assert one == other
    assert hash(one) == hash(other)
