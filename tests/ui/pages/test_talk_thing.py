import pytest
from support.builders import make_profile
from support.window import english

from matcher.followup.first_talk import Met, TalkNote
from ui.controllers.listed_person import Listed, ListedPerson
from ui.pages.talk_thing import talk_thing

_THEN = TalkNote("languages", Met.AS_STATED, "", "en")
_NOTHING_NOW = ListedPerson(Listed.HERE, make_profile("p-1"))
_SAME = ListedPerson(Listed.HERE, make_profile("p-1", languages="en"))
_ANOTHER_THING = ListedPerson(Listed.HERE, make_profile("p-1", languages="fr"))
_LEFT, _UNKNOWN = ListedPerson(Listed.LEFT), ListedPerson(Listed.UNKNOWN)
_THEN_SAID = "When you noted this, the profile said “English”."


@pytest.mark.parametrize(
    ("here", "said", "was_stated"),
    [
        (_SAME, "Profile: English.", False),
        (_ANOTHER_THING, f"{_THEN_SAID} Now it says “French”.", True),
        (_NOTHING_NOW, f"{_THEN_SAID} Now it says nothing.", True),
        (_LEFT, f"The profile is not in the list any more. {_THEN_SAID}", True),
        (_UNKNOWN, "", False),
    ],
)
def test_thing_when_met_as_stated_then_that_can_be_chosen_however_the_profile_is_now(
    here: ListedPerson, said: str, was_stated: bool
) -> None:
    thing = talk_thing(_THEN, here, english())
    assert (thing.name, thing.stated) == ("Language", said)
    assert thing.is_stated
    assert thing.was_stated is was_stated


@pytest.mark.parametrize("here", [_NOTHING_NOW, _LEFT])
def test_thing_when_nothing_was_ever_stated_then_it_can_only_be_told(here: ListedPerson) -> None:
    for note in (TalkNote("languages"), TalkNote("languages", Met.OTHERWISE, "French")):
        assert not talk_thing(note, here, english()).is_stated


def test_thing_when_it_was_met_otherwise_then_as_stated_is_what_the_profile_says_now() -> None:
    note = TalkNote("languages", Met.OTHERWISE, "", "en")
    assert not talk_thing(note, _ANOTHER_THING, english()).was_stated
    assert talk_thing(note, _LEFT, english()).was_stated


def test_thing_when_nobody_knows_it_any_more_then_it_has_no_name() -> None:
    assert talk_thing(TalkNote("no_such_thing", Met.OTHERWISE), _SAME, english()).name == ""
