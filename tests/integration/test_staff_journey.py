"""A day of the staff in their own window, with every page of it, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from support.importing import write
from support.intake_window import tab_to, wait_for
from support.staff import NAME, PASSPHRASE, PIN, open_staff, quick_services, type_in
from support.window import focused, press, settle

from matcher.bootstrap import Services
from matcher.services.staff.signed_in import LoggedIn
from ui.staff_app import StaffWiring

_RETURN = Qt.Key.Key_Return
_LIST = """Name,Degree,Zip,Specialties,Insurance
Ana Vidal,LCSW,97758,Anxiety; Sleep,Medicaid
Bo Lind,PhD,2139,Panic attacks,N/A
"""


@pytest.fixture
def services(tmp_path: Path) -> Services:
    services = quick_services(tmp_path / "data")
    services.staff.set_up(PIN, NAME, PASSPHRASE)
    return services


@pytest.fixture
def staff(services: Services, qapp: object) -> Iterator[StaffWiring]:
    with open_staff(services) as wiring:
        yield wiring


def _come_in() -> None:
    type_in(PIN)
    press(_RETURN)
    settle()


def _open(staff: StaffWiring, section: str) -> None:
    tab_to(f"section_{section}")
    press(_RETURN)
    settle()
    assert staff.window.page_id == section


def _sign_in() -> None:
    type_in(NAME)
    press(Qt.Key.Key_Tab)
    type_in(PASSPHRASE)
    press(_RETURN)
    settle()


def _choose_list(staff: StaffWiring, path: Path) -> None:
    """Choose a file, and go on to what its columns mean."""
    window, importing = staff.window, staff.parts.importing
    _open(staff, "import")
    tab_to("path")
    type_in(str(path))
    press(_RETURN)
    wait_for(lambda: importing.file is not None)
    tab_to("next")
    press(_RETURN)
    assert window.page_id == "import_map"
    wait_for(lambda: staff.parts.mapping.draft is not None)


def _bring_in(staff: StaffWiring, path: Path) -> None:
    """Choose a file, accept what is sure, try it out, and bring it in."""
    window, importing = staff.window, staff.parts.importing
    _choose_list(staff, path)
    if staff.parts.mapping.sure:
        tab_to("sure")
        press(_RETURN)
        settle()
    tab_to("next")
    press(_RETURN)
    assert window.page_id == "import_review"
    wait_for(lambda: importing.trial is not None)
    tab_to("next")
    press(_RETURN)
    settle()


def test_list_when_brought_in_by_somebody_who_only_reads_then_they_sign_in_and_go_on(
    staff: StaffWiring, services: Services, tmp_path: Path
) -> None:
    _come_in()
    _bring_in(staff, write(tmp_path, _LIST))

    assert staff.window.page_id == "sign_in_account"
    _sign_in()
    assert staff.window.page_id == "import_review"
    tab_to("next")
    press(_RETURN)
    wait_for(lambda: staff.window.page_id == "import_done")
    assert {profile.name for profile in services.directory.profiles()} == {"Ana Vidal", "Bo Lind"}

    press(_RETURN)
    settle()
    assert (staff.window.page_id, focused()) == ("people", "search")
    assert next(act.deed.who for act in services.history.acts()) == NAME


def test_word_when_its_meaning_is_chosen_from_a_search_then_the_focus_goes_on_in_the_list(
    staff: StaffWiring, tmp_path: Path
) -> None:
    _come_in()
    staff.parts.session.sign_in(LoggedIn(NAME))
    _choose_list(staff, write(tmp_path, "Therapist,Specialties\nAna,Wellness; Shoes\n"))
    press(Qt.Key.Key_F8)
    settle()
    assert focused() == "term_0_change"
    press(Qt.Key.Key_Space)
    type_in("panic")
    tab_to("term_0_picker_found_0")

    press(Qt.Key.Key_Space)
    settle()

    assert [term.token for term in staff.parts.mapping.columns[1].terms] == ["panic", ""]
    assert focused() == "term_1_change"
    press(Qt.Key.Key_Space)
    settle()
    assert focused() == "term_1_picker_search"


def _open_the_only_one_found(staff: StaffWiring, typed: str) -> None:
    _open(staff, "people")
    wait_for(staff.window.page.table.isVisible)
    tab_to("search")
    type_in(typed)
    wait_for(lambda: staff.window.page.model.rowCount() == 1)
    press(_RETURN)
    settle()
    press(_RETURN)
    settle()
    assert staff.window.page_id == "person"


def _city(services: Services) -> str:
    return next(one for one in services.directory.profiles() if one.name == "Ana Vidal").text(
        "city"
    )


@pytest.fixture
def editor(staff: StaffWiring, services: Services, tmp_path: Path) -> StaffWiring:
    """Give the window with somebody open in the editor."""
    services.directory.import_files([write(tmp_path, "id,name\np-1,Ana Vidal\np-2,Bo Lind\n")])
    _come_in()
    staff.parts.session.sign_in(LoggedIn(NAME))
    _open_the_only_one_found(staff, "vidal")
    return staff


def test_profile_when_opened_then_its_pages_lead_back_to_it_by_keys(editor: StaffWiring) -> None:
    for page in ("person_seen", "person_history"):
        tab_to(page)
        press(_RETURN)
        settle()
        assert editor.window.page_id == page
        press(Qt.Key.Key_Escape)
        settle()
        assert (editor.window.page_id, focused()) == ("person", page)

    press(Qt.Key.Key_Escape)
    settle()
    assert editor.window.page_id == "people"


@pytest.mark.parametrize("way", ["section", "escape", "close"])
def test_profile_when_left_unsaved_then_it_is_asked_about_and_can_still_be_saved(
    editor: StaffWiring, services: Services, way: str
) -> None:
    editor.parts.person.set_cell("city", "Salem")

    if way == "section":
        tab_to("section_acts")
        press(_RETURN)
    elif way == "escape":
        press(Qt.Key.Key_Escape)
    else:
        editor.window.close()
    settle()
    assert (editor.window.page_id, focused()) == ("person", "leave_save")
    assert editor.window.isVisible()

    press(_RETURN)
    settle()
    assert _city(services) == "Salem"
    assert editor.window.page_id == "people"


def test_profile_when_let_go_then_nothing_is_saved_and_the_window_closes(
    editor: StaffWiring, services: Services
) -> None:
    editor.parts.person.set_cell("city", "Salem")
    press(Qt.Key.Key_Escape)
    tab_to("leave_go")
    press(_RETURN)
    settle()

    assert editor.window.page_id == "people"
    assert _city(services) == ""
    editor.window.close()
    assert not editor.window.isVisible()
