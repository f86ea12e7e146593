"""Rows of a list without ids, about people who share a name and a place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import make_statement
from support.stores import new_directory
from support.trails import state_of

from matcher.directory.profile import Source
from matcher.directory.statement import MadeId, Statement
from matcher.importers.alike_rows import RowIds, own_ids
from matcher.store import Counts, UnitOfWork

pytestmark = pytest.mark.usefixtures("engine")

_KIM = "kim-ray-02118"
_ABE, _BEA, _ZOE = (
    {"name": "Kim Ray", "email": f"{who}@ex.org", "languages": language, "phone": "617-555-0100"}
    for who, language in (("abe", "de"), ("bea", "en"), ("zoe", "es"))
)

_Cells = dict[str, str]


@pytest.fixture
def work() -> Iterator[UnitOfWork]:
    with new_directory() as database, database.writing() as work:
        yield work


def _read(*people: _Cells) -> list[Statement]:
    """Give what the rows of a list say, under the ids that the list alone gives them."""
    rows = [
        (number, make_statement(_KIM, source=Source.CLINIC, **cells))
        for number, cells in enumerate(people, start=2)
    ]
    ids = RowIds()
    for number, _ in rows:
        ids.note_made(_KIM, number)
    shared = {*ids.shared()}
    own = own_ids([each for each in rows if each[0] in shared], ids)
    return [
        replace(
            statement,
            profile_id=own[number].id if number in own else _KIM,
            made=MadeId(_KIM, number, number in own),
        )
        for number, statement in rows
        if not (number in own and own[number].same_as)
    ]


def _import(work: UnitOfWork, *people: _Cells) -> Counts:
    return work.profiles.apply(_read(*people))


def _emails(work: UnitOfWork) -> dict[str, str]:
    return {each.id: each.text("email").partition("@")[0] for each in work.profiles.all()}


def _told(counts: Counts) -> list[tuple[int, str, bool]]:
    return [(each.made.row, each.id, each.is_new) for each in counts.namesakes]


def test_list_when_it_comes_again_then_nothing_changes(work: UnitOfWork) -> None:
    first = _import(work, _ZOE, _BEA)
    before = state_of(work)

    assert _emails(work) == {_KIM: "bea", f"{_KIM}-2": "zoe"}
    assert not any(each.is_new for each in first.namesakes)
    again = _import(work, _BEA, _ZOE)
    assert (again.act_id, again.unchanged) == (0, 2)
    assert state_of(work) == before


@pytest.mark.parametrize(
    ("people", "emails"),
    [
        pytest.param([_ZOE], {_KIM: "bea", f"{_KIM}-2": "zoe"}, id="one left"),
        pytest.param(
            [_ABE, _BEA, _ZOE],
            {_KIM: "bea", f"{_KIM}-2": "zoe", f"{_KIM}-3": "abe"},
            id="one came",
        ),
        pytest.param(
            [_BEA | {"languages": "fr"}, _ZOE], {_KIM: "bea", f"{_KIM}-2": "zoe"}, id="one learned"
        ),
        pytest.param(
            [_BEA | {"email": "zz@ex.org"}, _ZOE],
            {_KIM: "bea", f"{_KIM}-2": "zoe", f"{_KIM}-3": "zz"},
            id="another address",
        ),
        pytest.param(
            [_BEA | {"email": "zz@ex.org", "phone": "617-555-0199"}, _ZOE],
            {_KIM: "bea", f"{_KIM}-2": "zoe", f"{_KIM}-3": "zz"},
            id="all another",
        ),
    ],
)
def test_list_when_its_people_change_then_each_keeps_the_id(
    work: UnitOfWork, people: Sequence[_Cells], emails: dict[str, str]
) -> None:
    _import(work, _BEA, _ZOE)
    counts = _import(work, *people)

    assert _emails(work) == emails
    assert sum(each.is_new for each in counts.namesakes) == len(emails) - 2


@pytest.mark.parametrize(
    ("row", "emails", "changed"),
    [
        pytest.param(
            {"email": "abe@ex.org", "phone": "(617) 555-0101"},
            {_KIM: "bea", f"{_KIM}-2": "zoe", f"{_KIM}-3": "abe"},
            (),
            id="telephone of one, address of nobody",
        ),
        pytest.param(
            {"email": "zoe@ex.org", "phone": "617-555-0101"},
            {_KIM: "bea", f"{_KIM}-2": "zoe", f"{_KIM}-3": "zoe"},
            (),
            id="telephone of one, address of another",
        ),
        pytest.param(
            {"email": "", "phone": "617.555.0101", "website": "https://www.bea.org/"},
            {_KIM: "", f"{_KIM}-2": "zoe"},
            (_KIM,),
            id="telephone of one, no address",
        ),
        pytest.param(
            {"email": "bea@ex.org", "phone": "", "website": "https://other.org"},
            {_KIM: "bea", f"{_KIM}-2": "zoe", f"{_KIM}-3": "bea"},
            (),
            id="address of one, another website",
        ),
    ],
)
def test_row_when_something_agrees_then_it_is_that_person_s_unless_something_contradicts(
    work: UnitOfWork, row: _Cells, emails: dict[str, str], changed: tuple[str, ...]
) -> None:
    bea = _BEA | {"phone": "617-555-0101", "website": "http://bea.org"}
    _import(work, bea, _ZOE | {"phone": "617-555-0102"})
    counts = _import(work, _BEA | {"languages": "fr"} | row)

    assert _emails(work) == emails
    assert [(each.id, each.is_new) for each in counts.namesakes] == [
        ([*emails][-1], True) if len(emails) > 2 else (_KIM, False)
    ]
    assert counts.somebody_else == changed


def test_rows_when_nothing_tells_who_a_known_person_is_then_they_are_new(work: UnitOfWork) -> None:
    _import(work, {"name": "Kim Ray", "email": "", "languages": "es"})
    counts = _import(work, _BEA, _ZOE)

    assert _emails(work) == {_KIM: "", f"{_KIM}-2": "bea", f"{_KIM}-3": "zoe"}
    assert [each.is_new for each in counts.namesakes] == [True, True]


def test_rows_when_two_share_what_tells_them_then_neither_is_taken_for_the_other(
    work: UnitOfWork,
) -> None:
    one, two = _BEA | {"languages": "de"}, _BEA | {"languages": "en"}
    _import(work, one, two)
    before = state_of(work)
    counts = _import(work, one | {"fee_min": "90"}, two | {"fee_min": "90"})

    assert [each.id for each in counts.namesakes] == ["", ""]
    assert state_of(work) == before


def test_row_when_an_id_only_ends_in_a_postcode_then_it_is_of_nobody_else_s_name(
    work: UnitOfWork,
) -> None:
    known = make_statement("eva-lo-2000", name="Eva Lo", postcode="2000", phone="1")
    made = MadeId("eva-lo", 2)
    work.profiles.apply([known])
    counts = work.profiles.apply(
        [replace(make_statement("eva-lo", name="Eva Lo", phone="1"), made=made)]
    )

    assert (counts.added, counts.changed, counts.namesakes) == (1, 0, ())


def test_row_when_one_more_has_the_name_then_who_was_alone_keeps_the_id(work: UnitOfWork) -> None:
    _import(work, _BEA)
    counts = _import(work, _ABE, _BEA)

    assert _emails(work) == {_KIM: "bea", f"{_KIM}-2": "abe"}
    assert {*_told(counts)} == {(3, _KIM, False), (2, f"{_KIM}-2", True)}


def test_row_when_nothing_tells_who_is_meant_then_it_is_left_out(work: UnitOfWork) -> None:
    _import(work, _BEA, _ZOE)
    before = state_of(work)
    counts = _import(work, {"name": "Kim Ray", "phone": "617-555-0100"})

    assert _told(counts) == [(2, "", False)]
    assert (counts.added, counts.changed, counts.unchanged) == (0, 0, 0)
    assert state_of(work) == before


def test_row_when_it_is_only_like_somebody_then_it_is_left_out(work: UnitOfWork) -> None:
    _import(work, {"languages": "en", "fee_min": "100"}, {"languages": "es", "fee_min": "200"})
    before = state_of(work)
    counts = _import(
        work, {"languages": "es", "fee_min": "250"}, {"languages": "en", "fee_min": "100"}
    )

    assert {*_told(counts)} == {(3, _KIM, False), (2, "", False)}
    assert state_of(work) == before


def test_row_when_all_others_have_theirs_then_it_is_new_though_nothing_tells_it(
    work: UnitOfWork,
) -> None:
    known = [{"languages": "en"}, {"languages": "es"}]
    _import(work, *known)

    assert (2, f"{_KIM}-3", True) in _told(_import(work, {"languages": "de"}, *known))


def test_rows_when_staff_made_two_one_person_then_they_stay_one(work: UnitOfWork) -> None:
    _import(work, _BEA, _ZOE)
    work.profiles.merge(_KIM, f"{_KIM}-2")
    before = state_of(work)

    assert _import(work, _ZOE, _BEA).unchanged == 2
    assert _import(work, _ZOE).unchanged == 1
    assert state_of(work) == before


def test_row_when_all_that_tells_who_it_is_is_new_then_that_is_told(work: UnitOfWork) -> None:
    _import(work, _BEA)

    assert _import(work, _BEA | {"email": "zz@ex.org"}).somebody_else == ()
    assert _import(work, _ZOE | {"phone": "617-555-0199"}).somebody_else == (_KIM,)
    assert _import(work, _ZOE | {"phone": "617-555-0199"}).somebody_else == ()


def test_row_when_another_states_the_id_then_it_is_about_somebody_else(work: UnitOfWork) -> None:
    stated = make_statement(_KIM, source=Source.CLINIC, languages="en")
    shared = make_statement(f"{_KIM}-2", source=Source.CLINIC, languages="en")
    counts = work.profiles.apply([replace(shared, made=MadeId(_KIM, 3, is_shared=True)), stated])

    assert counts.added == 2
    assert not counts.namesakes[0].is_new


def test_rows_when_they_are_a_crowd_then_the_same_list_changes_nothing(work: UnitOfWork) -> None:
    crowd = [{"fee_min": str(fee)} for fee in range(1, 80)]
    _import(work, *crowd)

    again = _import(work, *crowd)
    assert (again.act_id, again.unchanged) == (0, len(crowd))


_PEOPLE = st.permutations(
    [
        _BEA | {"email": f"{who}@ex.org", "fee_min": str(fee)}
        for fee, who in enumerate("abcde", start=1)
    ]
)
_LIST = st.tuples(_PEOPLE, st.integers(1, 5)).map(lambda each: each[0][: each[1]])


@given(_LIST.filter(lambda people: len(people) > 1), st.lists(_LIST, min_size=1, max_size=3))
@settings(max_examples=40)
def test_lists_when_namesakes_come_go_and_change_places_then_no_id_changes_hands(
    first: list[_Cells], later: list[list[_Cells]]
) -> None:
    with new_directory() as database, database.writing() as work:
        before: dict[str, str] = {}
        for people in [first, *later]:
            _import(work, *people)
            after = _emails(work)
            assert before.items() <= after.items()
            assert len({*after.values()}) == len(after)
            again = _import(work, *reversed(people))
            assert (again.act_id, again.unchanged) == (0, len(people))
            before = after
