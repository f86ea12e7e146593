"""An audit in words, for the command line and the staff's page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from matcher.i18n import Catalogue
from matcher.learning.audit_report import ABSENT, AuditFinding, AuditReport, Check, Note
from matcher.services.people.wording import describe_name

if TYPE_CHECKING:
    from matcher.learning.audit_report import Number

_MOST_NAMES = 8
_ABOUT_PEOPLE = frozenset({Note.NEVER_FIRST, Note.NEAR_IDENTICAL, Note.SAYS_LITTLE})


def audit_text(report: AuditReport, words: Catalogue) -> str:
    """Return an audit as lines of plain text: the answer, the checks, what else there is."""
    return "\n".join(_lines(report, words))


def audit_document(report: AuditReport, words: Catalogue) -> dict[str, Any]:
    """Return an audit as a JSON document: keys and numbers, each finding with its sentence."""
    return {
        "passed": report.passed,
        "profiles": report.profiles,
        "clients": report.clients,
        "checks": [
            {"id": check, "status": _status(report, check), "comparisons": number}
            for check, number in _checks(report)
        ],
        "failures": [_entry(one, words) for one in report.failures],
        "notes": [_entry(one, words) for one in report.notes],
    }


def finding_text(finding: AuditFinding, words: Catalogue) -> str:
    """Say one finding."""
    if isinstance(finding.key, Check):
        return _failure(finding, words)
    numbers = {name: words.number(number) for name, number in finding.numbers.items()}
    names, n = _names(finding, words), len(finding.subjects)
    text = words.text(f"audit.notes_on.{finding.key}", names=names, n=n, **numbers)
    if finding.key is Note.NEVER_FIRST and finding.numbers["by_chance"]:
        text = f"{text} {words.text('audit.notes_on.by_chance', **numbers)}"
    return text


def _lines(report: AuditReport, words: Catalogue) -> Iterator[str]:
    yield words.text("audit.passed" if report.passed else "audit.failed")
    yield words.text(
        "audit.scope",
        profiles=words.text("audit.profiles", n=report.profiles),
        clients=words.text("audit.clients", n=report.clients),
    )
    yield ""
    for check, number in _checks(report):
        message = words.text(f"audit.check.{check}", n=number)
        yield words.text(f"audit.{_status(report, check)}", message=message)
        for one in report.failures:
            if one.key is check:
                yield words.text("audit.detail", message=finding_text(one, words))
    if report.notes:
        yield ""
        yield words.text("audit.notes")
        for one in report.notes:
            yield words.text("audit.note", message=finding_text(one, words))


def _checks(report: AuditReport) -> list[tuple[Check, int]]:
    """Return the checks that found something to compare, in order."""
    return [(check, report.looked_at[check]) for check in Check if report.looked_at.get(check)]


def _status(report: AuditReport, check: Check) -> str:
    return "differs" if any(one.key is check for one in report.failures) else "ok"


def _entry(finding: AuditFinding, words: Catalogue) -> dict[str, Any]:
    return {
        "id": finding.key,
        "subjects": [*finding.subjects],
        "numbers": dict(finding.numbers),
        "message": finding_text(finding, words),
    }


def _failure(finding: AuditFinding, words: Catalogue) -> str:
    numbers = finding.numbers
    if finding.key is Check.SUMS:
        return words.text("audit.failure.sums")
    name = _names(finding, words)
    if finding.key is Check.EXAMPLES:
        return words.text(
            "audit.failure.examples",
            name=name,
            published=_value(numbers, "published", words),
            found=_value(numbers, "found", words),
            count=words.number(numbers["examples"]),
        )
    published, found = (_number(finding, which, words) for which in ("published", "found"))
    return words.text(f"audit.failure.{finding.key}", name=name, published=published, found=found)


def _value(numbers: Mapping[str, Number], which: str, words: Catalogue) -> str:
    low, high = (words.number(numbers[f"{which}_{end}"]) for end in ("low", "high"))
    return low if low == high else words.text("audit.failure.range", low=low, high=high)


def _number(finding: AuditFinding, which: str, words: Catalogue) -> str:
    number = finding.numbers[which]
    if finding.key is Check.PUBLISHED and number == ABSENT:
        return words.text("audit.failure.none")
    return words.number(round(number, 2))


def _names(finding: AuditFinding, words: Catalogue) -> str:
    if finding.key in _ABOUT_PEOPLE:
        return _shortened(finding.subjects, words)
    if finding.key is Check.PUBLISHED and len(finding.subjects) == 2:
        preset, group = finding.subjects
        return words.text(
            "audit.in_preset", group=_name(group, words), preset=_preset(preset, words)
        )
    return _shortened([_name(subject, words) for subject in finding.subjects], words)


def _shortened(names: Sequence[str], words: Catalogue) -> str:
    if len(names) <= _MOST_NAMES:
        return words.list(names)
    shown = ", ".join(names[:_MOST_NAMES])
    return words.text("audit.more", names=shown, n=len(names) - _MOST_NAMES)


def _name(subject: str, words: Catalogue) -> str:
    """Name a group or a criterion; one that the program has no word for keeps its id."""
    if words.has(f"model.group.{subject}.name"):
        return words.text(f"model.group.{subject}.name")
    return describe_name(subject, words) if words.has(f"item.{subject}.name") else subject


def _preset(name: str, words: Catalogue) -> str:
    key = f"model.preset.{name}"
    return words.text(key) if words.has(key) else name
