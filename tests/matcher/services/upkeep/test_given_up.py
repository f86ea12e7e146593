from datetime import date

from support.builders import make_profile

from matcher.i18n import Catalogue
from matcher.services.upkeep.given_up import given_up_words


def test_what_is_given_up_when_said_then_fields_and_values_are_named_and_long_ones_cut() -> None:
    facts = make_profile(city="Aue", bio="x" * 200, confirmed_on=date(2026, 1, 1)).facts

    said = given_up_words(((each, facts[each]) for each in ("city", "bio")), Catalogue("en"))

    assert said.startswith("Town: Aue. ")
    assert said.endswith("x….")
    assert len(said) < 150


def test_what_is_given_up_when_nothing_is_then_nothing_is_said() -> None:
    assert not given_up_words([], Catalogue("es"))
