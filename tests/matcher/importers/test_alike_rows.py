"""Rows of one list for which the same id was made."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_statement

from matcher.directory.statement import Statement
from matcher.importers.alike_rows import OwnId, RowIds, own_ids


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
