from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.importing import write
from support.intake_window import IntakeWindow, choose_by_keys, open_intake, wait_for
from support.staff import PIN
from support.window import focused, settle

from ui.controllers.import_controller import Said
from ui.staff.import_page import ImportPage
from ui.staff_app import StaffWiring
from ui.widgets.open_dialog import OpenDialog


@pytest.fixture
def window(tmp_path: Path, qapp: object) -> Iterator[IntakeWindow]:
    with open_intake(tmp_path) as opened:
        yield opened


@pytest.fixture
def page(window: IntakeWindow) -> ImportPage:
    page = window.page
    assert isinstance(page, ImportPage)
    return page


_NPPES = '"NPI","Entity Type Code"\n"1","1"\n'


def test_page_when_entered_then_it_asks_for_a_file_and_for_nothing_else(page: ImportPage) -> None:
    assert focused() == "path"
    assert page.about.isHidden()
    assert not page.kinds.content.isVisible()
    page.kinds.line.click()
    assert page.kinds.content.isVisible()

    page.go_on()

    assert page.path.error.plain == "Choose a file first, or type where it is."


def test_page_when_a_file_was_found_then_it_asks_who_says_so_and_the_day(
    page: ImportPage, window: IntakeWindow, tmp_path: Path
) -> None:
    choose_by_keys(window, write(tmp_path, "id,name\np-1,Ana\n"))

    assert page.found.words[0].endswith("a list in the form of Rapport. It can be tried at once.")
    assert focused() == "who_file"
    assert page.part.isHidden()
    page.who.cards[0].click()
    page.day.field.setText("2026-11-01")
    page.go_on()

    assert window.importing.said == Said("clinic", date(2026, 11, 1))
    assert window.name == "import_review"


def test_page_when_the_file_is_the_national_register_then_a_part_can_be_asked_for(
    page: ImportPage, window: IntakeWindow, tmp_path: Path
) -> None:
    choose_by_keys(window, write(tmp_path, _NPPES))

    assert page.part.isVisible()
    assert focused() == "who_register"
    for name, text in (("state", "ri"), ("taxonomy", "106H"), ("postcode", "029")):
        page.parts[name].field.setText(text)
    page.go_on()

    assert window.importing.said == Said("register", None, "RI", "106H", "029")


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("state", ("QQ", "“QQ” is not a state")),
        ("taxonomy", ("10-6", "“10-6” is not a code")),
        ("postcode", ("12a", "“12a” is not how a ZIP code starts")),
        ("day", ("soon", "“soon” is not a day")),
        ("day", ((date.today() + timedelta(1)).isoformat(), "has not come yet")),
    ],
)
def test_page_when_something_is_written_wrong_then_it_says_where_and_what(
    field: str, written: tuple[str, str], page: ImportPage, window: IntakeWindow, tmp_path: Path
) -> None:
    text, said = written
    choose_by_keys(window, write(tmp_path, _NPPES))
    asked = page.day if field == "day" else page.parts[field]
    asked.field.setText(text)

    page.go_on()

    assert said in asked.error.plain
    assert focused() == field
    assert asked.field.text() == text
    assert window.name == "import"


def test_page_when_another_path_is_typed_then_what_was_found_is_not_shown_for_it(
    page: ImportPage, window: IntakeWindow, tmp_path: Path
) -> None:
    choose_by_keys(window, write(tmp_path, "id,name\np-1,Ana\n"))

    page.path.field.setText(str(tmp_path / "other.csv"))
    page.path.field.textEdited.emit("")
    assert page.about.isHidden()
    page.go_on()
    wait_for(lambda: not window.importing.is_looking)

    assert "There is no file" in page.path.error.plain
    assert window.name == "import"


def test_page_when_a_file_is_found_in_a_folder_then_it_is_looked_at(
    page: ImportPage, window: IntakeWindow, tmp_path: Path
) -> None:
    path = write(tmp_path, "id,name\np-1,Ana\n")
    page.choose.click()
    (dialog,) = page.findChildren(OpenDialog)

    dialog.fileSelected.emit(str(path))
    dialog.reject()
    wait_for(lambda: window.importing.file is not None)

    assert page.path.field.text() == str(path)


def test_page_when_the_language_changes_then_every_word_does(
    page: ImportPage, window: IntakeWindow
) -> None:
    window.words.set_code("es")
    settle()

    assert page.heading.plain == "Traer personas de un archivo"
    assert page.who.cards[0].words == "Nuestra clínica"


def test_page_when_a_file_is_refused_out_of_sight_then_why_is_shown(
    page: ImportPage, window: IntakeWindow, tmp_path: Path
) -> None:
    window.resize(1024, 280)
    page.kinds.line.click()
    settle()
    page.scroll_bar.setValue(page.scroll_bar.maximum())
    settle()
    assert focused() == "path"
    assert page.path.visibleRegion().isEmpty()

    page.go_on()
    settle()

    assert page.path.error.plain
    assert not page.path.error.visibleRegion().isEmpty()
    assert not page.path.field.visibleRegion().isEmpty()


def test_page_when_letters_are_large_and_the_window_is_low_then_it_begins_in_sight(
    staff: StaffWiring,
) -> None:
    staff.parts.access.try_pin(PIN)
    wait_for(lambda: staff.window.is_open)
    staff.parts.appearance.set_text_size(200)
    staff.window.resize(1024, 640)
    for code in ("en", "es"):
        staff.parts.words.set_code(code)
        staff.window.go("import")
        settle()
        page = staff.window.page
        assert isinstance(page, ImportPage)

        assert focused() == "path"
        field = page.path.field
        assert field.visibleRegion().boundingRect().height() > field.height() // 2
        assert page.scroll_bar.value() == 0
