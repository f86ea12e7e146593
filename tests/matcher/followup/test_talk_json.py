"""First talks as JSON: the same again, and what is damaged costs only itself."""

import json

from hypothesis import given
from hypothesis import strategies as st
from support.followup import JSON, TALK_CHANGES, after

from matcher.followup.first_talk import Met, Talk, TalkBook, TalkNote
from matcher.followup.talk_json import talks_from_json, talks_to_json

_ANA = Talk("p-ana", "Ana", notes=(TalkNote("fee", Met.OTHERWISE, "more", "60"),))
_WHOLE = talks_to_json(TalkBook((_ANA,)))


def _again(document: object) -> dict[str, object]:
    found: dict[str, object] = json.loads(json.dumps(document, allow_nan=False))
    return found


@given(st.lists(TALK_CHANGES, max_size=8))
def test_book_when_written_and_read_then_it_is_the_same(changes: list[object]) -> None:
    book = after(TalkBook(), changes)  # type: ignore[arg-type]

    assert talks_from_json(_again(talks_to_json(book))) == book


@given(st.dictionaries(st.sampled_from(("talks", "unread", "else")), JSON))
def test_book_when_json_is_anything_then_it_is_read_and_written_and_stays_so(
    document: dict[str, object],
) -> None:
    book = talks_from_json(document)

    assert talks_from_json(_again(talks_to_json(book))) == book


@given(JSON)
def test_entry_when_it_cannot_be_read_then_all_others_can(damaged: object) -> None:
    assert _ANA in talks_from_json({"talks": [damaged, *_WHOLE["talks"]]}).talks


def test_subject_when_nobody_knows_it_any_more_then_the_note_stays() -> None:
    talk = Talk("p-ana", "Ana", notes=(TalkNote("gone", Met.AS_STATED, "yes"),))

    assert talks_from_json(talks_to_json(TalkBook((talk,)))).talks == (talk,)


def test_note_when_nobody_said_what_was_met_then_it_stays_so() -> None:
    talk = Talk("p-ana", "Ana", notes=(TalkNote("fee", line="Ask"), TalkNote("x", Met.NOT_TALKED)))

    assert talks_from_json(_again(talks_to_json(TalkBook((talk,))))).talks == (talk,)


def test_note_when_it_cannot_be_read_then_it_is_written_back_as_it_was() -> None:
    entry = {**_WHOLE["talks"][0], "notes": [{"met": "otherwise"}, {"subject": "fee"}]}
    (talk,) = talks_from_json({"talks": [entry]}).talks

    assert talk.notes == (TalkNote("fee"),)
    assert talks_to_json(TalkBook((talk,)))["talks"][0]["unread"] == [{"met": "otherwise"}]


def test_note_when_nobody_could_say_what_was_stated_then_that_is_not_nothing() -> None:
    notes = TalkNote("fee", Met.OTHERWISE, stated=None), TalkNote("times", Met.OTHERWISE)
    book = TalkBook((Talk("p-ana", "Ana", notes=notes),))

    assert talks_from_json(_again(talks_to_json(book))) == book
