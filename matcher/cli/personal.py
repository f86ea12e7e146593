"""``rapport personal``: where a person's own things are kept, and how to be rid of them."""

import click

from matcher.cli.invocation import Invocation, command, option
from matcher.cli.output import say
from matcher.i18n import Catalogue


def personal_command(words: Catalogue) -> click.Command:
    """Make the command; it opens nothing, so that no passphrase is ever typed here."""
    flags = {
        f"--{name}": words.text(f"cli.personal.option.{name}") for name in ("where", "clear", "yes")
    }
    options = (option(name, help_, is_flag=True) for name, help_ in flags.items())
    return command("personal", _personal, words, *options)


def _personal(invocation: Invocation, *, where: bool, clear: bool, yes: bool) -> int:
    words = invocation.words
    with invocation.services() as services:
        services.personal.check_place()
        folder = str(services.personal.path)
        exists = services.personal.exists
        if (where and exists) or not clear:
            key = "where" if exists else "nothing"
            say(words.text(f"cli.personal.{key}", folder=folder))
        if not clear:
            return 0
        if exists and not yes and not click.confirm(words.text("cli.personal.ask", folder=folder)):
            say(words.text("cli.personal.left"))
            return 1
        services.personal.clear_all()
    say(words.text(f"cli.personal.{'cleared' if exists else 'nothing'}", folder=folder))
    return 0
