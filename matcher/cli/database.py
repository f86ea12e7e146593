"""``rapport database``: a server that several computers share is made ready."""

from typing import TYPE_CHECKING

import click

from matcher.cli.invocation import Invocation, command, json_option
from matcher.cli.output import print_json, say
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.services.directory.server_setup import ServerSetup


def database_command(words: Catalogue) -> click.Command:
    """Make the command with the one word below it."""
    below = command("database.init_roles", _init_roles, words, json_option(words))
    below.name = "init-roles"
    return click.Group("database", {below.name: below}, help=words.text("cli.database.help"))


def _init_roles(invocation: Invocation) -> int:
    from matcher.services.directory.server_setup import set_up_server

    made = set_up_server(invocation.places.address)
    if invocation.as_json:
        left = {"unset": list(made.unset), "loose": list(made.loose)}
        print_json({"addresses": dict(made.addresses), **left})
        return _end(made)
    words = invocation.words
    say(words.text("cli.database.init_roles.done"))
    if made.addresses:
        say("")
        say(words.text("cli.database.init_roles.addresses"))
    for name, address in made.addresses.items():
        say(words.text(f"cli.database.init_roles.{name}"))
        say(f"    {address}")
    for what, lines in {"unset": made.unset, "loose": made.loose}.items():
        if lines:
            say("")
            say(words.text(f"cli.database.init_roles.{what}"))
        for line in lines:
            say(f"    {line}")
    if made.error is not None:
        say("")
        say(words.text("cli.database.init_roles.not_looked"))
    return _end(made)


def _end(made: "ServerSetup") -> int:
    """Tell what kept the rest from being looked at, once all else is said."""
    if made.error is not None:
        raise made.error
    return 0
