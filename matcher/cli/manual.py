"""The page that ``man rapport`` shows: made from the help of the commands."""

import re
from collections.abc import Iterator

import click

import matcher
from matcher.cli.invocation import program_options
from matcher.cli.program import Program
from matcher.i18n import Catalogue

# Commands that open windows or paint: they are made in `ui`, which no command line may import.
_OF_WINDOWS = (
    ("rapport", "manual.windows.alone", ()),
    ("rapport staff", "manual.windows.staff", ()),
    ("rapport kiosk", "screen.kiosk.help", (("--sample", "screen.kiosk.sample"),)),
    ("rapport demo", "screen.demo.help", (("--out DIR", "screen.demo.out"),)),
    ("rapport --smoke", "manual.windows.smoke", ()),
    ("rapport --verify [FOLDER]", "manual.windows.verify", ()),
)
_CODES = (("0", "done"), ("1", "failed"), ("2", "usage"), ("130", "stopped"))
_FILES = (
    ("~/.local/share/rapport/", "data"),
    ("/var/lib/rapport/", "kiosk"),
    ("/usr/share/doc/rapport/", "docs"),
)


def manual_page(words: Catalogue, day: str) -> str:
    """Return the page in the form that ``man`` reads.

    Parameters
    ----------
    words
        The texts of the page and of the commands.
    day
        Of the release, which stands at the foot.
    """
    return "\n".join(_Page(words).lines(day)) + "\n"


class _Page:
    def __init__(self, words: Catalogue) -> None:
        self._text = words.text
        self._program = Program(words)
        # What every command takes is told once.
        options = [*program_options(words)]
        self._everywhere = {option.name for option in options} | {"help"}

    def lines(self, day: str) -> Iterator[str]:
        yield f'.TH RAPPORT 1 "{day}" "Rapport {matcher.__version__}" "Rapport"'
        # Words of a command line are not divided, and lines are not stretched.
        yield ".nh"
        yield ".ad l"
        yield self._heading("name")
        yield rf"rapport \- {_plain(self._text('manual.summary'))}"
        yield self._heading("synopsis")
        yield from self._synopsis()
        yield self._heading("description")
        yield _plain(self._text("manual.description.what"))
        yield ".PP"
        yield _plain(self._text("manual.description.not"))
        yield self._heading("options")
        yield from self._options(self._program, click.Context(self._program), everywhere=True)
        yield from _entry("--help", self._text("manual.option.help"))
        yield self._heading("windows")
        for name, key, options in _OF_WINDOWS:
            yield from _entry(name, self._text(key))
            yield ".RS"
            for option, told in options:
                yield from _entry(option, self._text(told))
            yield ".RE"
        yield self._heading("commands")
        yield from self._commands(self._program, click.Context(self._program, info_name="rapport"))
        yield from self._table("exit", _CODES)
        yield from self._table(
            "environment", (("RAPPORT_DATA_DIR", "data_dir"), ("RAPPORT_DATABASE", "database"))
        )
        yield from self._table("files", _FILES)

    def _heading(self, name: str) -> str:
        return f".SH {self._text(f'manual.heading.{name}')}"

    def _synopsis(self) -> Iterator[str]:
        options, command, words = (
            self._text(f"manual.synopsis.{name}") for name in ("options", "command", "words")
        )
        yield ".B rapport"
        yield rf"[\fI{options}\fR] [\fI{command}\fR [\fI{words}\fR]]"

    def _table(self, name: str, rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
        yield self._heading(name)
        for word, key in rows:
            yield from _entry(word, self._text(f"manual.{name}.{key}"))

    def _commands(self, group: click.Group, context: click.Context) -> Iterator[str]:
        """Yield each command with its options, and those of its own commands after it."""
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None
            inner = click.Context(command, context, info_name=name)
            if not isinstance(command, click.Group):
                arguments = [
                    piece
                    for parameter in command.params
                    if isinstance(parameter, click.Argument)
                    for piece in parameter.get_usage_pieces(inner)
                ]
                yield from self._command(command, inner, " ".join([inner.command_path, *arguments]))
            else:
                yield from self._command(command, inner, inner.command_path)
                yield from self._commands(command, inner)

    def _command(self, command: click.Command, context: click.Context, call: str) -> Iterator[str]:
        yield f".SS {_typed(call)}"
        for paragraph in (command.help or "").split("\n\n"):
            yield ".PP"
            yield _plain(paragraph)
        yield from self._options(command, context)

    def _options(
        self, command: click.Command, context: click.Context, *, everywhere: bool = False
    ) -> Iterator[str]:
        for parameter in command.params:
            record = parameter.get_help_record(context)
            # An argument has no words of its own: the command's help tells of it.
            if record and record[1] and (everywhere or parameter.name not in self._everywhere):
                yield from _entry(*record)


def _entry(typed: str, told: str) -> Iterator[str]:
    yield ".TP"
    yield f".B {_typed(typed)}"
    yield _plain(told)


def _plain(text: str) -> str:
    """Return a text as one line in which nothing means anything to ``man``."""
    line = re.sub(r"\s+", " ", text).strip().replace("\\", r"\e")
    # What is typed keeps its signs, so that it can be copied.
    line = re.sub(r"(?<![\w-])--?(?=\w)", lambda found: found[0].replace("-", r"\-"), line)
    line = line.replace("~", r"\(ti")
    return rf"\&{line}" if line.startswith((".", "'")) else line


def _typed(text: str) -> str:
    return _plain(text).replace(r"\-", "-").replace("-", r"\-")
