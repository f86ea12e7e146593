"""One thing of a profile in words, whole."""

from support.builders import make_profile

from matcher.directory.vocabulary import load_vocabulary
from matcher.i18n import Catalogue
from matcher.services.followup.stated import stated_in_full, subject_name

_WORDS = Catalogue("en")


def test_list_when_long_then_all_of_it_is_said() -> None:
    codes = [term.code for term in load_vocabulary("issues")][:20]
    said = stated_in_full("issues", make_profile("p-1", issues=";".join(codes)), _WORDS)

    assert len(said.split("; ")) == len(codes) == 20


def test_thing_when_stated_then_in_words_and_else_that_it_is_not() -> None:
    profile = make_profile("p-1", fee_min="60", fee_max="90", currency="USD", languages="-")

    assert stated_in_full("fee", profile, _WORDS) == "$60 to $90"
    assert stated_in_full("languages", profile, _WORDS) == "None"
    assert stated_in_full("times", profile, _WORDS) == "Not stated"
    assert stated_in_full("no_such_thing", profile, _WORDS) == "Not stated"


def test_name_when_nobody_knows_the_thing_then_it_is_empty() -> None:
    assert subject_name("fee", _WORDS) == "Cost"
    assert subject_name("licence", _WORDS)
    assert subject_name("no_such_thing", _WORDS) == ""
