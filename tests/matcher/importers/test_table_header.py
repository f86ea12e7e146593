import pytest

from matcher.importers.table_header import Header, TableRecord, column_key, find_header


def _found(*rows: str) -> Header | None:
    return find_header(
        [
            TableRecord(number, tuple(cell.strip() for cell in row.split(",")))
            for number, row in enumerate(rows, start=1)
        ]
    )


@pytest.mark.parametrize(
    ("rows", "row", "names"),
    [
        pytest.param(["id,name", "1,Ana"], 1, ["id", "name"], id="plain"),
        pytest.param(["id,name"], 1, ["id", "name"], id="no rows"),
        pytest.param(["name", "Ana", "Bo"], 1, ["name"], id="one column"),
        pytest.param(["id,name,bio", "1,Ana,"], 1, ["id", "name", "bio"], id="short rows"),
        pytest.param(["id,,name", "1,x,Ana"], 1, ["id", "", "name"], id="one without a name"),
        pytest.param(
            ["Our list,,", "id,name,fee", "1,Ana,80"], 2, ["id", "name", "fee"], id="title"
        ),
        pytest.param(
            ["List,Spring 2026,,,", ",,,,", "id,a,b,c,d", "1,2,3,4,5"],
            3,
            ["id", "a", "b", "c", "d"],
            id="title of two cells",
        ),
        pytest.param(["1,2", "3,4"], 1, ["1", "2"], id="no names at all"),
    ],
)
def test_names_when_looked_for_then_their_row_is_found(
    rows: list[str], row: int, names: list[str]
) -> None:
    found = _found(*rows)

    assert found is not None
    assert (found.row, [*found.names], found.groups) == (row, names, 0)
    assert found.is_first is (row == 1)


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        pytest.param(
            ["Name,Contact,,Rates,,City", ",Call,Write,Least,Most,", "Ana,1,a@b,60,80,Town"],
            ["Name", "Contact Call", "Contact Write", "Rates Least", "Rates Most", "City"],
            id="some columns in groups",
        ),
        pytest.param(
            ["Person,,Rates,", "Call,Write,Least,Most", "1,a@b,60,80", "2,c@d,60,90"],
            ["Person Call", "Person Write", "Rates Least", "Rates Most"],
            id="all columns in groups",
        ),
        pytest.param(
            ["Who,,Where,", "Name,Phone,City,Postcode", "Ana,1,Town,97201", "Bo,2,Town,97202"],
            ["Name", "Phone", "City", "Postcode"],
            id="names of ours stand for themselves",
        ),
    ],
)
def test_names_when_in_two_rows_then_they_are_joined(rows: list[str], names: list[str]) -> None:
    found = _found(*rows)

    assert found is not None
    assert (found.groups, found.row, [*found.names]) == (1, 2, names)


def test_row_when_it_only_looks_like_a_second_one_of_names_then_it_is_data() -> None:
    found = _found("Name,,City,Notes", "Ana,x,Portland,none", "Bo,y,Salem,none")

    assert found is not None
    assert (found.row, found.groups) == (1, 0)


def test_names_when_there_are_none_then_nothing_is_found() -> None:
    assert find_header([]) is None
    assert find_header([TableRecord(1, ("", ""))]) is None
    assert find_header([TableRecord(1, None), TableRecord(2, ("a", "b"))]) is None


@pytest.mark.parametrize("header", ["Fee (min)", " FEE_MIN ", "fee - min"])
def test_header_when_made_a_key_then_case_and_signs_do_not_matter(header: str) -> None:
    assert column_key(header) == "fee_min"
