"""First talks side by side: stated beside met, and the differences in words."""

from dataclasses import replace

from support.builders import make_profile
from support.followup_paper import SUBJECTS, TODAY, profiles, talks
from support.reading_sheets import words_of

from matcher.document import Bullets, Table
from matcher.followup.difference import noted
from matcher.followup.first_talk import Met, Talk, TalkNote
from matcher.i18n import Catalogue
from matcher.services.followup.talks_sheet import MetPerson, met_text, talks_sheet

_WORDS = Catalogue("en")
_PEOPLE = profiles()
_MET = [MetPerson(talk, _PEOPLE[talk.profile_id]) for talk in talks()]


def _blocks(people: list[MetPerson]) -> list[object]:
    sheet = talks_sheet(people, SUBJECTS, TODAY, _WORDS)
    return [block for section in sheet.sections for block in section.blocks]


def _tables(people: list[MetPerson]) -> list[Table]:
    return [block for block in _blocks(people) if isinstance(block, Table)]


def test_table_when_made_then_stated_stands_beside_met_in_the_order_asked_for() -> None:
    things, after = _tables(_MET)

    assert [row[0] for row in things.rows] == [
        "Cost",
        "Language",
        "Times",
        "Goals",
        "What it is about",
    ]
    assert (
        things.rows[0][1] == "Profile: $60 to $90. In the talk: Otherwise. It is 110 since January"
    )
    assert things.rows[0][2] == ""
    assert after.rows == (
        ("How it felt to talk", "Easier than I thought", "A bit hurried"),
        ("Would I go back?", "Yes", ""),
    )


def test_differences_when_made_then_each_says_whose_and_what() -> None:
    (bullets,) = (block for block in _blocks(_MET) if isinstance(block, Bullets))

    assert bullets.items[:2] == (
        "Ana Vidal, Cost: the profile says “$60 to $90”. In the talk: It is 110 since January",
        "Ana Vidal, Goals: the profile says nothing. In the talk: We write them down",
    )
    assert len(bullets.items) == 3


def test_difference_when_the_profile_has_changed_then_it_says_what_it_said_then() -> None:
    changed = replace(_MET[0], profile=_PEOPLE["p-3"])
    said = words_of(talks_sheet([changed], SUBJECTS, TODAY, _WORDS))

    since = "When you noted this, the profile said “$60 to $90”. Now it says “$120”."
    assert f"Ana Vidal, Cost: {since} In the talk: It is 110 since January" in said
    assert f"{since} In the talk: Otherwise. It is 110 since January" in said
    assert (
        "(Fluent in therapy)”. Now it says nothing. In the talk: As the profile said then." in said
    )


def test_difference_when_the_profile_had_said_nothing_then_it_says_that() -> None:
    ana = make_profile("p-1", name="Ana Vidal", goals="in_writing")
    said = words_of(talks_sheet([replace(_MET[0], profile=ana)], SUBJECTS, TODAY, _WORDS))

    assert "Ana Vidal, Goals: When you noted this, the profile said nothing. Now it says “" in said


def test_person_when_they_left_the_directory_then_what_was_stated_and_met_stays() -> None:
    said = words_of(talks_sheet([replace(_MET[0], profile=None)], SUBJECTS, TODAY, _WORDS))

    then = "When you noted this, the profile said “$60 to $90”."
    assert f"{then} In the talk: Otherwise. It is 110 since January" in said
    assert f"Ana Vidal, Cost: {then} In the talk: It is 110 since January" in said
    assert "Goals\nIn the talk: They told me. We write them down" in said
    assert "Now it says" not in said


def test_people_when_more_than_three_then_three_stand_side_by_side() -> None:
    tables = _tables([_MET[0]] * 5)

    assert [len(table.headings) for table in tables] == [4, 4, 3, 3]


def test_note_when_nobody_knows_its_subject_then_the_rest_is_printed() -> None:
    talk = Talk("p-1", "Ana").with_note(TalkNote("weather", Met.OTHERWISE, "rain"))

    assert _tables([MetPerson(talk, _PEOPLE["p-1"])]) == []


def test_met_when_nothing_was_stated_then_it_was_told() -> None:
    ana = _PEOPLE["p-1"]
    open_note, stated = (noted(each, Met.OTHERWISE, "", ana) for each in ("goals", "fee"))

    assert met_text(open_note, ana, _WORDS) == "They told me"
    assert met_text(stated, ana, _WORDS) == "Otherwise"
    assert met_text(TalkNote("fee", Met.AS_STATED), ana, _WORDS) == "As the profile says"
    then = noted("fee", Met.AS_STATED, "", ana)
    assert met_text(then, None, _WORDS) == "As the profile said then"
    assert met_text(then, _PEOPLE["p-3"], _WORDS) == "As the profile said then"
