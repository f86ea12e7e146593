"""What an import found, put together by kind, and as a table for a spreadsheet program."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from matcher.directory.validation import Finding, Severity
from matcher.services.files.output_file import OutputKind, write_file
from matcher.services.intake.field_words import FieldWords

_HEADER = ("severity", "file", "row", "field", "message")
FINDINGS = OutputKind(
    "findings.csv", ("\ufeff" + ",".join(f'"{name}"' for name in _HEADER)).encode()
)
_FORMULA = re.compile(r"[=+@\t\r-]")
_ORDER = [*Severity]
_COLUMN = "column"
_CELL = (_COLUMN, "text", "found", "code")
"""What of a message stands in the list itself: the first that it has, so that no cell is named
twice."""
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one kind about one field.

    Attributes
    ----------
    severity, key, field
        What they have in common; the key is that of their messages.
    findings
        In the order of the file.
    """

    severity: Severity
    key: str
    field: str
    findings: tuple[Finding, ...]

    @property
    def is_one_sentence(self) -> bool:
        """Whether all of them say the same."""
        return len({finding.message for finding in self.findings}) == 1


def example_of(findings: Sequence[Finding], words: FieldWords) -> str:
    """Say the first of findings alike, and name a few cells more of which the same holds.

    Of columns, all are named: what is not seen is not brought in.
    """
    messages = [finding.message.params for finding in findings]
    named = ([params[key] for key in _CELL if key in params][:1] for params in messages)
    cells = dict.fromkeys(chain.from_iterable(named))
    text, first = words.words.text, words.say(findings[0].message)
    most = len(cells) if _COLUMN in messages[0] else _EXAMPLES
    if not (more := [text("finding.cell_quoted", text=each) for each in [*cells][1:most]]):
        return first
    return text("finding.same_of", message=first, cells=words.words.list(more))


def grouped(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """Put findings together by kind: what needs a hand first, then what most rows have."""
    kinds: dict[tuple[Severity, str, str], list[Finding]] = {}
    for finding in findings:
        kind = finding.severity, finding.message.key, finding.field
        kinds.setdefault(kind, []).append(finding)
    groups = [FindingGroup(*kind, tuple(same)) for kind, same in kinds.items()]
    return tuple(
        sorted(groups, key=lambda each: (_ORDER.index(each.severity), -len(each.findings)))
    )


def write_findings(path: Path, findings: Iterable[Finding], words: FieldWords) -> Path:
    """Write findings as a CSV file that spreadsheet programs open.

    Parameters
    ----------
    path
        Where to.
    findings
        In the order they are listed.
    words
        Says them, and what fields are called.

    Raises
    ------
    OutputError
        When it cannot be written.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(_HEADER)
    for finding in findings:
        row = "" if finding.row is None else str(finding.row)
        cells = (
            finding.severity.value,
            finding.file,
            row,
            words.name(finding.field),
            words.say(finding.message),
        )
        writer.writerow([_guarded(cell) for cell in cells])
    return write_file(path, ("\ufeff" + text.getvalue()).encode("utf-8", "replace"), FINDINGS)


def _guarded(cell: str) -> str:
    """Keep a spreadsheet program from taking a cell for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
