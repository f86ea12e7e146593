"""``rapport staff``: who may open the staff window, and who may change the directory there."""

from collections.abc import Callable

import click

from matcher.cli.invocation import Invocation, command, json_option, program_options
from matcher.cli.output import print_json, say
from matcher.cli.secret_line import ask, ask_new
from matcher.i18n import Catalogue

# PINs and passphrases are read from the keyboard or a pipe: the words of a command can be seen by
# everybody on the machine, and stay in the history of the shell.


def staff_command(words: Catalogue) -> click.Command:
    """Make the command with the words below it; alone, it opens the staff window."""
    name = click.Argument(["name"], metavar="NAME")
    below = (
        _below("add", _add, words, name),
        _below("passphrase", _passphrase, words, name),
        _below("remove", _remove, words, name),
        _below("list", _list, words, json_option(words)),
        _below("set-pin", _set_pin, words),
        _below("reset", _reset, words),
    )
    return click.Group(
        "staff",
        {each.name: each for each in below if each.name},
        help=words.text("cli.staff.help"),
        params=[*program_options(words)],
    )


def _below(
    word: str, callback: Callable[..., int], words: Catalogue, *params: click.Parameter
) -> click.Command:
    made = command(f"staff.{word.replace('-', '_')}", callback, words, *params)
    made.name = word
    return made


def _add(invocation: Invocation, name: str) -> int:
    words = invocation.words
    with invocation.services() as services:
        services.staff.check_free(name)
        code = services.staff.add(name, ask_new("passphrase", words), invocation.who)
    say(words.text("cli.staff.add.done", name=name))
    _show_code(code, words)
    return 0


def _passphrase(invocation: Invocation, name: str) -> int:
    words = invocation.words
    with invocation.services() as services:
        passphrase = ask_new("passphrase", words)
        changed = services.staff.change_passphrase(name, passphrase, invocation.who)
    say(words.text("cli.staff.passphrase.done", name=changed.name))
    return 0


def _remove(invocation: Invocation, name: str) -> int:
    with invocation.services() as services:
        removed = services.staff.remove(name, invocation.who)
    say(invocation.words.text("cli.staff.remove.done", name=removed))
    return 0


def _list(invocation: Invocation) -> int:
    words = invocation.words
    with invocation.services() as services:
        standing = services.staff.standing()
    if invocation.as_json:
        accounts = [{"name": each.name, "locked": each.is_locked} for each in standing.accounts]
        print_json({"pin": standing.has_pin, "accounts": accounts})
        return 0
    for account in standing.accounts:
        key = "locked" if account.is_locked else "name"
        say(words.text(f"cli.staff.list.{key}", name=account.name))
    say(words.text("cli.staff.list.count", n=len(standing.accounts)))
    say(words.text(f"cli.staff.list.{'pin' if standing.has_pin else 'no_pin'}"))
    return 0


def _set_pin(invocation: Invocation) -> int:
    words = invocation.words
    with invocation.services() as services:
        code = services.staff.set_pin(ask_new("pin", words), invocation.who)
    say(words.text("cli.staff.set_pin.done"))
    _show_code(code, words)
    return 0


def _reset(invocation: Invocation) -> int:
    words = invocation.words
    with invocation.services() as services:
        services.staff.reset(ask("code", words))
    say(words.text("cli.staff.reset.done"))
    return 0


def _show_code(code: str, words: Catalogue) -> None:
    """Show the recovery code, if one was made."""
    if code:
        say()
        say(words.text("cli.staff.code_is"))
        say()
        say(f"    {code}")
        say()
        say(words.text("cli.staff.code_keep"))
