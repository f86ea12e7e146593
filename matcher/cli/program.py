"""The program of all commands: its versions and its help."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

import matcher
from matcher.bundled import bundled_toml
from matcher.cli.area import area_command
from matcher.cli.audit import audit_command
from matcher.cli.backup import backup_command, restore_command
from matcher.cli.checklist import checklist_command
from matcher.cli.database import database_command
from matcher.cli.directory import directory_command
from matcher.cli.doctor import doctor_command
from matcher.cli.ending import DONE, FAILED, end_in_words
from matcher.cli.export import export_command
from matcher.cli.importing import import_command
from matcher.cli.invocation import Invocation, program_options
from matcher.cli.kiosks import kiosks_command
from matcher.cli.matching import match_command
from matcher.cli.model import model_command
from matcher.cli.output import say
from matcher.cli.personal import personal_command
from matcher.cli.practitioner import practitioner_command
from matcher.cli.questionnaire import questionnaire_command
from matcher.cli.staff import staff_command
from matcher.i18n import Catalogue

_COMMANDS: dict[str, Callable[[Catalogue], click.Command]] = {
    "import": import_command,
    "export": export_command,
    "match": match_command,
    "checklist": checklist_command,
    "questionnaire": questionnaire_command,
    "directory": directory_command,
    "practitioner": practitioner_command,
    "area": area_command,
    "backup": backup_command,
    "restore": restore_command,
    "staff": staff_command,
    "database": database_command,
    "kiosks": kiosks_command,
    "personal": personal_command,
    "audit": audit_command,
    "model": model_command,
    "doctor": doctor_command,
}
_VERSIONED = {
    "questionnaire": ("questionnaire", "preferences.toml"),
    "questions": ("consultation", "questions.toml"),
    "model": ("scoring", "criteria.toml"),
}


class Program(click.Group):
    """All commands, each made when it is asked for.

    Parameters
    ----------
    words
        The texts of its help.
    """

    def __init__(self, words: Catalogue) -> None:
        version = click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            help=words.text("cli.option.version"),
            callback=_print_versions,
        )
        super().__init__(
            "rapport",
            help=words.text("cli.program.help"),
            epilog=words.text("cli.program.window"),
            params=[*program_options(words), version],
        )
        self._words = words

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own form
        """Return the words of the commands, in the order of the work."""
        return [*_COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of a word, or ``None``."""
        make = _COMMANDS.get(cmd_name)
        if make is None:
            return None
        command = make(self._words)
        # In the list of all, its first sentence is whole, and not cut to a width.
        command.short_help = command.get_short_help_str(limit=sys.maxsize)
        return command


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the words on the command line say.

    Parameters
    ----------
    arguments
        The words after the program's name; left out, those this process was started with.

    Returns
    -------
    int
        The exit code: 0 done, 1 it could not be done and standard error says why, 2 wrong usage,
        130 stopped from the keyboard.
    """
    invocation = Invocation()
    return end_in_words(lambda: _run(invocation, arguments), invocation)


def _run(invocation: Invocation, arguments: Sequence[str] | None) -> int:
    program = Program(invocation.words)
    try:
        code: Any = program.main(
            arguments, prog_name="rapport", standalone_mode=False, obj=invocation
        )
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SystemExit:  # how click ends when the reader of a pipe went away
        return FAILED
    return code if isinstance(code, int) else DONE


def _print_versions(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if not wanted:
        return
    words = context.obj.words
    say(words.text("cli.version.program", version=matcher.__version__))
    for name, file in _VERSIONED.items():
        say(words.text(f"cli.version.{name}", version=bundled_toml(*file)["id"]))
    context.exit()
