from datetime import date

import pytest
from support.builders import make_statement

from matcher.directory.field import UNSORTED
from matcher.directory.trail import Word
from matcher.store.unsorted import heard, once_said_anew, words_not_settled

_OCTOBER, _NOVEMBER, _DECEMBER = (date(2026, month, 1) for month in (10, 11, 12))
_HELD = Word("times: late", _OCTOBER)


@pytest.mark.parametrize(
    ("said", "columns", "after"),
    [
        (None, ("access",), _HELD),
        (None, ("times",), Word(None, _NOVEMBER)),
        ("times: late", ("times",), Word("times: late", _NOVEMBER)),
        ("access: ramp", ("access",), Word("times: late\naccess: ramp", _NOVEMBER)),
    ],
)
def test_words_when_a_list_has_no_word_on_what_is_held_then_its_day_stays(
    said: str | None, columns: tuple[str, ...], after: Word
) -> None:
    assert heard(Word(said, _NOVEMBER), _HELD, columns, over=True) == after


@pytest.mark.parametrize(
    ("said", "after"),
    [
        (Word("mon-late", _DECEMBER), "fees: ask"),
        (Word("mon-late", _NOVEMBER), "times (Hours): soon\nfees: ask"),
        (None, "times (Hours): soon\nfees: ask"),
    ],
)
def test_words_when_their_list_was_said_anew_since_then_an_older_file_does_not_bring_them(
    said: Word | None, after: str
) -> None:
    statement = make_statement(
        "p", confirmed_on=_NOVEMBER, unsorted="times (Hours): soon\nfees: ask"
    )
    held = {("p", "times", statement.source.value): said} if said else {}

    assert [*words_not_settled(statement, held)] == [(UNSORTED, Word(after, _NOVEMBER))]


_KEPT = Word("times: soon\nformats: some\nfees: ask", _NOVEMBER)


@pytest.mark.parametrize(
    ("day", "holds", "own", "is_decided", "goes"),
    [
        pytest.param(_NOVEMBER, True, {}, False, True, id="the same day"),
        pytest.param(_DECEMBER, True, {}, False, True, id="later"),
        pytest.param(_OCTOBER, True, {}, False, False, id="earlier"),
        pytest.param(_NOVEMBER, False, {}, False, False, id="left out"),
        pytest.param(_NOVEMBER, True, {UNSORTED: "times: Sat"}, False, False, id="in part"),
        pytest.param(_NOVEMBER, True, {}, True, False, id="decided"),
        pytest.param(_DECEMBER, True, {}, True, True, id="later than decided"),
    ],
)
def test_words_when_their_list_holds_and_is_whole_then_they_alone_go(
    day: date, holds: bool, own: dict[str, str], is_decided: bool, goes: bool
) -> None:
    statement = make_statement(confirmed_on=day, times="mon-late", **own)
    words = {"times": Word("mon-late", day)} if holds else {}

    after = once_said_anew(_KEPT, statement, words, is_decided=is_decided)

    assert after == (Word("formats: some\nfees: ask", _NOVEMBER) if goes else _KEPT)
