"""Standard output and standard error: UTF-8 whatever the locale, nothing that steers a terminal."""

import io
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click
from wcwidth import ljust, width

from matcher.i18n import Catalogue

_KEPT = frozenset("\n\u200c\u200d")
"""The end of a line, and the two joiners without which Persian and Hindi names fall apart."""
_GAP = "  "


def prepare_streams() -> None:
    """Write UTF-8 with plain line ends, so that a file or a pipe gets the same bytes everywhere.

    A stream that was closed takes all and keeps nothing: else a file of ours would be in its place.
    """
    while (opened := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(opened)
    sys.stdout = sys.stdout or os.fdopen(1, "w")
    sys.stderr = sys.stderr or os.fdopen(2, "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def say(text: str = "") -> None:
    """Print lines of text to standard output."""
    click.echo(_harmless(text))


def say_of(file: Path, text: str) -> None:
    """Print lines about a file: not among its own data, where it is a pipe or a device."""
    from matcher.services.files.output_file import is_device

    if is_device(file):
        complain(text)
    else:
        say(text)


def complain(text: str) -> None:
    """Print a problem to standard error."""
    try:
        click.echo(_harmless(text), err=True)
    except BrokenPipeError:
        # Whoever would have read it went away; the last flush of the process must not trip over it.
        _drop(sys.stderr)


def drop_output() -> None:
    """Let go of standard output that takes no more."""
    _drop(sys.stdout)


def _drop(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def print_json(document: Mapping[str, object], *, is_aside: bool = False) -> None:
    """Print one JSON document; the same document gives the same bytes.

    Parameters
    ----------
    document
        What to print.
    is_aside
        Whether standard output takes something else, so that it goes to standard error.
    """
    click.echo(json.dumps(document, ensure_ascii=False, indent=2), err=is_aside)


def say_exactly(document: str) -> None:
    """Print a JSON document as it stands, whatever signs it holds."""
    click.echo(document)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as lines with aligned columns, whatever letters they hold."""
    widths = [max(map(width, column), default=0) for column in zip(*rows, strict=True)]
    lines = (_GAP.join(map(ljust, row, widths)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


@contextmanager
def progress(paths: Sequence[Path], words: Catalogue) -> Iterator[Callable[[str, int], None]]:
    """Show a bar while files are read, on a terminal only.

    Yields
    ------
    callable
        To be told the file's name and its rows read so far.
    """
    if not sys.stderr.isatty():
        yield lambda _file, _rows: None
        return
    bar = click.progressbar(
        length=len(paths),
        label=words.text("cli.import.reading"),
        item_show_func=lambda shown: shown,
        file=sys.stderr,
        update_min_steps=0,
    )
    started: list[str] = []

    def show(file: str, rows: int) -> None:
        done = bool(started) and started[-1] != file
        started[:] = [file]
        shown = words.text("cli.import.row", file=_harmless(file), n=rows)
        bar.update(int(done), shown)

    with bar:
        yield show
        bar.update(1)


def _harmless(text: str) -> str:
    """Return text without the signs that move a cursor, hide letters or turn their direction."""
    return "".join(
        sign
        for sign in text
        if sign in _KEPT or unicodedata.category(sign) not in {"Cc", "Cf", "Cs"}
    )
