"""What a person notes after the list, in tests: any of it, by chance."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from matcher.checklist.statements import AFTER_TALKS, STATEMENTS, Step, WhatNow
from matcher.followup.check_in import Answer, CheckIn, CheckInBook
from matcher.followup.first_talk import Met, Talk, TalkBook, TalkNote
from matcher.followup.search_log import Candidate, Contact, NextStep, Outcome, Reply, SearchLog, Way

_Book = TypeVar("_Book")

IDS = st.sampled_from(("p-1", "p-2", "p-3", "gone-9"))
DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))
LINES = st.text(max_size=20)
_KEYS = tuple(
    "people profile contacts unread tried_on found talks notes check_ins answers day statement"
    " step subject impressions".split()
)

CONTACTS: SearchStrategy[Contact] = st.builds(
    Contact,
    DAYS,
    st.sampled_from(Way),
    st.none() | DAYS,
    st.sampled_from(Reply),
    st.sampled_from(NextStep),
    st.none() | DAYS,
    LINES,
)
CANDIDATES: SearchStrategy[Candidate] = st.builds(
    Candidate,
    IDS,
    LINES,
    st.lists(CONTACTS, max_size=3).map(tuple),
    LINES,
    st.sampled_from(Outcome),
)
NOTES: SearchStrategy[TalkNote] = st.builds(
    TalkNote,
    st.sampled_from(("fee", "times", "no_such")),
    st.none() | st.sampled_from(Met),
    LINES,
    LINES,
)
ANSWERS: SearchStrategy[Answer] = st.builds(
    Answer,
    st.sampled_from((*STATEMENTS, "no_longer_asked")),
    st.none() | st.sampled_from(Step),
    LINES,
)

SEARCH_CHANGES: SearchStrategy[Callable[[SearchLog], SearchLog]] = st.one_of(
    CANDIDATES.map(lambda one: lambda log: log.with_candidate(one)),
    st.dictionaries(IDS, LINES, max_size=3).map(lambda names: lambda log: log.with_people(names)),
    IDS.map(lambda id_: lambda log: log.without(id_)),
    st.tuples(IDS, st.integers(-2, 5)).map(lambda how: lambda log: log.moved(*how)),
    st.tuples(IDS | st.just(""), DAYS).map(lambda how: lambda log: log.with_found(*how)),
    st.just(lambda log: log.searching_on()),
)


@st.composite
def _talks(draw: st.DrawFn) -> Talk:
    talk = Talk(draw(IDS), draw(LINES), draw(st.none() | DAYS))
    for note in draw(st.lists(NOTES, max_size=4)):
        talk = talk.with_note(note)
    for code in draw(st.lists(st.sampled_from(AFTER_TALKS), max_size=4)):
        talk = talk.with_impression(code, draw(LINES))
    return talk


@st.composite
def _check_ins(draw: st.DrawFn) -> CheckIn:
    what_now = draw(st.none() | st.sampled_from(WhatNow))
    one = CheckIn(draw(DAYS), draw(IDS | st.just("")), draw(LINES), (), what_now, draw(LINES))
    for answer in draw(st.lists(ANSWERS, max_size=8)):
        one = one.with_answer(answer)
    return one


TALKS: SearchStrategy[Talk] = _talks()
CHECK_INS: SearchStrategy[CheckIn] = _check_ins()

TALK_CHANGES: SearchStrategy[Callable[[TalkBook], TalkBook]] = st.one_of(
    TALKS.map(lambda talk: lambda book: book.with_talk(talk)),
    IDS.map(lambda id_: lambda book: book.without(id_)),
)
CHECK_IN_CHANGES: SearchStrategy[Callable[[CheckInBook], CheckInBook]] = st.one_of(
    CHECK_INS.map(lambda one: lambda book: book.with_check_in(one)),
    st.tuples(IDS, DAYS).map(lambda how: lambda book: book.without(*how)),
)

JSON: SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | LINES | DAYS.map(date.isoformat),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            LINES | st.sampled_from(_KEYS),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
"""What no program of ours ever wrote."""


def after(book: _Book, changes: list[Callable[[_Book], _Book]]) -> _Book:
    """Return a book after some changes."""
    for change in changes:
        book = change(book)
    return book
