from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from support.builders import make_statement
from support.staff import NAME
from support.window import focused, press, settle

from matcher.services.staff.signed_in import LoggedIn
from ui.controllers.files_controller import Work
from ui.staff.file_part import FilePart
from ui.staff.files_page import FilesPage
from ui.staff_app import StaffWiring
from ui.widgets.open_dialog import OpenDialog
from ui.widgets.reading_order import tab_stops
from ui.widgets.save_dialog import SaveDialog


@pytest.fixture
def page(staff: StaffWiring) -> FilesPage:
    with staff.parts.services.directory.changing() as work:
        work.profiles.apply([make_statement("p-1", city="Aue")])
    staff.window.let_in()
    staff.window.rail.chosen.emit("files")
    settle()
    page = staff.window.page
    assert isinstance(page, FilesPage)
    return page


def _press(part: FilePart) -> None:
    part.button.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    settle()


def _answer(page: FilesPage, path: Path) -> None:
    """Name a file in the dialog that is open, as somebody types it."""
    (dialog,) = (each for each in page.findChildren(QFileDialog) if each.isVisible())
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(path))
    dialog.accept()
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    page.window().activateWindow()  # which a desktop does by itself
    settle()


def test_page_when_opened_then_it_begins_with_the_backup_and_says_how_things_stand(
    page: FilesPage,
) -> None:
    assert focused() == "backup_now"
    assert page.parts[Work.BACKUP].standing.plain == "No backup was saved so far."
    assert "columns and words mean" in page.parts[Work.BACKUP].lead.plain
    assert page.parts[Work.AREAS].standing.plain == "No area is known yet."
    names = [stop.objectName() for stop in tab_stops(page)]
    assert names == ["backup_now", "restore_choose", "format_csv", "export_save", "areas_bring"]


def test_backup_when_saved_by_whoever_reads_then_where_and_when_is_said(
    page: FilesPage, tmp_path: Path
) -> None:
    _press(page.parts[Work.BACKUP])
    _answer(page, tmp_path / "copy.sqlite")

    part = page.parts[Work.BACKUP]
    assert part.done.words == ("Saved and checked, with 1 person.",)
    assert part.standing.plain.startswith("The last one: ")
    assert part.standing.plain.endswith(f"It was saved here: {tmp_path / 'copy.sqlite'}")


@pytest.mark.parametrize("work", [Work.RESTORE, Work.AREAS])
def test_change_when_only_read_then_it_asks_to_sign_in_and_leads_back(
    page: FilesPage, staff: StaffWiring, work: Work
) -> None:
    _press(page.parts[work])

    assert staff.window.page_id == "sign_in_account"
    assert page.findChild(OpenDialog) is None
    staff.parts.session.sign_in(LoggedIn(NAME))
    staff.parts.access.signed_in.emit()
    settle()
    assert staff.window.page is page
    assert focused() == page.parts[work].button.objectName()


def test_restore_when_asked_and_agreed_then_the_directory_is_as_it_was_then(
    page: FilesPage, staff: StaffWiring, tmp_path: Path
) -> None:
    directory = staff.parts.services.directory
    _press(page.parts[Work.BACKUP])
    _answer(page, tmp_path / "copy.sqlite")
    with directory.changing() as work:
        work.profiles.apply([make_statement("p-2", city="Aue")])
    staff.parts.session.sign_in(LoggedIn(NAME))
    part = page.parts[Work.RESTORE]

    _press(part)
    _answer(page, tmp_path / "copy.sqlite")
    assert focused() == "restore_stay"
    press(Qt.Key.Key_Escape)
    assert focused() == "restore_choose"
    assert directory.count() == 2

    _press(part)
    _answer(page, tmp_path / "copy.sqlite")
    assert "with 2 people" in page.question.words
    page.question.go.click()
    settle()

    assert directory.count() == 1
    assert part.done.words[0] == "The backup is in its place. It holds 1 person."
    assert "directory-before-1.sqlite" in part.done.words[1]
    assert page.question.isHidden()


def test_restore_when_signed_out_before_the_answer_then_it_asks_to_sign_in(
    page: FilesPage, staff: StaffWiring, tmp_path: Path
) -> None:
    _press(page.parts[Work.BACKUP])
    _answer(page, tmp_path / "copy.sqlite")
    staff.parts.session.sign_in(LoggedIn(NAME))
    _press(page.parts[Work.RESTORE])
    _answer(page, tmp_path / "copy.sqlite")
    staff.parts.session.sign_out()

    page.question.go.click()
    settle()

    assert staff.window.page_id == "sign_in_account"
    assert not page.question.isHidden()


def test_restore_when_the_file_is_no_backup_then_it_is_said_there(
    page: FilesPage, staff: StaffWiring, tmp_path: Path
) -> None:
    other = tmp_path / "copy.sqlite"
    other.write_text("no")
    staff.parts.session.sign_in(LoggedIn(NAME))

    _press(page.parts[Work.RESTORE])
    _answer(page, other)

    assert "copy.sqlite" in page.parts[Work.RESTORE].problem.plain
    assert page.question.isHidden()


@pytest.mark.parametrize(
    ("code", "name"),
    [("csv", "a.csv"), ("xlsx", "a.xlsx"), ("json", "a.json"), ("fhir", "a.fhir.json")],
)
def test_export_when_a_format_is_chosen_then_it_is_written_as_that(
    page: FilesPage, tmp_path: Path, code: str, name: str
) -> None:
    card = next(card for card in page.format.cards if card.property("code") == code)
    card.setFocus(Qt.FocusReason.TabFocusReason)
    card.click()
    assert page.everyone.isVisible() == (code == "xlsx")

    _press(page.parts[Work.EXPORT])
    _answer(page, tmp_path / name)

    assert (tmp_path / name).stat().st_size
    assert page.parts[Work.EXPORT].done.words[0] == f"It is here: {tmp_path / name}"
    assert "1 profile" in page.parts[Work.EXPORT].done.words[1]


def test_export_when_another_file_is_there_then_it_is_said_there(
    page: FilesPage, tmp_path: Path
) -> None:
    other = tmp_path / "a.csv"
    other.write_text("mine")

    page._export(other)
    settle()

    assert "another kind of file" in page.parts[Work.EXPORT].problem.plain
    assert other.read_text() == "mine"


def test_areas_when_a_list_is_brought_in_then_they_are_counted(
    page: FilesPage, staff: StaffWiring, tmp_path: Path
) -> None:
    path = tmp_path / "areas.csv"
    staff.parts.session.sign_in(LoggedIn(NAME))
    for rows in ("Mitte,52.52,13.4\n", "Mitte,52.52,13.4\nMitte,52.53,13.2\n"):
        path.write_text(f"name,latitude,longitude\n{rows}")
        _press(page.parts[Work.AREAS])
        _answer(page, path)

    part = page.parts[Work.AREAS]
    assert "is there twice" in part.problem.plain
    assert part.standing.plain == "1 area is known."


def test_page_when_something_is_under_way_then_nothing_else_is_begun(
    page: FilesPage, tmp_path: Path
) -> None:
    page._back_up(tmp_path / "copy.sqlite")
    page.parts[Work.EXPORT].button.click()

    assert page.findChild(SaveDialog) is None
    assert "something else is not done" in page.parts[Work.EXPORT].done.words[0]
    settle()
    assert page.parts[Work.BACKUP].done.words == ("Saved and checked, with 1 person.",)


def test_page_when_the_language_changes_then_it_speaks_it(
    page: FilesPage, staff: StaffWiring
) -> None:
    staff.parts.words.set_code("es")
    settle()

    assert page.title == "Archivos"
    assert page.parts[Work.BACKUP].standing.plain == "Hasta ahora no se guardó ninguna copia."
