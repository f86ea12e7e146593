from datetime import UTC, date, datetime

import pytest

from matcher.directory.trail import (
    HIDDEN,
    MERGED,
    NOTHING,
    PUBLISHED,
    Act,
    Change,
    Deed,
    DeedKind,
    Place,
    Word,
)
from matcher.i18n import Catalogue
from matcher.services.upkeep.trail_words import act_details, act_words, change_words

_DAY = date(2026, 3, 1)
_AT = datetime(2026, 3, 1, 12, 5, tzinfo=UTC)


@pytest.fixture
def words() -> Catalogue:
    return Catalogue("en")


@pytest.mark.parametrize("kind", [*DeedKind])
@pytest.mark.parametrize("language", ["en", "es"])
def test_act_when_said_then_each_kind_has_words(kind: DeedKind, language: str) -> None:
    act = Act(3, _AT, Deed(kind, "Kim", "12"))

    assert act_words(act, ("Ana Vidal",), Catalogue(language)).endswith(": Ana Vidal")
    assert "Ana" not in act_words(act, (), Catalogue(language))


def test_act_when_detailed_then_it_says_who_when_and_how_much(words: Catalogue) -> None:
    said = act_details(Act(3, _AT, Deed(DeedKind.EDIT, "Kim"), changes=2), words)

    assert said.startswith("No. 3. March 1, 2026")
    assert said.endswith("Kim. 2 changes in the directory.")
    assert "no name noted" in act_details(Act(3, _AT, Deed(DeedKind.EDIT)), words)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (NOTHING, Word("Aue", _DAY), ("Not stated", "Aue (Said by the clinic, March 1, 2026)")),
        (
            Word("Aue", None),
            Word(None, _DAY),
            (
                "Aue (Said by the clinic, no date)",
                "Not stated (Said by the clinic, March 1, 2026)",
            ),
        ),
    ],
    ids=["stated", "withdrawn"],
)
def test_change_when_of_a_fact_then_both_words_are_said_with_their_source(
    words: Catalogue, before: Word, after: Word, said: tuple[str, str]
) -> None:
    change = Change(Place("p-1", "city", "clinic"), before, after)

    assert change_words(change, words) == ("Town", *said)


def test_change_when_therapists_fall_silent_then_they_took_it_back(words: Catalogue) -> None:
    change = Change(Place("p-1", "city", "therapist"), Word("Aue", None), Word(None, _DAY))

    assert change_words(change, words).after == "Taken back (Said by the therapist, March 1, 2026)"


def test_change_when_names_are_given_then_it_says_whose(words: Catalogue) -> None:
    change = Change(Place("p-1", "city", "clinic"), NOTHING, Word("Aue", None))

    assert change_words(change, words, {"p-1": "Ana"}).subject == "Ana: Town"
    assert change_words(change, words, {}).subject == "p-1: Town"


def test_change_when_of_a_profile_then_its_standing_is_said(words: Catalogue) -> None:
    gone = Change(Place("p-1"), Word(HIDDEN, None), Word(f"{MERGED}p-2", None))
    come = Change(Place("p-1"), NOTHING, Word("published", None))

    assert change_words(gone, words) == ("The profile", "Clients do not see it", "Part of p-2")
    assert change_words(come, words) == ("The profile", "Not in the directory", "Clients see it")


def test_change_when_its_words_are_known_no_longer_then_they_are_said_as_they_stand(
    words: Catalogue,
) -> None:
    place = Place("p-1", "once", "clinic")

    said = change_words(Change(place, NOTHING, Word("old", None)), words)

    assert said.subject == "once"
    assert said.after.startswith("old (")


def test_act_when_told_of_one_person_then_it_says_what_it_did_to_them_alone(
    words: Catalogue,
) -> None:
    act = Act(3, _AT, Deed(DeedKind.IMPORT, "Kim", "list.csv"), changes=118)
    came = Change(Place("p-1"), NOTHING, Word(PUBLISHED, None))
    said = Change(Place("p-1", "city", "clinic"), NOTHING, Word("Aue", _DAY))

    assert act_details(act, words, [came]).endswith("Kim. The person came in with it.")
    assert act_details(act, words, [said, said]).endswith("Kim. 2 changes of this person.")
    assert act_details(act, words).endswith("118 changes in the directory.")
