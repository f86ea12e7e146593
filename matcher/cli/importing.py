"""``rapport import``: take directory files over."""

import shlex
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.cli.invocation import Invocation, command, json_option, option, usage_error
from matcher.cli.mapping import AboutList, suggest, with_mappings
from matcher.cli.named_day import named_day
from matcher.cli.named_path import NamedPath
from matcher.cli.output import complain, print_json, progress, say, table
from matcher.directory.profile import Source
from matcher.directory.validation import Finding, Severity
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.importers.mapping import ListMapping
    from matcher.services.intake.importing import ImportReport

AUTO = "auto"

FINDINGS_SHOWN = 20
ROWS_NAMED = 5
_SAY_MORE = {
    "say_country": frozenset({"finding.lacking.country", "finding.lacking.currency"}),
    "say_in_mapping": frozenset(
        {"finding.mapped.open", "finding.mapped.asked", "finding.mapped.term"}
    ),
    "say_day": frozenset({"finding.profile.undated"}),
}
_UNKNOWN_COLUMN = "finding.file.unknown_column"
_COUNTS = ("rows", "added", "changed", "unchanged", "skipped", "profiles")


def import_command(words: Catalogue) -> click.Command:
    """Make the command."""
    from matcher.importers.formats import ImportFormat
    from matcher.region import countries

    formats = [AUTO, *(each.value for each in ImportFormat)]

    def text(key: str) -> str:
        return words.text(f"cli.import.option.{key}")

    return command(
        "import",
        _import,
        words,
        click.Argument(["files"], nargs=-1, required=True, type=NamedPath()),
        option("--format", text("format"), default=AUTO, type=click.Choice(formats)),
        option("--source", text("source"), type=click.Choice([each.value for each in Source])),
        option("--state", text("state"), default="", metavar="CODE"),
        option("--taxonomy", text("taxonomy"), default="", metavar="CODE"),
        option("--postcode", text("postcode"), default="", metavar="CODE"),
        option("--as-of", text("as_of"), default="", metavar="DATE"),
        option("--dry-run", text("dry_run"), is_flag=True),
        option("--suggest-mapping", text("suggest_mapping"), type=NamedPath()),
        option("--mapping", text("mapping"), type=NamedPath()),
        option("--sheet", text("sheet"), default="", metavar="NAME"),
        option("--country", text("country"), type=click.Choice(countries(), case_sensitive=False)),
        json_option(words),
    )


def _import(invocation: Invocation, files: tuple[Path, ...], **options: Any) -> int:
    from matcher.importers.formats import ImportFormat
    from matcher.services.intake.importing import ImportOptions, Watch

    draft, mapping = options.pop("suggest_mapping"), options.pop("mapping")
    about = AboutList(mapping, options.pop("sheet"), options.pop("country") or "")
    if draft is not None:
        return suggest(invocation, files, about, draft)
    chosen = options.pop("format")
    source = options.pop("source")
    as_of = named_day(options.pop("as_of"), invocation.words)
    said = ImportOptions(
        format=None if chosen == AUTO else ImportFormat(chosen),
        source=None if source is None else Source(source),
        confirmed_on=as_of,
        who=invocation.who,
        **options,
    )
    with invocation.services() as services, progress(files, invocation.words) as progressed:
        said = with_mappings(said, files, about, services.mappings)
        if about.is_more and not {*files} <= said.mappings.keys():
            raise usage_error(invocation.words.text("cli.import.mapping.own_lists"))
        report = services.directory.import_files(files, said, Watch(progressed))
        if (mapping or about.is_more) and report.readable and not said.dry_run:
            for columns in said.mappings.values():
                services.mappings.keep(columns)
    if invocation.as_json:
        print_json(report.to_json(invocation.words.render))
    else:
        mappings = {path.name: mapping for path, mapping in said.mappings.items()}
        _say(report, invocation.words, mappings, dry_run=said.dry_run)
        for hint in _hints(report.findings, files, invocation.words):
            say(hint)
    for finding in filter(_is_about_file, report.findings):
        complain(invocation.words.render(finding.message))
    is_in_vain = report.rows == report.skipped
    if report.readable and is_in_vain:
        complain(invocation.words.text(f"cli.import.{'in_vain' if report.rows else 'nobody'}"))
    return 0 if report.readable and not is_in_vain else 1


def _say(
    report: "ImportReport",
    words: Catalogue,
    mappings: "Mapping[str, ListMapping]",
    *,
    dry_run: bool,
) -> None:
    if dry_run:
        say(words.text("cli.import.dry_run"))
    counts = [
        (words.text(f"cli.import.count.{name}"), words.number(getattr(report, name)))
        for name in _COUNTS
    ]
    say(table(counts))
    if report.left_open is not None and (left := report.left_open.lines(words, is_trial=dry_run)):
        say("\n" + "\n".join(left))
    lines = [*_finding_lines(report.findings, words, mappings)]
    if lines:
        say()
        say("\n".join(lines[:FINDINGS_SHOWN]))
    if len(lines) > FINDINGS_SHOWN:
        say(words.text("cli.import.more", n=len(lines) - FINDINGS_SHOWN))


def _hints(findings: Iterable[Finding], files: Iterable[Path], words: Catalogue) -> Iterator[str]:
    """Yield what can be typed to bring more in: the finding itself is said in the window too."""
    findings = [*findings]
    for key, kinds in _SAY_MORE.items():
        if any(each.message.key in kinds for each in findings):
            yield "\n" + words.text(f"cli.import.{key}")
    left_out = {each.file for each in findings if each.message.key == _UNKNOWN_COLUMN}
    for path in files:
        if path.name in left_out:
            then = shlex.join(["rapport", "import", str(path), "--suggest-mapping", "MAP.json"])
            yield "\n" + words.text("cli.import.own_columns", file=path.name, command=then)


def _is_about_file(finding: Finding) -> bool:
    """Tell whether a finding is why a whole file was left out."""
    return finding.severity is Severity.ERROR and finding.row is None


def _finding_lines(
    findings: Iterable[Finding], words: Catalogue, mappings: "Mapping[str, ListMapping]"
) -> Iterator[str]:
    """Yield a line for each kind of thing to say of a column, the gravest first, with its rows.

    Of somebody's own list, a field is called as its column; of another, as the format has it.
    """
    from matcher.services.intake.field_words import FieldWords
    from matcher.services.intake.finding_list import example_of

    kinds: dict[tuple[Severity, str, str, str], list[Finding]] = {}
    for finding in findings:
        if not _is_about_file(finding):
            kind = finding.severity, finding.file, finding.message.key, finding.field
            kinds.setdefault(kind, []).append(finding)
    order = [*Severity]
    for kind in sorted(kinds, key=lambda kind: order.index(kind[0])):
        severity, file, _, column = kind
        same, called = kinds[kind], FieldWords(words, mappings.get(file))
        rows = [each.row for each in same if each.row is not None]
        header = called.headers(column) if file in mappings else column
        where = _where(file, header, rows, words)
        if len({each.message for each in same}) > 1:
            where = words.text("cli.import.example", where=where)
        message = example_of(same, called)
        yield words.text(f"cli.import.finding.{severity}", where=where, message=message)


def _where(file: str, column: str, rows: list[int], words: Catalogue) -> str:
    rows = [*dict.fromkeys(rows)]
    named = ", ".join(str(row) for row in rows[:ROWS_NAMED])
    more = len(rows) - ROWS_NAMED
    if not rows:
        return file
    if column:
        listed = words.text("cli.import.and_more", n=more, rows=named) if more > 0 else named
        n = len(rows)
        return words.text("cli.import.column_rows", n=n, file=file, column=column, rows=listed)
    if more <= 0:
        return words.text("cli.import.rows", n=len(rows), file=file, rows=named)
    return words.text("cli.import.many_rows", n=more, file=file, rows=named)
