from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.questionnaire.response import Place
from ui.settings import Region
from ui.widgets.place_field import PlaceField

_LEFT = Qt.MouseButton.LeftButton


def _field(qtbot: QtBot, region: str = "us", areas: tuple[str, ...] = ("Old Mill",)) -> PlaceField:
    field = PlaceField("place", Region(region), areas)
    qtbot.addWidget(field)
    field.set_words(str, str)
    show(field)
    return field


def test_postcode_when_written_then_country_and_usual_distance_go_with_it(qtbot: QtBot) -> None:
    field = _field(qtbot)

    qtbot.keyClicks(field.postcode, "97758")

    assert field.place == Place(postcode="97758", country="US", max_km=Decimal(16))


@pytest.mark.parametrize(
    ("region", "written", "wrong"),
    [
        pytest.param("us", "97758-1234", False, id="nine_digits"),
        pytest.param("us", "9775", True, id="too_short"),
        pytest.param("us", "SW1A 1AA", True, id="not_from_there"),
        pytest.param("gb", "SW1A 1AA", False, id="british"),
        pytest.param("ie", "D02 X285", False, id="irish"),
        pytest.param("de", "?!", True, id="no_postcode"),
        pytest.param("us", "", False, id="nothing"),
    ],
)
def test_postcode_when_it_cannot_be_one_then_that_is_known(
    qtbot: QtBot, region: str, written: str, wrong: bool
) -> None:
    field = _field(qtbot, region)

    qtbot.keyClicks(field.postcode, written)

    assert field.is_wrong is wrong
    assert (field.place is None) is (wrong or not written)


def test_distance_when_people_think_in_kilometres_then_it_is_round_in_them(qtbot: QtBot) -> None:
    field = _field(qtbot, "de")
    qtbot.keyClicks(field.postcode, "10115")
    card = field.findChild(QRadioButton, "place_distance_20")
    assert card is not None

    with qtbot.waitSignal(field.place_changed) as told:
        qtbot.mouseClick(card, _LEFT)

    assert told.args == [Place(postcode="10115", country="DE", max_km=Decimal(20))]


def test_area_when_swapped_to_then_it_stands_in_for_the_postcode(qtbot: QtBot) -> None:
    field = _field(qtbot)
    qtbot.mouseClick(field.swap, _LEFT)
    assert not field.postcode.isVisible()
    card = field.findChild(QRadioButton, "place_area_Old Mill")
    assert card is not None

    qtbot.mouseClick(card, _LEFT)

    assert field.place == Place(area="Old Mill", max_km=Decimal(16))


def test_area_when_the_directory_has_none_then_it_is_not_offered(qtbot: QtBot) -> None:
    assert not _field(qtbot, areas=()).swap.isVisible()


def test_online_only_when_set_then_no_distance_is_asked(qtbot: QtBot) -> None:
    field = _field(qtbot)
    qtbot.keyClicks(field.postcode, "97758")

    field.set_online_only(True)

    assert field.place == Place(postcode="97758", country="US")
    assert not any(
        card.isVisible()
        for card in field.findChildren(QRadioButton)
        if "distance" in card.objectName()
    )


def test_error_when_shown_then_readers_hear_it_at_the_field(qtbot: QtBot) -> None:
    field = _field(qtbot)

    field.show_error(True)
    assert field.error.plain == field.postcode.accessibleDescription() == "wrong"
    qtbot.keyClicks(field.postcode, "9")

    assert field.error.plain == ""


@pytest.mark.parametrize(
    "place",
    [
        None,
        Place(postcode="97758", country="US", max_km=Decimal(8)),
        Place(area="Old Mill", max_km=Decimal(3)),
        Place(postcode="97758", country="US", max_km=Decimal(5)),
    ],
    ids=["nothing", "postcode", "area", "distance_on_no_card"],
)
def test_field_when_shown_a_place_then_it_gives_it_back(qtbot: QtBot, place: Place | None) -> None:
    field = _field(qtbot)

    field.set_place(place)

    assert field.place == place
