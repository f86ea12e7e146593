"""The country of a list: wanted, and likely."""

from pathlib import Path

import pytest
from support.importing import write

from matcher.services.intake.list_country import (
    does_country_matter,
    is_country_wanted,
    likely_country,
)
from matcher.services.intake.mapping import MappingDraft, suggest_mapping


def _draft(folder: Path, header: str, *postcodes: str) -> MappingDraft:
    rows = "".join(f"Ana {place},{each}\n" for place, each in enumerate(postcodes))
    return suggest_mapping(write(folder, f"Name,{header}\n{rows}"))


@pytest.mark.parametrize(
    ("header", "matters", "is_wanted"),
    [
        ("Zip", True, True),
        ("Town", True, True),
        ("Fee", True, True),
        ("Fee,Currency", True, False),
        ("Shoes", False, False),
        ("Zip,Country", True, False),
        ("Zip,State", True, False),
        ("Location", True, False),
    ],
)
def test_country_when_places_do_not_tell_it_then_it_is_wanted(
    header: str, matters: bool, is_wanted: bool, tmp_path: Path
) -> None:
    draft = _draft(tmp_path, header)

    assert does_country_matter(draft) is matters
    assert is_country_wanted(draft) is is_wanted


@pytest.mark.parametrize(
    ("header", "postcodes", "country"),
    [
        pytest.param("Zip", ("97201", "2108", "n/a", "02139-1234"), "US", id="all"),
        pytest.param("Zip", ("97201", "00001"), "", id="one nobody knows"),
        pytest.param("Zip", ("97201", "SW1A"), "", id="one of elsewhere"),
        pytest.param("Zip", ("n/a", ""), "", id="none"),
        pytest.param("Fee", ("97201",), "", id="no postcodes"),
    ],
)
def test_country_when_it_has_all_postcodes_then_it_is_likely(
    header: str, postcodes: tuple[str, ...], country: str, tmp_path: Path
) -> None:
    assert likely_country(_draft(tmp_path, header, *postcodes)) == country
