"""Cells that hold several things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.importers.combined_text import Place, is_town, split_name, split_place, state_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ana López, LCSW", ("Ana López", "LCSW")),
        ("Ana López, Ph.D., ABPP", ("Ana López", "Ph.D., ABPP")),
        ("Ana López", ("Ana López", "")),
        ("López, Ana", None),
        ("López, Ana, LCSW", None),
        (", LCSW", None),
    ],
)
def test_name_when_credentials_are_known_then_they_are_parted(
    text: str, parts: tuple[str, str] | None
) -> None:
    assert split_name(text) == parts


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Portland, OR 97201", Place("Portland", "OR", "97201")),
        ("St. Louis, mo, 63101-1234", Place("St. Louis", "MO", "63101")),
        ("Portland, OR", Place("Portland", "OR", "")),
        ("Paris, FR 75001", None),
        ("North Portland OR", None),
        ("Boston MA", Place("Boston", "MA", "")),
        ("Washington DC", Place("Washington", "DC", "")),
        ("123 Main St, Boston, MA 02118, USA", Place("Boston", "MA", "02118")),
        ("123 Main St, Boston, MA 02118, United States", Place("Boston", "MA", "02118")),
        ("Boston, MA 02118-1234 USA", Place("Boston", "MA", "02118")),
        ("Mind & Body Center, Salem, MA 01970", Place("Salem", "MA", "01970")),
        ("12 Elm St, Salem, MA 01970, Suite 5", Place("Salem", "MA", "01970")),
        ("Suite 4 • Boston, MA", Place("Boston", "MA", "")),
        ("12 Elm St #5, 2nd floor, Salem, MA", Place("Salem", "MA", "")),
        ("Miami, FL 33101", Place("Miami", "FL", "33101")),
        ("Mountain Home, ID", Place("Mountain Home", "ID", "")),
        ("Washington, MO", Place("Washington", "MO", "")),
        ("O'Fallon, IL", Place("O'Fallon", "IL", "")),
        ("Portland OR 97201", Place("Portland", "OR", "97201")),
        ("North Portland OR 97201", Place("", "OR", "97201")),
        ("12 Elm St, Salem OR", Place("Salem", "OR", "")),
        ("Cambridge, Massachusetts 02139", Place("Cambridge", "MA", "02139")),
        ("Portland, OR 2108", None),
        ("12 Elm St\nSalem, OR 97301", Place("Salem", "OR", "97301")),
        ("Harbor House\n12 1/2 Elm St NE\nSalem, OR\n97301", Place("Salem", "OR", "97301")),
        ("Body & Mind c/o Elm House, 12 Elm St, Salem, OR", Place("Salem", "OR", "")),
        ("1200 Elm St NE, Salem, OR", Place("Salem", "OR", "")),
        ("P.O. Box 12345, Salem, OR", Place("Salem", "OR", "")),
        ("New York, New York 10001", Place("New York", "NY", "10001")),
        ("Washington, DC", Place("Washington", "DC", "")),
        ("LA JOLLA, CA", Place("LA JOLLA", "CA", "")),
        ("Friday Harbor, WA", Place("Friday Harbor", "WA", "")),
    ],
)
def test_place_when_the_state_is_one_then_it_is_parted(text: str, place: Place | None) -> None:
    assert split_place(text) == place


@pytest.mark.parametrize(
    "text",
    ["Boston, MA 02118; Salem, MA 01970", "Boston, MA; Salem, MA", "Boston, MA & Salem, NH 03079",
     "Boston, MA / Salem, MA", "Boston, MA\nSalem, MA", "Boston\nSalem, MA", "Boston & Salem, MA",
     "Boston / 12 Elm St, Salem, MA", "Boston; Mind, 12 Elm St, Salem, MA",
     "Boston, MA or Salem, MA", "Boston, MA 02118 or Salem, MA", "Boston, MA, Salem, MA",
     "Boston, Massachusetts, Salem, Massachusetts", "Boston MA, Salem MA",
     "Boston 02118, Salem, MA", "Boston, MA 02118, Salem, MA 01970", "Boston, MA and online, MA",
     "Portland, OR, ME", "Salem, MA then Boston, MA", "Salem, DE then Boston, MA",
     "Salem (Mon), Boston (Tue), MA", "Boston or Cambridge, MA", "Boston and Cambridge, MA",
     "Boston, 02118, Salem, 01970, MA", "Salem, Essex County, MA 01970", "Boston, Salem, MA",
     "Salem • Suite 4 • Boston, MA", "Boston o Cambridge, MA", "Salem, MA, Suite 5, Boston, MA"],
)  # fmt: skip
def test_place_when_it_may_be_two_then_none_is_taken_for_the_other(text: str) -> None:
    assert split_place(text) is None


@pytest.mark.parametrize(
    "text",
    ["Online, MA", "Online only, licensed in MA", "See website, MA", "Telehealth, MA",
     "Mondays Boston, Fridays Salem, MA", "En línea, MA", "TBD, MA", "Zoom, MA", "Remote, MA",
     "Tele-health, MA", "Unknown, MA", "Confidential, MA", "My home, MA", "Home, MA", "Zoom MA",
     "Desconocido, MA", "Greater Boston, MA", "Boston area, MA"],
)  # fmt: skip
def test_place_when_words_stand_for_a_town_then_it_is_none(text: str) -> None:
    assert split_place(text) is None


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ("Boston", True),
        ("Coeur d'Alene", True),
        ("Port Washington", True),
        ("Washington", False),
        ("Boston MA", False),
        ("12 Elm St", False),
        ("Salem / Keizer", False),
        ("By appointment", False),
        ("Telehealth only", False),
        ("Con cita previa", False),
        ("Zoom", False),
        ("Boston or Salem", False),
    ],
)
def test_town_when_it_is_a_plain_name_then_it_need_not_be_parted(text: str, is_plain: bool) -> None:
    assert is_town(text) == is_plain


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("OR", "OR"),
        ("oregon", "OR"),
        ("US-OR", "OR"),
        ("Mass.", "MA"),
        ("M.A.", "MA"),
        ("D.C.", "DC"),
        ("W. Va.", "WV"),
        ("Ontario", ""),
    ],
)
def test_state_when_known_then_it_is_two_letters(text: str, letters: str) -> None:
    assert state_of(text) == letters


@given(st.text())
def test_parts_when_of_any_text_then_nothing_is_raised(text: str) -> None:
    split_name(text)
    split_place(text)
    is_town(text)
    state_of(text)
