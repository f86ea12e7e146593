from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QFileSystemModel,
    QLineEdit,
    QListView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.language import Language
from ui.widgets.save_dialog import SaveDialog


def test_dialog_when_opened_then_it_offers_the_usual_file_in_the_language(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = QWidget()
    qtbot.addWidget(page)

    dialog = SaveDialog(page, tmp_path / "como-funciona.pdf", Language("es"))

    assert Path(dialog.selectedFiles()[0]) == tmp_path / "como-funciona.pdf"
    assert dialog.windowTitle() == "Guardar el PDF"
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "pdf"


# The list of names that fit pops up while somebody types.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_dialog_when_name_is_emptied_and_typed_anew_then_button_says_again_what_it_does(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    (tmp_path / "sheets").mkdir()
    dialog = SaveDialog(page, tmp_path / "a.pdf", Language("en"))
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    accept = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)

    seen = []
    for typed in (str(tmp_path / "sheets"), str(tmp_path / "b.pdf"), "", "sheets", "c.pdf"):
        name.selectAll()
        qtbot.keyClick(name, Qt.Key.Key_Delete)
        qtbot.keyClicks(name, typed)
        seen.append(accept.text())

    assert [text == "Save here" for text in seen] == [False, True, False, False, True], seen


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_dialog_when_a_folder_on_the_way_is_still_marked_then_the_name_typed_is_saved(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    folder = tmp_path / "sheets"
    folder.mkdir()
    dialog = SaveDialog(page, tmp_path / "a.pdf", Language("en"))
    dialog.open()
    chosen: list[str] = []
    dialog.fileSelected.connect(chosen.append)
    listed = dialog.findChild(QListView, "listView")
    model = listed.model()
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    name.setText(str(folder))
    qtbot.waitUntil(lambda: model.rowCount(listed.rootIndex()) == 1)
    listed.selectionModel().select(
        model.index(0, 0, listed.rootIndex()),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    name.setText(str(folder / "b.pdf"))

    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()

    assert [Path(one) for one in chosen] == [folder / "b.pdf"]


def test_dialog_when_open_then_nothing_can_be_deleted_renamed_or_made_in_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    (tmp_path / "a.csv").write_text("a")
    dialog = SaveDialog(page, tmp_path / "b.pdf", Language("en"))

    assert dialog.findChild(QFileSystemModel).isReadOnly()
    assert not dialog.findChild(QToolButton, "newFolderButton").isEnabled()
    for action in ("qt_delete_action", "qt_rename_action"):
        assert not dialog.findChild(QAction, action).isEnabled(), action
