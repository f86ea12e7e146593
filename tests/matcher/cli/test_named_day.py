"""A day that somebody named on the command line."""

from datetime import date, timedelta

import click
import pytest

from matcher.cli.named_day import named_day
from matcher.i18n import Catalogue

_TODAY = date.today()


def test_day_when_named_then_it_is_that_day_and_none_is_none() -> None:
    words = Catalogue()

    assert named_day(_TODAY.isoformat(), words) == _TODAY
    assert named_day("", words) is None


@pytest.mark.parametrize("text", ["soon", str(_TODAY + timedelta(days=1)), "20261121T"])
def test_day_when_it_is_none_or_to_come_then_it_is_wrong_usage(text: str) -> None:
    with click.Context(click.Command("import")), pytest.raises(click.UsageError):
        named_day(text, Catalogue())
