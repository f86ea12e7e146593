"""``rapport questionnaire --key-in``: a filled-in form is typed in, line by line."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli.output import complain, say
from matcher.errors import OutputError
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.forms.keying import Keying

DONE, FAILED, STOPPED = 0, 1, 130


class _EndedError(Exception):
    """The lines ended before the answers did."""


def key_in(out: Path, words: Catalogue, *, is_full: bool) -> int:
    """Ask for one answer after the other, and write the file at the end.

    Parameters
    ----------
    out
        The answers file to write; nothing of it is there before the last line is typed. A file
        that is there already is refused before anything is typed.
    words
        The language and region of the answers.
    is_full
        Whether the long form is typed in.

    Returns
    -------
    int
        The exit code.
    """
    from matcher.forms.keying import Keying
    from matcher.questionnaire.loader import load_questionnaire
    from matcher.services.sheets.forms import place_for_answers

    out = place_for_answers(out)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    keying = Keying(load_questionnaire(), words, is_full=is_full)
    try:
        say(words.text("form.key_in.begin"))
        while not keying.is_done:
            say()
            for line in keying.prompt():
                say(line)
            for line in keying.enter(_line()):
                say(line)
        return _write(out, keying, words)
    except _EndedError:
        complain(words.text("form.key_in.ended"))
        return FAILED
    except KeyboardInterrupt:
        complain(words.text("form.key_in.stopped"))
        return STOPPED


def _line() -> str:
    """Return the next line. It goes through no history that could keep it."""
    if sys.stdin.isatty():
        click.echo("> ", nl=False)
    line = sys.stdin.readline()
    if not line:
        raise _EndedError
    return line.rstrip("\n")


def _write(out: Path, keying: "Keying", words: Catalogue) -> int:
    """Write the answers; where that fails, ask for another file rather than lose them."""
    from matcher.services.sheets.forms import write_typed_answers

    answers = keying.answers()
    while True:
        try:
            written = write_typed_answers(out, answers)
        except OutputError as error:
            for message in error.messages:
                complain(words.render(message))
            say(words.text("form.key_in.elsewhere"))
            out = Path(_line().strip() or out)
        else:
            say(words.text("form.key_in.written", file=str(written)))
            return DONE
