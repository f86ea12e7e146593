"""``rapport match``: rank the directory for one person's answers."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli.invocation import Invocation, command, json_option, option
from matcher.cli.named_path import NamedPath
from matcher.cli.output import complain, print_json, say
from matcher.errors import MatcherError, Message, StoreError

if TYPE_CHECKING:
    from matcher.bootstrap import Services
    from matcher.i18n import Catalogue
    from matcher.questionnaire.response import ResponseSet
    from matcher.services.matching import Match


def match_command(words: "Catalogue") -> click.Command:
    """Make the command."""

    def text(key: str) -> str:
        return words.text(f"cli.match.option.{key}")

    return command(
        "match",
        _match,
        words,
        click.Argument(["answers"], type=NamedPath()),
        option("--top", text("top"), type=click.IntRange(min=1), metavar="N"),
        option("--seed", text("seed"), type=int, metavar="N"),
        option("--pdf", text("pdf"), type=NamedPath(), metavar="FILE"),
        json_option(words),
    )


def _match(
    invocation: Invocation, answers: Path, top: int | None, seed: int | None, pdf: Path | None
) -> int:
    with invocation.services() as services:
        given = read_answers(invocation, answers)
        match = rank(services, given, seed)
        written = None if pdf is None else _write_first(match, pdf, invocation.words)
        if invocation.as_json:
            from matcher.services.result_document import result_document

            print_json(result_document(match, top))
        else:
            _say(match, invocation.words, top, written)
    if not match.evaluation.snapshot.size:
        complain(invocation.words.text("cli.match.empty"))
    return 0


def read_answers(invocation: Invocation, path: Path) -> "ResponseSet":
    """Read the answers; from here on the program speaks their language."""
    from matcher.questionnaire.answers_file import read_answers as read

    given = read(path)
    invocation.speak(given.language)
    return given


def rank(services: "Services", given: "ResponseSet", seed: int | None = None) -> "Match":
    """Rank the directory.

    Raises
    ------
    StoreError
        When there is no directory yet, saying too how to try the program without one.
    """
    from matcher.services.matching import match

    if not services.directory.exists:
        try:
            services.directory.count()
        except StoreError as error:
            raise StoreError(*error.messages, Message("cli.match.sample")) from None
    return match(services.directory, given, seed=seed)


def _write_first(match: "Match", path: Path, words: "Catalogue") -> Path:
    from matcher.services.checklist import make_checklist, write_sheets
    from matcher.services.result_text import shown_rows

    first = next(iter(shown_rows(match)), None)
    if first is None:
        raise MatcherError(Message("cli.match.nobody"))
    profile_id = match.evaluation.snapshot.ids[first]
    return write_sheets(path, make_checklist(match, [profile_id], words))


def _say(match: "Match", words: "Catalogue", top: int | None, written: Path | None) -> None:
    from matcher.services.result_text import result_text

    say(result_text(match, words, top))
    if written is not None:
        say()
        say(words.text("cli.saved", file=str(written)))
