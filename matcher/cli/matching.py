"""``rapport match``: rank the directory for one person's answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from matcher.cli.invocation import (
    Invocation,
    WholeNumber,
    command,
    json_option,
    option,
    usage_error,
)
from matcher.cli.named_path import NamedPath
from matcher.cli.output import complain, print_json, say, say_exactly
from matcher.errors import MatcherError, Message, StoreError

if TYPE_CHECKING:
    from matcher.bootstrap import Services
    from matcher.i18n import Catalogue
    from matcher.questionnaire.response import ResponseSet
    from matcher.services.matching.match import Match


def match_command(words: "Catalogue") -> click.Command:
    """Make the command."""

    def text(key: str) -> str:
        return words.text(f"cli.match.option.{key}")

    return command(
        "match",
        _match,
        words,
        click.Argument(["answers"], type=NamedPath(), required=False),
        option("--top", text("top"), type=WholeNumber(min=1), metavar="N"),
        option("--seed", text("seed"), type=int, metavar="N"),
        option("--pdf", text("pdf"), type=NamedPath(), metavar="FILE"),
        option("--receipt", text("receipt"), type=NamedPath(), metavar="FILE"),
        option("--again", text("again"), type=NamedPath(), metavar="RECEIPT"),
        option("--why", text("why"), metavar="ID"),
        option("--compare", text("compare"), nargs=2, metavar="ID ID"),
        json_option(words),
    )


def _match(invocation: Invocation, **given: Any) -> int:
    wanted = _Wanted(**given)
    with invocation.services() as services:
        match, top = _made(invocation, services, wanted)
        if not match.evaluation.snapshot.size:
            complain(invocation.words.text("cli.match.empty"))
        written = [*_write(match, top, wanted, invocation.words)]
        if wanted.why is not None or wanted.compare:
            _explain(match, wanted, invocation, written)
        elif invocation.as_json:
            from matcher.services.matching.result_document import result_json

            say_exactly(result_json(match, top))
        else:
            _say(match, invocation.words, top, written)
    return 0


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the command line asks for."""

    answers: Path | None
    top: int | None
    seed: int | None
    pdf: Path | None
    receipt: Path | None
    again: Path | None
    why: str | None
    compare: tuple[str, str] | None


def _made(
    invocation: Invocation, services: "Services", wanted: _Wanted
) -> tuple["Match", int | None]:
    """Return the match of the answers, or of a receipt, and how many people are listed."""
    if wanted.why is not None and wanted.compare:
        raise click.UsageError(
            invocation.words.text("cli.match.why_or_compare"), ctx=click.get_current_context()
        )
    if (wanted.answers is None) == (wanted.again is None):
        raise click.UsageError(
            invocation.words.text("cli.match.answers_or_receipt"), ctx=click.get_current_context()
        )
    if wanted.answers is not None:
        given = read_answers(invocation, wanted.answers)
        return rank(services, given, wanted.seed), wanted.top
    if wanted.seed is not None or wanted.top is not None:
        raise click.UsageError(
            invocation.words.text("cli.match.as_it_was"), ctx=click.get_current_context()
        )
    from matcher.services.matching.receipt import match_again, read_receipt

    receipt = read_receipt(cast("Path", wanted.again))
    invocation.speak(receipt.answers.language, receipt.answers.region)
    _require_directory(services)
    return match_again(services.directory, receipt), receipt.top


def read_answers(invocation: Invocation, path: Path) -> "ResponseSet":
    """Read the answers; from here on the program speaks as people there do."""
    from matcher.questionnaire.answers_file import read_answers as read

    given = read(path)
    invocation.speak(given.language, given.region)
    return given


def rank(services: "Services", given: "ResponseSet", seed: int | None = None) -> "Match":
    """Rank the directory.

    Raises
    ------
    StoreError
        When there is no directory yet, saying too how to try the program without one.
    """
    from matcher.services.matching.match import match

    _require_directory(services)
    return match(services.directory, given, seed=seed)


def _require_directory(services: "Services") -> None:
    if not services.directory.exists:
        try:
            services.directory.count()
        except StoreError as error:
            raise StoreError(*error.messages, Message("cli.match.sample")) from None


def _write(match: "Match", top: int | None, wanted: _Wanted, words: "Catalogue") -> Iterator[Path]:
    _check_places(wanted, words)
    if wanted.pdf is not None:
        yield _write_first(match, wanted.pdf, words)
    if wanted.receipt is not None:
        from matcher.services.files.output_file import write_file
        from matcher.services.matching.receipt import RECEIPT, make_receipt

        yield write_file(wanted.receipt, make_receipt(match, top), RECEIPT)


def _check_places(wanted: _Wanted, words: "Catalogue") -> None:
    """Refuse both files when one of them cannot be: neither is written alone."""
    if wanted.pdf is None or wanted.receipt is None:
        return
    from matcher.services.files.output_file import place_for
    from matcher.services.matching.receipt import RECEIPT
    from matcher.services.sheets.checklist_files import place_for_sheets

    places = place_for_sheets(wanted.pdf), place_for(wanted.receipt, RECEIPT)
    if places[0].resolve() == places[1].resolve():
        raise usage_error(words.text("cli.match.same_file"))


def _explain(
    match: "Match", wanted: _Wanted, invocation: Invocation, written: Sequence[Path]
) -> None:
    """Say why one profile is not higher, or what sets two apart."""
    from matcher.questionnaire.answers_json import shown
    from matcher.services.matching.order_document import comparison_document, why_document
    from matcher.services.matching.order_words import OrderWords

    ids = wanted.compare or (cast("str", wanted.why),)
    for profile_id in ids:
        try:
            match.evaluation.snapshot.row_of(profile_id)
        except KeyError:
            raise StoreError(Message("error.store.no_profile", id=shown(profile_id))) from None
    words = OrderWords(match, invocation.words)
    if invocation.as_json:
        print_json(
            comparison_document(match, wanted.compare)
            if wanted.compare
            else why_document(match, ids[0])
        )
    else:
        said = words.comparison(wanted.compare) if wanted.compare else words.why(ids[0])
        say("\n".join(said))
        _say_saved(written, invocation.words)


def _write_first(match: "Match", path: Path, words: "Catalogue") -> Path:
    from matcher.services.matching.result_text import shown_rows
    from matcher.services.sheets.checklist_files import make_checklist, write_sheets

    first = next(iter(shown_rows(match)), None)
    if first is None:
        raise MatcherError(Message("cli.match.nobody"))
    profile_id = match.evaluation.snapshot.ids[first]
    return write_sheets(path, make_checklist(match, [profile_id], words))


def _say(match: "Match", words: "Catalogue", top: int | None, written: Sequence[Path]) -> None:
    from matcher.services.matching.result_text import result_text

    say(result_text(match, words, top))
    _say_saved(written, words)


def _say_saved(written: Sequence[Path], words: "Catalogue") -> None:
    for path in written:
        say()
        say(words.text("cli.saved", file=str(path)))
