"""``rapport backup`` and ``rapport restore``: a copy of the directory, and the way back."""

from pathlib import Path

import click

from matcher.cli.invocation import Invocation, command, option
from matcher.cli.named_path import NamedPath
from matcher.cli.output import say
from matcher.i18n import Catalogue


def backup_command(words: Catalogue) -> click.Command:
    """Make the command that saves a copy."""
    return command(
        "backup",
        _backup,
        words,
        click.Argument(["file"], type=NamedPath()),
        option("--replace", words.text("cli.option.replace"), is_flag=True),
    )


def restore_command(words: Catalogue) -> click.Command:
    """Make the command that puts a copy back."""
    return command("restore", _restore, words, click.Argument(["file"], type=NamedPath()))


def _backup(invocation: Invocation, file: Path, *, replace: bool) -> int:
    from matcher.services.files.backup import damage_of, new_backup

    if not replace:
        file = new_backup(file)
    with invocation.services() as services:
        saved = services.backup.backup(file)
        book = services.mappings
    words = invocation.words
    say(words.text("cli.backup.done", n=saved.profiles, file=str(saved.path)))
    if book.has_any:
        say(words.text("cli.backup.mappings", folder=str(book.folder)))
    for message in damage_of(saved.changed_outside):
        say(words.render(message))
    return 1 if saved.changed_outside else 0


def _restore(invocation: Invocation, file: Path) -> int:
    from matcher.services.files.backup import damage_of

    with invocation.services() as services:
        restored = services.backup.restore(file, invocation.who)
    words = invocation.words
    say(words.text("cli.restore.done", n=restored.profiles))
    for message in damage_of(restored.changed_outside):
        say(words.render(message))
    if restored.before is not None:
        say(words.text("cli.restore.before", file=str(restored.before)))
    return 1 if restored.changed_outside else 0
