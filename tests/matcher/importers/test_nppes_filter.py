"""However rows are told apart, what comes of a file is what comes of it read cell by cell."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.importing import DATA, TODAY, write
from support.nppes_file import write_nppes

from matcher.errors import ImportFileError, Message
from matcher.importers import nppes_filter, portion
from matcher.importers.nppes import read_nppes
from matcher.importers.nppes_filter import NppesFilter, SkippedRows
from matcher.importers.nppes_header import NppesHeader
from matcher.importers.portion import Portion, in_portions
from matcher.importers.row import ReadOptions


def test_rows_when_a_great_many_are_deactivated_then_each_person_is_named_once() -> None:
    skipped = SkippedRows("npi.csv")
    ids = [f"npi-{number}" for number in range(1, 3001)]

    rows = [
        row
        for number, each in enumerate(ids, start=2)
        for row in (
            *skipped.add(number, nppes_filter.DEACTIVATED, each),
            *skipped.add(number, "work"),
        )
    ]
    rows += skipped.rest()

    assert [each for row in rows for each in row.gone] == ids


_HEADER = (DATA / "nppes" / "header_330_2020.txt").read_text(encoding="utf-8").splitlines()
_PLACE = "Provider Business Practice Location Address"
_VALUES = {
    "NPI": ("1234567893", "1234567901", "", "1-2"),
    "Entity Type Code": ("1", "1", "1", "2", ""),
    "Provider Last Name (Legal Name)": ("SAMPLE",),
    "Healthcare Provider Taxonomy Code_1": ("103T00000X", "106H00000X", "207Q00000X", ""),
    "Healthcare Provider Taxonomy Code_15": ("", "1041C0700X"),
    f"{_PLACE} State Name": ("MA", "ma ", "RI", ""),
    f"{_PLACE} Postal Code": ("02101", "2101", "94110", ""),
    "NPI Deactivation Date": ("", "", "01/02/2020"),
    "NPI Reactivation Date": ("", "01/02/2021", "nonsense"),
}
_FORMS = st.sampled_from(
    ['"{}"'] * 30 + ["{}", '""{}', '"{}\n"', '{}"', '"{}""x"', '"{}" ', ' "{}"']
)
_STRANGE = st.sampled_from(["", "", "", "", '"', '","', '"","', ",", "\n", "\r\n", "\r", "é", "MA"])
_OPTIONS = st.builds(
    ReadOptions,
    state=st.sampled_from(["", "MA", "ri"]),
    taxonomy=st.sampled_from(["", "106H", "103"]),
    postcode=st.sampled_from(["", "021"]),
    today=st.just(TODAY),
)


@st.composite
def _files(draw: st.DrawFn) -> bytes:
    rows = [",".join(f'"{name}"' for name in _HEADER)]
    for _ in range(draw(st.integers(0, 6))):
        said = {name: draw(st.sampled_from(values)) for name, values in _VALUES.items()}
        form = draw(_FORMS)
        cells = [(form if name in said else '"{}"').format(said.get(name, "")) for name in _HEADER]
        place = draw(st.integers(0, len(cells)))
        cells[place:place] = draw(st.sampled_from([[], [], [], ['""'], ["", '"']]))
        row = ",".join(cells)
        at = draw(st.integers(0, len(row)))
        rows.append(row[:at] + draw(_STRANGE) + row[at:])
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = draw(st.sampled_from(["", "\ufeff"])) + end.join(rows)
    last = draw(st.sampled_from([0, 0, 1, 2, 300]))
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-16", "cp1252"]))
    content = text.encode(encoding, "replace") + draw(st.sampled_from([b"", end.encode()]))
    return content[: len(content) - last]


def _outcome(path: Path, options: ReadOptions) -> tuple[Portion, tuple[Message, ...]]:
    """Return all that is read of a file in one piece, and why it could not be read on."""
    portions, messages = [], ()
    try:
        for each in in_portions(read_nppes(path, options)):
            portions.append(each)  # noqa: PERF402 - what came before an error counts
    except ImportFileError as error:
        messages = error.messages
    whole = Portion(
        sum(each.rows for each in portions),
        sum(each.skipped for each in portions),
        tuple(said for each in portions for said in each.statements),
        tuple(found for each in portions for found in each.findings),
    )
    return whole, messages


def _plain_outcome(path: Path, options: ReadOptions) -> tuple[Portion, tuple[Message, ...]]:
    """Return the same, each row taken apart by the `csv` module and told of."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(NppesFilter, "glance", lambda _self, _line: None)
        patch.setattr(nppes_filter, "FINDINGS_ALIKE", 1 << 30)
        return _outcome(path, options)


@settings(max_examples=300)
@given(content=_files(), options=_OPTIONS)
def test_file_when_hostile_then_a_glance_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, options: ReadOptions
) -> None:
    path = write(tmp_path_factory.getbasetemp(), content, "glanced.csv")
    with pytest.MonkeyPatch.context() as patch:
        for module in (portion, nppes_filter):
            patch.setattr(module, "FINDINGS_ALIKE", 1)

        assert _outcome(path, options) == _plain_outcome(path, options)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(ReadOptions(today=TODAY), id="everybody"),
        pytest.param(ReadOptions(state="MA", today=TODAY), id="state"),
        pytest.param(ReadOptions(postcode="021", taxonomy="106H", today=TODAY), id="postcode"),
    ],
)
def test_file_when_long_then_so_many_skipped_alike_are_said_as_before(
    options: ReadOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "long.csv"
    write_nppes(path, 1_500)
    for module in (portion, nppes_filter):
        monkeypatch.setattr(module, "FINDINGS_ALIKE", 20)
    found, _ = _outcome(path, options)

    assert (found, ()) == _plain_outcome(path, options)
    assert found.rows == 1_500
    assert "finding.more_alike" in {finding.message.key for finding in found.findings}


def test_glance_when_a_line_is_plain_then_the_reason_is_told_and_else_nothing() -> None:
    header = NppesHeader(_HEADER, "list.csv")
    wanted = NppesFilter(ReadOptions(state="MA"), header, ",")
    said = {header.npi: "1234567893", header.kind: "1", header.state: "RI"}
    line = ",".join(f'"{said.get(place, "")}"' for place in range(header.width))

    assert wanted.glance(f"{line}\r\n") == "state"
    assert wanted.glance(line.replace('"RI"', '"MA"')) is None
    assert wanted.glance(line.replace('"RI"', "RI")) is None


def test_rows_when_many_are_alike_then_they_are_counted_and_told_now_and_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(nppes_filter, "FINDINGS_ALIKE", 2)
    monkeypatch.setattr(nppes_filter, "PORTION_ROWS", 3)
    skipped = SkippedRows("list.csv")
    rows = [row for number in range(2, 8) for row in skipped.add(number, "state")]
    rows += skipped.rest()

    assert [(row.number, row.count) for row in rows] == [(2, 1), (3, 1), (6, 3), (7, 1)]
