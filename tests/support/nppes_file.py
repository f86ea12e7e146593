"""NPPES files of any length, as sparse and as mixed as the monthly one; everybody is invented."""

import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

_HEADER = Path(__file__).parents[1] / "data" / "nppes" / "header_330_2020.txt"
_PRACTICE = "Provider Business Practice Location Address"
_STATES = ("CA", "CT", "MA", "NY", "OR", "RI", "TX", "WY")
_OTHER_WORK = ("207Q00000X", "122300000X", "183500000X", "225100000X", "363A00000X")
_OUR_WORK = ("103T00000X", "1041C0700X", "106H00000X", "101YM0800X", "2084P0800X")
_FIRST = ("Ana", "Ben", "Chi", "Dara", "Eli", "Fay", "Gus", "Hana", "Ida", "Jon")
_LAST = ("Sample", "Invented", "Example", "Madeup", "Nobody", "Fiction")
_PERSON_SHARE, _OUR_SHARE, _ENDED_SHARE = 0.78, 0.08, 0.03
"""About as in the monthly file: people, those among them in mental health, entries ended."""


def write_nppes(path: Path, rows: int, seed: int = 1) -> int:
    """Write a file of this many rows; return how many are people a directory would take."""
    header = _HEADER.read_text(encoding="utf-8").splitlines()
    kept = 0
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(header)
        for row, is_kept in _rows(header, rows, random.Random(seed)):
            kept += is_kept
            writer.writerow(row)
    return kept


def write_organisations(path: Path, rows: int, header: Path = _HEADER) -> None:
    """Write a file of this many organisations and nobody else, with the columns of a year."""
    names = header.read_text(encoding="utf-8").splitlines()
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, names, restval="", quoting=csv.QUOTE_ALL)
        writer.writeheader()
        for number in range(rows):
            place = {f"{_PRACTICE} State Name": _STATES[number % len(_STATES)]}
            writer.writerow(_ORGANISATION | place | {"NPI": str(1_000_000_000 + number)})


def _rows(header: Sequence[str], rows: int, rng: random.Random) -> Iterator[tuple[list[str], bool]]:
    places = {name: place for place, name in enumerate(header)}
    empty = [""] * len(header)
    for number in range(rows):
        row = empty.copy()
        is_person, is_ours = rng.random() < _PERSON_SHARE, rng.random() < _OUR_SHARE
        has_ended = rng.random() < _ENDED_SHARE
        said = {"NPI": str(1_000_000_000 + number), "Last Update Date": "07/08/2025"}
        if has_ended:  # such rows are all but empty in the monthly file
            said["NPI Deactivation Date"] = "01/15/2024"
        else:
            said |= _person(rng, is_ours=is_ours) if is_person else _ORGANISATION
        for name, text in said.items():
            row[places[name]] = text
        yield row, is_person and is_ours and not has_ended


_ORGANISATION = {
    "Entity Type Code": "2",
    "Provider Organization Name (Legal Business Name)": "INVENTED HEALTH GROUP, LLC",
    "Healthcare Provider Taxonomy Code_1": "261QM0801X",
    f"{_PRACTICE} State Name": "MA",
}


def _person(rng: random.Random, *, is_ours: bool) -> dict[str, str]:
    state = rng.choice(_STATES)
    return {
        "Entity Type Code": "1",
        "Provider Last Name (Legal Name)": rng.choice(_LAST).upper(),
        "Provider First Name": rng.choice(_FIRST).upper(),
        "Provider Credential Text": "PH.D.",
        f"{_PRACTICE} City Name": "EXAMPLETON",
        f"{_PRACTICE} State Name": state,
        f"{_PRACTICE} Postal Code": f"0{rng.randrange(1000, 7000)}0000",
        f"{_PRACTICE} Country Code (If outside U.S.)": "US",
        f"{_PRACTICE} Telephone Number": "5085550100",
        "Provider Enumeration Date": "05/23/2006",
        "Healthcare Provider Taxonomy Code_1": rng.choice(_OUR_WORK if is_ours else _OTHER_WORK),
        "Provider License Number_1": f"TEST{rng.randrange(10_000)}",
        "Provider License Number State Code_1": state,
        "Healthcare Provider Primary Taxonomy Switch_1": "Y",
        "Is Sole Proprietor": "N",
        "Certification Date": "06/11/2025",
    }
