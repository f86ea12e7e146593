from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
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
