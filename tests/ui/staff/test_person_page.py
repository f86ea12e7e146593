from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.page_checks import mute, out_of_order, tab_round, unreached
from support.staff_rooms import Room, open_room
from support.window import focused, press, settle, show

from matcher.directory.field import FIELDS
from matcher.directory.profile import Source
from matcher.services.staff.signed_in import LoggedIn
from ui.language import Language
from ui.staff.fact_box import FactBox
from ui.staff.person_page import SECTIONS, PersonPage
from ui.widgets.line_cell import LineCell
from ui.widgets.reading_order import tab_stops

_PARTS = [*SECTIONS]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with open_room(tmp_path) as room:
        yield room
        settle()


@pytest.fixture
def page(qtbot: QtBot, room: Room) -> PersonPage:
    page = PersonPage(Language("en"), room.person, room.session)
    qtbot.addWidget(page)
    _enter(page, qtbot, room)
    show(page, 1280, 800)
    page.begin()
    settle()
    return page


def _enter(page: PersonPage, qtbot: QtBot, room: Room) -> None:
    with qtbot.waitSignal(room.person.loaded):
        page.enter()


def _box(page: PersonPage, field: str) -> FactBox:
    part = next(part for part, fields in SECTIONS.items() if field in fields)
    return page.sections[_PARTS.index(part)].box(field)


def _write(page: PersonPage, field: str, text: str) -> None:
    cell = _box(page, field).cell_field
    assert isinstance(cell, LineCell)
    cell.line.setText(text)


def _save(page: PersonPage, room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.person.done):
        page.next_button.click()


def test_sections_when_counted_then_every_field_stands_in_one() -> None:
    fields = [field for part in SECTIONS.values() for field in part]

    assert sorted(fields) == sorted(FIELDS)


def test_page_when_entered_then_it_is_about_the_open_profile(page: PersonPage) -> None:
    assert page.title == "Ana Vidal"
    assert page.why.plain == "Clients see this profile."
    assert not any(section.is_open for section in page.sections)
    assert focused() == "section_who"


def test_page_when_opened_then_the_profile_is_read_once_and_no_closed_part_is_made(
    qtbot: QtBot, room: Room
) -> None:
    page = PersonPage(Language("en"), room.person, room.session)
    qtbot.addWidget(page)
    show(page, 1280, 800)
    loaded: list[str] = []
    room.person.loaded.connect(lambda: loaded.append(room.person.profile_id))
    for profile_id in ("p-2", "p-1", "p-2"):
        room.person.open(profile_id)
        page.enter()
        settle()

    assert loaded == ["p-2", "p-1", "p-2"]
    assert page.title == "Bo Lund"
    assert [section.boxes for section in page.sections] == [()] * len(_PARTS)


@pytest.mark.parametrize("part", _PARTS)
def test_page_when_a_part_is_opened_then_all_of_it_is_made_and_can_be_reached(
    page: PersonPage, qtbot: QtBot, part: str
) -> None:
    section = page.sections[_PARTS.index(part)]

    section.set_open(is_open=True)
    qtbot.waitUntil(lambda: section.is_complete)
    settle()

    assert [box.objectName() for box in section.boxes] == [f"fact_{one}" for one in SECTIONS[part]]
    assert mute(page) == set()
    page.sections[0].line.setFocus()
    stops = tab_round(page)
    assert unreached(page, stops) == set()


def test_page_when_saved_then_it_is_one_act_and_can_be_taken_back_at_once(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    _write(page, "city", "Ulm")
    _write(page, "area", "Mill")
    assert page.would_lose

    _save(page, room, qtbot)

    assert room.services.history.acts(1)[0].changes == 2
    assert (page.told.plain, page.would_lose) == ("Saved.", False)
    assert _box(page, "city").source.plain.startswith("Said by the clinic, November 22, 2026")

    with qtbot.waitSignal(room.person.done):
        page.undo.click()
    assert room.directory.profile("p-1").value("city") == "Aue"
    cell = _box(page, "city").cell_field
    assert isinstance(cell, LineCell)
    assert (cell.line.text(), page.told.plain) == ("Aue", "Taken back.")


def test_page_when_cells_are_wrong_then_it_says_so_beside_them_and_goes_to_the_first(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    room.person.set_cell("latitude", "north")
    _write(page, "fee_max", "much")
    _write(page, "city", "Ulm")
    page.sections[_PARTS.index("money")].set_open(is_open=False)

    with qtbot.waitSignal(room.person.refused):
        page.next_button.click()
    settle()

    assert page.told.plain == "Nothing was saved. Please look at 2 places."
    assert focused() == "field_fee_max"
    assert _box(page, "fee_max").error.plain.startswith("“much” is not a number")
    assert page.sections[_PARTS.index("row")].line.text().endswith("Please check: 1")
    assert _box(page, "latitude").is_wrong
    assert room.person.cell("city") == "Ulm"


def test_page_when_the_day_is_wrong_then_it_goes_there(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    _write(page, "city", "Ulm")
    page.voice.day.setText("soon")

    with qtbot.waitSignal(room.person.refused):
        page.next_button.click()
    settle()

    assert focused() == "voice_day"
    assert page.voice.error.plain.startswith("This is not a day.")


def test_page_when_nobody_is_signed_in_then_it_says_so_and_keeps_what_was_written(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    _write(page, "city", "Ulm")
    room.session.sign_out()

    with qtbot.waitSignal(room.session.sign_in_requested):
        page.next_button.click()

    assert page.told.plain.startswith("To change the directory, sign in first.")
    assert room.person.changed == ("city",)


def test_page_when_left_with_changes_then_it_asks_and_can_stay(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    _write(page, "city", "Ulm")

    with qtbot.assertNotEmitted(page.back_requested):
        page.back_button.click()
        assert focused() == "leave_save"
        press(Qt.Key.Key_Escape)

    assert room.person.changed == ("city",)


def test_page_when_left_without_saving_then_nothing_is_kept(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    _write(page, "city", "Ulm")
    page.back_button.click()

    with qtbot.waitSignal(page.back_requested):
        page.leaving.leave.click()

    assert room.person.changed == ()
    _enter(page, qtbot, room)
    assert room.person.cell("city") == "Aue"


def test_page_when_saved_on_leaving_then_it_leaves_once_it_is_saved(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    _write(page, "city", "Ulm")
    page.back_button.click()

    with qtbot.waitSignal(page.back_requested):
        page.leaving.save.click()

    assert room.directory.profile("p-1").value("city") == "Ulm"


def test_page_when_saving_on_leaving_fails_then_it_stays(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    _write(page, "fee_max", "much")
    page.back_button.click()

    with qtbot.assertNotEmitted(page.back_requested), qtbot.waitSignal(room.person.refused):
        page.leaving.save.click()
    settle()

    assert focused() == "field_fee_max"


def test_page_when_nothing_was_changed_then_it_is_left_without_a_question(
    page: PersonPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.back_requested):
        page.back_button.click()


def test_page_when_hidden_from_clients_then_the_button_shows_it_again(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(room.person.done):
        page.publish.click()

    assert page.why.plain == "Clients do not see this profile."
    assert page.publish.text() == "Show it to clients"


def test_page_when_all_is_confirmed_then_nothing_is_old_any_more(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    assert "Too old" in page.sections[_PARTS.index("money")].line.text()

    with qtbot.waitSignal(room.person.done):
        page.confirm_all.click()

    assert "Too old" not in page.sections[_PARTS.index("money")].line.text()
    assert page.told.plain == "All of it is confirmed as of today."


def test_page_when_another_page_was_opened_over_it_then_it_is_as_it_was_left(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    _write(page, "city", "Ulm")

    with qtbot.waitSignal(page.detour_requested) as told:
        page.history.click()
    assert told.args == ["person_history"]
    _enter(page, qtbot, room)

    assert page.sections[_PARTS.index("place")].is_open
    assert room.person.changed == ("city",)
    page.begin()
    page.seen.click()


def test_page_when_about_somebody_new_then_a_name_is_enough(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    room.person.open("")
    _enter(page, qtbot, room)
    page.begin()
    settle()
    assert page.title == "Somebody new"
    assert focused() == "field_name"
    assert page.publish.isHidden()

    page.next_button.click()
    settle()
    assert focused() == "field_name"
    assert _box(page, "name").error.plain.startswith("Write the name.")
    for letter in "Cy Dahl":
        press(letter)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not room.person.busy)
    settle()

    assert page.title == "Cy Dahl"
    assert page.told.plain == "Saved. Clients do not see the profile yet."
    assert room.directory.profile("cy-dahl").facts["name"].source is Source.CLINIC
    assert not page.publish.isHidden()


def test_page_when_hours_are_written_and_not_added_then_saving_takes_them(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    box = _box(page, "times")
    hours = box.cell_field.findChild(type(box.cell_field.hours))  # type: ignore[attr-defined]
    assert hours is not None
    hours.day.set_chosen(("fri",))
    hours.start.setText("9")
    with qtbot.assertNotEmitted(room.person.done):
        page.next_button.click()

    hours.end.setText("12")
    _save(page, room, qtbot)

    assert "fri 09:00-12:00" in room.directory.profile("p-1").tokens("times")


def test_page_when_another_language_holds_then_all_is_said_anew(page: PersonPage) -> None:
    box = _box(page, "city")

    page.words.set_code("es")
    page.retranslate()

    assert page.why.plain == "Los clientes ven este perfil."
    assert page.next_button.text() == "Guardar"
    assert box.source.plain.startswith("Lo dijo")


@pytest.mark.parametrize("part", ["place", "time", "style", "culture"])
def test_page_when_walked_by_tab_then_it_is_in_the_order_it_is_read(
    page: PersonPage, qtbot: QtBot, part: str
) -> None:
    section = page.sections[_PARTS.index(part)]
    section.set_open(is_open=True)
    qtbot.waitUntil(lambda: section.is_complete)
    settle()

    stops = [*tab_stops(page)]  # as the window goes

    assert len(stops) > len(_PARTS)
    assert out_of_order(page, stops) == set()


def test_page_when_there_is_no_such_profile_then_it_says_so(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    room.person.open("p-9")

    with qtbot.waitSignal(room.person.failed):
        page.enter()

    assert "p-9" in page.told.plain


@pytest.mark.parametrize(("which", "city"), [("mine", "Ulm"), ("theirs", "Jena")])
def test_page_when_a_colleague_changed_a_fact_meanwhile_then_it_says_who_and_asks_which_stays(
    page: PersonPage, room: Room, qtbot: QtBot, which: str, city: str
) -> None:
    _write(page, "city", "Ulm")
    day = date.fromisoformat(room.person.day)
    room.services.editing.change(
        "p-1", {"city": "Jena"}, source=Source.CLINIC, day=day, who=LoggedIn("Bo")
    )
    with qtbot.waitSignal(room.person.refused):
        page.next_button.click()
    settle()

    box = _box(page, "city")
    assert focused() == "fact_city_mine"
    assert box.overtaken.said.plain.startswith("Bo changed this meanwhile: ")
    assert box.overtaken.now.plain.startswith("Jena (Said by the clinic, ")
    assert box.overtaken.yours.plain == "Ulm"
    assert not box.name.visibleRegion().isEmpty()
    assert not box.overtaken.mine.visibleRegion().isEmpty()
    assert box.error.plain == "Somebody else changed this too. Choose which one stays."
    assert page.told.plain == "Nothing was saved. Please look at 1 place."
    assert room.person.cell("city") == "Ulm"

    getattr(box.overtaken, which).click()
    settle()
    assert box.overtaken.isHidden()
    assert box.error.plain == ""
    assert room.person.cell("city") == city
    assert focused() == "field_city"
    _save(page, room, qtbot)
    assert room.directory.profile("p-1").text("city") == city


def test_page_when_a_word_is_of_a_day_to_come_then_it_says_what_counts(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    ahead = date.fromisoformat(room.person.day) + timedelta(days=30)
    room.services.editing.change("p-1", {"city": "Jena"}, source=Source.CLINIC, day=ahead)
    _enter(page, qtbot, room)

    assert "This day has not come yet." in _box(page, "city").source.plain


def test_page_when_a_colleague_changed_it_before_all_was_confirmed_then_it_says_so(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    room.services.editing.change(
        "p-1", {"city": "Jena"}, source=Source.CLINIC, day=date(2026, 11, 22)
    )
    with qtbot.waitSignal(room.person.done):
        page.confirm_all.click()

    assert page.told.plain == (
        "A colleague changed this profile meanwhile. Nothing was confirmed. "
        "Please look at it again."
    )
    assert page.undo.isHidden()
    assert room.person.cell("city") == "Jena"
    assert "Too old" in page.sections[_PARTS.index("money")].line.text()


def test_page_when_left_with_a_clash_undecided_then_staying_is_first(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    _write(page, "city", "Ulm")
    day = date.fromisoformat(room.person.day)
    room.services.editing.change("p-1", {"city": "Jena"}, source=Source.CLINIC, day=day)
    with qtbot.waitSignal(room.person.refused):
        page.next_button.click()
    settle()

    page.go_back()

    assert focused() == "leave_stay"


def test_page_when_refused_out_of_sight_then_it_shows_what_is_wrong_from_its_title_on(
    page: PersonPage, room: Room, qtbot: QtBot
) -> None:
    room.person.open("")
    page.enter()
    page.resize(1024, 400)
    settle()
    box = _box(page, "name")
    box.first().setFocus()
    settle()
    page.scroll_bar.setValue(0)
    _write(page, "city", "Ulm")
    with qtbot.waitSignal(room.person.refused):
        page.next_button.click()
    settle()

    assert box.error.plain
    for part in (box.name, box.error, box.first()):
        assert not part.visibleRegion().isEmpty(), part.objectName()
