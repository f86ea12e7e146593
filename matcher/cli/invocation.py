"""One call of the program: what the options that every command takes say."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from matcher import log
from matcher.i18n import Catalogue, languages
from matcher.region import PAPERS

if TYPE_CHECKING:
    from matcher.bootstrap import Places, Services
    from matcher.services.staff.signed_in import LoggedIn


@dataclass(slots=True)
class Invocation:
    """What holds for the whole of one call.

    Attributes
    ----------
    words
        The texts to speak with: English until a command knows better.
    database, data_dir
        As given; ``""`` when they were not.
    as_json
        Whether one JSON document, and nothing else, goes to standard output.
    """

    words: Catalogue = field(default_factory=Catalogue)
    database: str = ""
    data_dir: str = ""
    as_json: bool = False

    @property
    def places(self) -> "Places":
        """Where the program keeps things: the options, then the environment, then the usual."""
        from matcher.bootstrap import Places

        return Places.from_environment(database=self.database, data_dir=self.data_dir)

    @property
    def who(self) -> "LoggedIn":
        """Who is at the keyboard, for the trail: the login name, if there is one."""
        from matcher.importers.foreign_text import clean_text
        from matcher.services.staff.rules import NAME_MOST
        from matcher.services.staff.signed_in import NO_LOGIN, LoggedIn

        try:
            return LoggedIn(clean_text(getpass.getuser(), NAME_MOST))
        except (ImportError, KeyError, OSError):  # as Python's versions and systems have it
            return NO_LOGIN

    @contextmanager
    def services(self) -> Iterator["Services"]:
        """Give the services, and close them afterwards."""
        from matcher.bootstrap import build_services

        services = build_services(self.places)
        try:
            yield services
        finally:
            services.close()

    def speak(self, language: str, region: str = "") -> None:
        """Go on in another language and region; a language without texts reads as English."""
        self.words = Catalogue(language, region or self.words.region)


class WholeNumber(click.IntRange):
    """The type of a number that has bounds, in words that say what it should have been."""

    name = "whole number"


def command(
    name: str,
    callback: Callable[..., int],
    words: Catalogue,
    *params: click.Parameter,
) -> click.Command:
    """Make a command that also takes the options of the program.

    Parameters
    ----------
    name
        Its word; what it does is told by ``cli.<name>.help``.
    callback
        Called with the `Invocation` and the parameters; gives the exit code.
    params
        Its own arguments and options.
    """
    return click.Command(
        name,
        callback=click.pass_obj(callback),
        help=words.text(f"cli.{name}.help"),
        params=[*params, *program_options(words)],
    )


def option(name: str, help_: str, **how: Any) -> click.Option:
    """Make an option; `how` is passed to click."""
    names = [name, name.removeprefix("--").replace("-", "_")]
    return click.Option(names, help=help_, **how)


def paper_option(help_: str, **how: Any) -> click.Option:
    """Make the option that says which paper sheets are printed on."""
    return option("--paper", help_, type=click.Choice(PAPERS, case_sensitive=False), **how)


def usage_error(text: str) -> click.UsageError:
    """Make the error for a command that was called with something it does not take."""
    return click.UsageError(text, ctx=click.get_current_context())


def known_language(tag: str, words: Catalogue) -> str:
    """Return a language there are texts in.

    Raises
    ------
    click.UsageError
        With those there are; never another language in its place.
    """
    if tag.partition("-")[0] not in languages():
        known = ", ".join(languages())
        raise usage_error(words.text("cli.unknown_language", name=tag, known=known))
    return tag


def json_option(words: Catalogue) -> click.Option:
    """Make the option that asks for JSON; the command reads it from its `Invocation`."""
    return click.Option(
        ["--json", "as_json"],
        is_flag=True,
        default=None,
        help=words.text("cli.option.json"),
        expose_value=False,
        callback=_remember,
    )


def program_options(words: Catalogue) -> tuple[click.Option, ...]:
    """Make the options that may stand before or after the word of a command."""
    kept: dict[str, Any] = {"expose_value": False, "callback": _remember, "is_eager": True}
    return (
        option("--database", words.text("cli.option.database"), metavar="URL", **kept),
        option("--data-dir", words.text("cli.option.data_dir"), metavar="DIR", **kept),
        click.Option(
            ["--log-level"],
            type=click.Choice(log.LEVELS),
            help=words.text("cli.option.log_level"),
            expose_value=False,
            callback=_set_log_level,
        ),
    )


def _remember(context: click.Context, parameter: click.Parameter, value: object) -> None:
    if value is not None:
        setattr(context.obj, str(parameter.name), value)


def _set_log_level(_context: click.Context, _parameter: click.Parameter, level: str | None) -> None:
    log.to_stderr(level or "")
