"""Rows of one list for which the same id was made."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_statement

from matcher.directory.statement import MadeId, Statement
from matcher.errors import Message
from matcher.importers.alike_rows import OwnId, RowIds, apart, own_ids
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder


def _ids(made: Sequence[str], **stated: int) -> RowIds:
    ids = RowIds(stated=stated)
    for number, each in enumerate(made, start=2):
        ids.note_made(each, number)
    return ids


@pytest.mark.parametrize(
    ("made", "stated", "shared"),
    [
        pytest.param(["ana", "ben"], {}, set(), id="none"),
        pytest.param(["ana", "ben", "ana", "ana"], {}, {2, 4, 5}, id="made twice"),
        pytest.param(["ana", "ben"], {"ben": 9}, {3}, id="stated elsewhere"),
        pytest.param(["", ""], {}, set(), id="nothing to make one from"),
    ],
)
def test_rows_when_noted_then_those_that_share_a_made_id_are_known(
    made: list[str], stated: dict[str, int], shared: set[int]
) -> None:
    assert {*_ids(made, **stated).shared()} == shared


def test_rows_when_one_says_the_same_then_it_is_told_of_which() -> None:
    worry, panic = (make_statement("ana", issues=issue) for issue in ("worry", "panic"))

    found = own_ids([(2, worry), (3, worry), (4, panic)], _ids(["ana", "ana", "ana"]))

    assert found == {2: OwnId("ana-2", 4), 3: OwnId("ana-2", 4, 2), 4: OwnId("ana", 4)}


@pytest.mark.parametrize(
    ("own", "made", "told"),
    [
        pytest.param(None, MadeId("ana", 4), None, id="alone"),
        pytest.param(OwnId("ana", 4), MadeId("ana", 4, is_shared=True), None, id="the first"),
        pytest.param(
            OwnId("ana-2", 3),
            MadeId("ana", 4, is_shared=True),
            Message("finding.mapped.alike", row=3, id="ana-2", first="ana"),
            id="another",
        ),
        pytest.param(
            OwnId("ana-2", 3, 2), None, Message("finding.row.repeated_id", row=2), id="the same"
        ),
    ],
)
def test_row_when_set_apart_then_it_has_its_own_id_and_that_is_told(
    own: OwnId | None, made: MadeId | None, told: Message | None
) -> None:
    builder = RowBuilder("a.csv", 4, ReadOptions())
    row = apart(Row(4, make_statement("ana")), builder, own)

    assert (row.statement and row.statement.made) == made
    assert [each.message for each in row.findings] == ([told] if told else [])
    if row.statement:
        assert row.statement.profile_id == (own.id if own else "ana")


_STATEMENTS = st.lists(
    st.builds(
        lambda issue, phone: make_statement("ana", issues=issue, phone=f"555-010{phone}"),
        st.sampled_from(["worry", "panic", "sleep"]),
        st.integers(0, 3),
    ),
    min_size=2,
    max_size=6,
)


@given(_STATEMENTS, st.data())
def test_rows_when_they_change_places_then_each_keeps_its_id(
    said: list[Statement], data: st.DataObject
) -> None:
    ids = _ids(["ana"] * len(said))

    def by_id(statements: Sequence[Statement]) -> dict[str, Statement]:
        rows = [*enumerate(statements, start=2)]
        found = own_ids(rows, ids)
        return {found[number].id: each for number, each in rows if not found[number].same_as}

    assert by_id(data.draw(st.permutations(said))) == by_id(said)
