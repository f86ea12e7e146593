from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.open_dialog import OpenDialog, ask_which


def test_dialog_when_opened_then_it_asks_for_a_file_in_the_language(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = QWidget()
    qtbot.addWidget(page)

    dialog = OpenDialog(page, tmp_path, Language("es"))

    assert dialog.windowTitle() == "Elija el archivo que quiere traer"
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptOpen
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFile
    assert Path(dialog.directory().path()) == tmp_path
    assert "*.xlsx" in dialog.nameFilters()[0]


def test_dialog_when_another_kind_is_looked_for_then_it_says_which(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = QWidget()
    qtbot.addWidget(page)

    ask_which(page, tmp_path, Language("en"), list[Path]().append, "files.restore.dialog")

    (dialog,) = page.findChildren(OpenDialog)
    assert dialog.windowTitle() == "Choose a backup"
    assert "*.sqlite" in dialog.nameFilters()[0]


def test_dialog_when_asked_twice_then_it_opens_once_and_gives_its_answer(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page, taken = QWidget(), list[Path]()
    qtbot.addWidget(page)

    for _ in range(2):
        ask_which(page, tmp_path, Language("en"), taken.append)
    (dialog,) = page.findChildren(OpenDialog)
    dialog.fileSelected.emit(str(tmp_path / "a.csv"))
    dialog.reject()

    assert taken == [tmp_path / "a.csv"]


def test_dialog_when_open_then_nothing_can_be_deleted_renamed_or_made_in_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    (tmp_path / "a.csv").write_text("a")
    dialog = OpenDialog(page, tmp_path, Language("en"))

    assert dialog.findChild(QFileSystemModel).isReadOnly()
    assert not dialog.findChild(QToolButton, "newFolderButton").isEnabled()
    for action in ("qt_delete_action", "qt_rename_action"):
        assert not dialog.findChild(QAction, action).isEnabled(), action


def test_dialog_when_opened_then_it_uses_the_room_of_the_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1280, 800)

    dialog = OpenDialog(page, tmp_path, Language("en"))

    assert 1000 < dialog.width() < 1280
    assert dialog.height() < 800
