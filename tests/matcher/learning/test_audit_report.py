"""What an audit says of itself."""

from matcher.learning.audit_report import AuditReport, Check, Note, finding


def _report(*keys: Check | Note) -> AuditReport:
    return AuditReport({}, tuple(finding(key, ["worry"]) for key in keys), profiles=1, clients=1)


def test_report_when_there_are_only_notes_then_it_is_passed() -> None:
    report = _report(Note.CONSTANT, Note.ALIKE)

    assert report.passed
    assert (len(report.failures), len(report.notes)) == (0, 2)


def test_report_when_one_check_failed_then_it_is_not() -> None:
    report = _report(Check.WEIGHTS, Note.ALIKE)

    assert not report.passed
    assert [one.key for one in report.failures] == [Check.WEIGHTS]
