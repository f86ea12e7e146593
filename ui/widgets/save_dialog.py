"""Asks where a PDF is to be saved, in the language that holds."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.language import Language

_LABELS = {
    QFileDialog.DialogLabel.Accept: "checklist.dialog.accept",
    QFileDialog.DialogLabel.Reject: "checklist.dialog.reject",
    QFileDialog.DialogLabel.LookIn: "checklist.dialog.folder",
    QFileDialog.DialogLabel.FileName: "checklist.dialog.name",
    QFileDialog.DialogLabel.FileType: "checklist.dialog.type",
}


class SaveDialog(QFileDialog):
    """A dialog that is forgotten when it is finished.

    Parameters
    ----------
    page
        Where it opens; one at a time.
    usual
        The file that is offered.
    words
        The language that holds.
    """

    def __init__(self, page: QWidget, usual: Path, words: Language) -> None:
        super().__init__(page, words.text("checklist.save"), str(usual.parent))
        self.setObjectName("save_dialog")
        # The system's own would know neither the language, nor the looks, nor the key that hides.
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(words.text("checklist.dialog.kind"))
        self.setDefaultSuffix("pdf")
        for label, key in _LABELS.items():
            self.setLabelText(label, words.text(key))
        self.selectFile(usual.name)
        self.finished.connect(self.deleteLater)
