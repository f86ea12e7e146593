from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from support.window import settle, show

from matcher.directory.area_list import Area, AreaList
from matcher.questionnaire.response import Place
from matcher.region import load_region
from matcher.services.people.locality import Locality
from ui.language import Language
from ui.widgets.place_field import PlaceField

_LEFT = Qt.MouseButton.LeftButton
_HERE = Locality(areas=("Old Mill",), licence_areas=("US-OR", "US-WA", "DE-BY"))


def _field(qtbot: QtBot, region: str = "us", locality: Locality = _HERE) -> PlaceField:
    words = Language("en", region=region)
    field = PlaceField("place", words, load_region(region), locality)
    words.setParent(field)
    qtbot.addWidget(field)
    field.set_place(None)
    field.retranslate()
    show(field)
    return field


def _card(field: PlaceField, name: str) -> QRadioButton:
    card = field.findChild(QRadioButton, f"place_{name}")
    assert card is not None
    return card


def _chosen(field: PlaceField) -> list[str]:
    """Return what every card says that is shown chosen."""
    cards = field.findChildren(QRadioButton)
    return [card.accessibleName() for card in cards if card.isChecked() and card.isVisible()]


def test_field_when_nothing_is_said_then_nothing_is_shown_chosen(qtbot: QtBot) -> None:
    field = _field(qtbot)

    assert _chosen(field) == []
    assert field.place is None
    assert not field.is_begun


@pytest.mark.parametrize(
    ("region", "postcode", "km", "said"),
    [
        pytest.param("us", "97758", "16.1", "10 miles", id="miles"),
        pytest.param("gb", "SW1A 1AA", "16.1", "10 miles", id="british_miles"),
        pytest.param("de", "10115", "10", "10 km", id="kilometers"),
    ],
)
def test_postcode_when_written_then_country_and_usual_distance_go_with_it(
    qtbot: QtBot, region: str, postcode: str, km: str, said: str
) -> None:
    field = _field(qtbot, region)

    qtbot.keyClicks(field.postcode, postcode)

    assert field.place == Place(postcode=postcode, country=region.upper(), max_km=Decimal(km))
    assert _chosen(field) == [said]


@pytest.mark.parametrize(
    ("region", "written", "wrong"),
    [
        pytest.param("us", "97758-1234", False, id="nine_digits"),
        pytest.param("us", "9775", True, id="too_short"),
        pytest.param("us", "SW1A 1AA", True, id="not_from_there"),
        pytest.param("gb", "sw1a 1aa", False, id="british"),
        pytest.param("gb", "M1", False, id="first_half"),
        pytest.param("gb", "97758", True, id="american"),
        pytest.param("ie", "D02 X285", False, id="irish"),
        pytest.param("ca", "K1A 0B1", False, id="canadian"),
        pytest.param("de", "10115", False, id="german"),
        pytest.param("at", "10115", True, id="german_not_austrian"),
        pytest.param("eu", "D02 X285", False, id="any_in_no_country"),
        pytest.param("eu", "?!", True, id="no_postcode"),
        pytest.param("us", "", False, id="nothing"),
    ],
)
def test_postcode_when_it_cannot_be_one_then_that_is_said_there_and_it_stays(
    qtbot: QtBot, region: str, written: str, *, wrong: bool
) -> None:
    field = _field(qtbot, region)

    qtbot.keyClicks(field.postcode, written)

    assert (field.find_fault() is field.postcode) is wrong
    assert field.is_begun is wrong
    assert bool(field.error.plain) is wrong
    assert field.postcode.accessibleDescription() == field.error.plain
    assert field.postcode.text() == written
    assert (field.place is None) is (wrong or not written)


def test_postcode_when_the_directory_is_of_another_country_then_it_is_one_of_there(
    qtbot: QtBot,
) -> None:
    field = _field(qtbot, locality=Locality(country="DE"))

    qtbot.keyClicks(field.postcode, "10115")

    assert field.place == Place(postcode="10115", country="DE", max_km=Decimal("16.1"))
    assert field.note.plain == field._words.text("screen.place.not_located")


def test_fault_when_the_postcode_is_changed_then_it_is_gone(qtbot: QtBot) -> None:
    field = _field(qtbot)
    qtbot.keyClicks(field.postcode, "97")
    field.find_fault()

    qtbot.keyClicks(field.postcode, "7")

    assert field.error.plain == field.postcode.accessibleDescription() == ""


def test_distance_when_chosen_from_nowhere_then_the_place_is_asked_for(qtbot: QtBot) -> None:
    field = _field(qtbot)

    qtbot.mouseClick(_card(field, "distance_20"), _LEFT)

    assert field.place is None
    assert field.is_begun
    assert field.find_fault() is field.postcode
    assert field.error.plain == field._words.text("screen.place.missing")
    qtbot.keyClicks(field.postcode, "97758")
    assert field.place == Place(postcode="97758", country="US", max_km=Decimal("32.2"))
    assert field.find_fault() is None


def test_area_when_swapped_to_then_it_stands_in_for_the_postcode(qtbot: QtBot) -> None:
    field = _field(qtbot)
    qtbot.keyClicks(field.postcode, "97")
    qtbot.mouseClick(field.swap, _LEFT)
    assert not field.postcode.isVisible()
    assert not field.is_begun

    qtbot.mouseClick(_card(field, "area_Old Mill"), _LEFT)

    assert field.place == Place(area="Old Mill", max_km=Decimal("16.1"))
    assert _chosen(field) == ["Old Mill", "10 miles"]
    assert field.find_fault() is None


def test_area_when_only_a_distance_is_chosen_then_the_focus_goes_to_the_areas(
    qtbot: QtBot,
) -> None:
    field = _field(qtbot)
    qtbot.mouseClick(field.swap, _LEFT)
    qtbot.mouseClick(_card(field, "distance_5"), _LEFT)

    assert field.find_fault() is _card(field, "area_Old Mill")


def test_areas_when_the_clinic_has_a_list_outside_the_us_then_they_are_offered_first(
    qtbot: QtBot,
) -> None:
    listed = AreaList((Area("Mitte", 52.52, 13.4, (), "DE", ("10115",)),))
    field = _field(qtbot, "de", Locality(areas=listed.names, country="DE", listed=listed))

    qtbot.mouseClick(_card(field, "area_Mitte"), _LEFT)

    assert field.place == Place(area="Mitte", max_km=Decimal(10))
    assert not field.postcode.isVisible()

    field.set_place(Place(postcode="10115", country="DE", max_km=Decimal(10)))

    assert field.postcode.isVisible()
    assert not field.note.isVisible() or not field.note.plain, "the list knows the postcode"


def test_area_when_the_directory_has_none_then_it_is_not_offered(qtbot: QtBot) -> None:
    assert not _field(qtbot, locality=Locality()).swap.isVisible()


def test_own_distance_when_on_no_card_then_it_has_one_and_stays_with_another_postcode(
    qtbot: QtBot,
) -> None:
    field = _field(qtbot)

    field.set_place(Place(postcode="97758", country="US", max_km=Decimal(7)))
    assert _chosen(field) == ["4.3 miles"]

    field.postcode.clear()
    qtbot.keyClicks(field.postcode, "97720")
    assert field.place == Place(postcode="97720", country="US", max_km=Decimal(7))

    field.set_place(None)
    assert _chosen(field) == []
    assert not _card(field, "distance_own").isVisible()


@pytest.mark.parametrize(
    ("written", "expected", "note"),
    [
        pytest.param("97758", "US-OR", "licensed", id="oregon"),
        pytest.param("98101", "US-WA", "licensed", id="washington"),
        pytest.param("00000", None, "licence_not_known", id="not_in_the_table"),
    ],
)
def test_online_only_when_a_zip_code_is_written_then_its_state_is_told_and_no_distance_asked(
    qtbot: QtBot, written: str, expected: str | None, note: str
) -> None:
    field = _field(qtbot)
    field.set_online_only(True)

    qtbot.keyClicks(field.postcode, written)

    assert field.place == Place(postcode=written, country="US", licence_area=expected)
    area = (expected or "").removeprefix("US-")
    assert field.note.plain == field._words.text(f"screen.place.{note}", area=area)
    assert not _card(field, "distance_10").isVisible()


def test_online_only_when_no_zip_code_is_wanted_then_an_area_can_be_chosen(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.set_online_only(True)
    qtbot.mouseClick(field.swap, _LEFT)

    qtbot.mouseClick(_card(field, "licence_US-WA"), _LEFT)

    assert field.place == Place(licence_area="US-WA")
    assert _chosen(field) == ["WA"]
    assert field.findChild(QRadioButton, "place_licence_DE-BY") is None


def test_online_only_when_postcodes_tell_nothing_then_areas_of_the_country_are_offered(
    qtbot: QtBot,
) -> None:
    field = _field(qtbot, "de")
    field.set_online_only(True)
    assert not field.postcode.isVisible()
    assert not field.swap.isVisible()

    qtbot.mouseClick(_card(field, "licence_DE-BY"), _LEFT)

    assert field.place == Place(licence_area="DE-BY")


def test_online_only_when_nothing_can_be_asked_then_the_page_says_so(qtbot: QtBot) -> None:
    field = _field(qtbot, "gb")

    field.set_online_only(True)

    assert field.note.plain == field._words.text("screen.place.licence_not_known")
    assert not field.postcode.isVisible()
    assert field.find_fault() is None


@pytest.mark.parametrize(
    "place",
    [
        None,
        Place(postcode="97758", country="US", max_km=Decimal(8)),
        Place(postcode="97758", country="US"),
        Place(area="Old Mill", max_km=Decimal(3)),
        Place(postcode="97758", country="US", max_km=Decimal(5)),
        Place(latitude=44.0, longitude=-119.0, max_km=Decimal(5)),
        Place(licence_area="US-OR"),
    ],
    ids=["nothing", "postcode", "no_distance", "area", "own_distance", "position", "license"],
)
def test_field_when_shown_a_place_then_it_gives_it_back(qtbot: QtBot, place: Place | None) -> None:
    field = _field(qtbot)

    field.set_place(place)

    assert field.place == place
    assert field.find_fault() is None


def test_postcode_when_written_without_a_key_then_it_counts(qtbot: QtBot) -> None:
    """A screen reader or dictation puts the text there in one go."""
    field = _field(qtbot)

    interface = QAccessible.queryAccessibleInterface(field.postcode)
    interface.setText(QAccessible.Text.Value, "97758")

    assert field.place is not None
    assert field.place.postcode == "97758"


@pytest.mark.parametrize(
    ("km", "shown"),
    [
        pytest.param("6", ["2 km", "5 km", "6 km", "10 km", "20 km", "50 km"], id="between"),
        pytest.param("1", ["1 km", "2 km", "5 km", "10 km", "20 km", "50 km"], id="shortest"),
        pytest.param("80", ["2 km", "5 km", "10 km", "20 km", "50 km", "80 km"], id="longest"),
        pytest.param("20", ["2 km", "5 km", "10 km", "20 km", "50 km"], id="on_a_card"),
    ],
)
def test_own_distance_when_on_no_card_then_its_card_stands_where_its_size_belongs(
    qtbot: QtBot, km: str, shown: list[str]
) -> None:
    field = _field(qtbot, "de")

    field.set_place(Place(area="Old Mill", max_km=Decimal(km)))
    settle()

    seen = [card for card in field._distance.cards if card.isVisible()]
    assert [card.words.replace("\u00a0", " ") for card in seen] == shown
    places = [(card.y(), card.x()) for card in seen]
    assert places == sorted(places)
    assert _chosen(field)[-1].replace("\u00a0", " ") == f"{km} km"
