"""The slip for the clinic: the fact, its day, what was told, and nothing of who tells it."""

import pytest
from support.followup_paper import profiles, talks
from support.reading_sheets import words_of

from matcher.document import Blank
from matcher.followup.difference import Difference, differences, noted
from matcher.followup.first_talk import Met, Talk
from matcher.i18n import Catalogue, languages
from matcher.services.followup.correction_slip import correction_slip

_ANA = profiles()["p-1"]


def _difference(subject: str = "fee") -> Difference:
    found = differences(talks()[0], _ANA)
    return next(each for each in found if each.note.subject == subject)


def test_slip_when_made_then_it_says_whose_what_of_when_and_what_was_told() -> None:
    said = words_of(correction_slip(_difference(), _ANA, Catalogue("en")))

    for part in (
        "Ana Vidal",
        "Number p-1",
        "Cost",
        "The profile says: $60 to $90",
        "Said by the therapist, January 9, 2026",
        "Told in the talk: It is 110 since January",
    ):
        assert part in said


@pytest.mark.parametrize("language", languages())
def test_slip_when_made_then_nothing_tells_who_wrote_it(language: str) -> None:
    """Neither the day of the talk nor of printing, and nothing else the person noted."""
    words = Catalogue(language)
    said = words_of(correction_slip(_difference(), _ANA, words))

    talk = talks()[0]
    assert talk.day is not None
    for trace in (words.date(talk.day), words.day(talk.day), "Easier than I thought", "write"):
        assert trace not in said
    assert words.text("followup.paper.slip.rules") in said


def test_slip_when_nothing_was_stated_then_it_says_so_and_names_no_source() -> None:
    said = words_of(correction_slip(_difference("goals"), _ANA, Catalogue("en")))

    assert "The profile says: Not stated" in said
    assert "Said by" not in said


def test_slip_when_the_profile_has_changed_since_then_it_says_what_it_said() -> None:
    now = profiles()["p-3"]
    (difference,) = (each for each in differences(talks()[0], now) if each.note.subject == "fee")
    said = words_of(correction_slip(difference, now, Catalogue("en")))

    assert "The profile says: $120" in said
    assert "When this was noted, the profile said: $60 to $90" in said
    unchanged = words_of(correction_slip(_difference(), _ANA, Catalogue("en")))
    assert "When this was noted" not in unchanged


def test_slip_when_the_person_wrote_nothing_then_there_is_room() -> None:
    talk = Talk("p-1", "Ana").with_note(noted("fee", Met.OTHERWISE, "", _ANA))
    slip = correction_slip(differences(talk, _ANA)[0], _ANA, Catalogue("en"))

    blanks = [block for block in slip.sections[1].blocks if isinstance(block, Blank)]
    assert [blank.label for blank in blanks] == ["Told in the talk"]


def test_words_when_the_slip_tells_what_it_is_then_a_note_to_be_checked_and_never_read_in() -> None:
    words = Catalogue("en")

    assert "not the therapist’s word" in words.text("followup.paper.slip.rules")
    assert "reads no such note in" in words.text("followup.paper.slip.rules")
    assert "Please check it" in words.text("followup.paper.slip.what")
