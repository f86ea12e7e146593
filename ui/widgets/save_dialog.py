"""Asks where a PDF is to be saved, in the language that holds."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

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
        self._accept = words.text(_LABELS[QFileDialog.DialogLabel.Accept])
        self.selectFile(usual.name)
        name = self.findChild(QLineEdit)
        assert name is not None
        name.textChanged.connect(self._name_accept)
        self.finished.connect(self.deleteLater)

    def _name_accept(self, typed: str) -> None:
        # At a folder Qt writes "Open", and forgets to take it back (seen in 6.11).
        if typed and not Path(self.directory().filePath(typed)).is_dir():
            self.setLabelText(QFileDialog.DialogLabel.Accept, self._accept)
