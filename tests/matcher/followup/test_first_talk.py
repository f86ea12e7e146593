"""A first talk: one note on each thing, and what says nothing is not kept."""

from hypothesis import given
from hypothesis import strategies as st
from support.followup import TALK_CHANGES, after

from matcher.followup.first_talk import Met, Talk, TalkBook, TalkNote

_FEE = TalkNote("fee", Met.OTHERWISE, "It is 20 more")


def test_note_when_made_again_then_it_stands_in_the_same_place() -> None:
    talk = Talk("p-1", "Ana").with_note(_FEE).with_note(TalkNote("times", Met.AS_STATED))
    changed = talk.with_note(TalkNote("fee", Met.AS_STATED))

    assert [note.subject for note in changed.notes] == ["fee", "times"]
    assert changed.note("fee").met is Met.AS_STATED
    assert changed.note("languages") == TalkNote("languages")


def test_note_when_it_says_nothing_then_it_goes() -> None:
    talk = Talk("p-1", "Ana").with_note(_FEE)

    assert talk.with_note(TalkNote("fee")).notes == ()
    assert talk.with_note(TalkNote("fee", line="not asked")).notes != ()


def test_impression_when_emptied_then_it_goes() -> None:
    talk = Talk("p-1", "Ana").with_impression("how_it_felt", "calm")

    assert talk.impression("how_it_felt") == "calm"
    assert talk.impression("would_i_go") == ""
    assert talk.with_impression("how_it_felt", "") == Talk("p-1", "Ana")


@given(st.lists(TALK_CHANGES, max_size=8))
def test_book_when_changed_in_any_way_then_there_is_one_talk_with_each(
    changes: list[object],
) -> None:
    talks = after(TalkBook(), changes).talks  # type: ignore[arg-type]

    assert len({each.profile_id for each in talks}) == len(talks)


def test_book_when_a_talk_is_taken_away_then_the_others_stay() -> None:
    ana, ben = Talk("p-1", "Ana"), Talk("p-2", "Ben")
    book = TalkBook().with_talk(ana).with_talk(ben).with_talk(ana.with_note(_FEE))

    assert book.talks == (ana.with_note(_FEE), ben)
    assert book.without("p-1").talk("p-1") is None
    assert book.without("p-1").talk("p-2") == ben


def test_talks_when_people_are_called_otherwise_by_now_then_all_else_stays() -> None:
    book = TalkBook((Talk("a", "Ana", notes=(TalkNote("fee", Met.OTHERWISE),)), Talk("b", "Ben")))

    called = book.calling({"a": "Ana Vidal"})

    assert [each.name for each in called.talks] == ["Ana Vidal", "Ben"]
    assert called.calling({"a": "Ana"}) == book
