"""``rapport audit``: does the model do what *How this works* says of it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TYPE_CHECKING

import click

from matcher.cli.invocation import Invocation, command, json_option
from matcher.cli.output import print_json, say
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.bootstrap import Services
    from matcher.learning.audit_report import AuditReport
    from matcher.services.directory.directory import Directory

_QUIET_SECONDS = 2
"""How long the work may take before a bar is worth showing."""


def audit_command(words: Catalogue) -> click.Command:
    """Make the command."""
    return command("audit", _audit, words, json_option(words))


def _audit(invocation: Invocation) -> int:
    from matcher.services.matching.audit import audit_directory

    words = invocation.words
    with invocation.services() as services, _progress(words) as watch:
        directory = _directory(services)
        report = audit_directory(directory, watch=watch)
    if invocation.as_json:
        print_json(_document(report, directory, words))
    else:
        _say(report, directory, words)
    return int(not report.passed)


def _directory(services: "Services") -> "Directory":
    """Return the directory, or the sample when there is none yet: the model is the same."""
    if services.directory.exists:
        return services.directory
    from matcher.services.directory.sample_directory import sample_directory

    return sample_directory()


def _say(report: "AuditReport", directory: "Directory", words: Catalogue) -> None:
    from matcher.services.matching.audit_text import audit_text

    if directory.is_sample:
        say(words.text("audit.sample"))
    say(audit_text(report, words))


def _document(report: "AuditReport", directory: "Directory", words: Catalogue) -> dict[str, object]:
    from matcher.services.matching.audit_text import audit_document

    return {
        "format": "rapport-audit/1",
        "sample": directory.is_sample,
        "revision": directory.snapshot.revision,
        **audit_document(report, words),
    }


@contextmanager
def _progress(words: Catalogue) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on a terminal, once the work has taken a while."""
    started = monotonic()
    with ExitStack() as stack:
        shown: list[Callable[[int], None]] = []
        done_before = 0

        def show(done: int, of: int) -> None:
            nonlocal done_before
            if not shown and monotonic() - started > _QUIET_SECONDS:
                label = words.text("audit.working")
                bar = click.progressbar(length=of, label=label, file=sys.stderr)
                shown.append(stack.enter_context(bar).update)
            for update in shown:
                update(done - done_before)
                done_before = done

        yield show if sys.stderr.isatty() else lambda _done, _of: None
