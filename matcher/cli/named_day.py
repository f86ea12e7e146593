"""A day that somebody named on the command line."""

from datetime import date

from matcher.cli.invocation import usage_error
from matcher.i18n import Catalogue


def named_day(text: str, words: Catalogue) -> date | None:
    """Return the day that was named, ``None`` when none was.

    Raises
    ------
    click.UsageError
        When it is no day, or has yet to come.
    """
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise usage_error(words.text("finding.cell.date", text=text[:40])) from None
    if day > date.today():
        raise usage_error(words.text("cli.confirm.future", date=words.date(day)))
    return day
