"""Asks where a file is to be saved, in the language that holds."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QLineEdit, QWidget

from ui.language import Language
from ui.widgets.file_guard import may_choose_files

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
        The file that is offered; its ending says which kind it is.
    words
        The language that holds.
    """

    def __init__(self, page: QWidget, usual: Path, words: Language) -> None:
        ending = usual.suffix.removeprefix(".")
        super().__init__(page, words.text(f"checklist.save.{ending}"), str(usual.parent))
        self.setObjectName("save_dialog")
        # The system's own would know neither the language, nor the looks, nor the key that hides.
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        # Nothing is deleted, renamed or made in passing.
        self.setOption(QFileDialog.Option.ReadOnly)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(words.text(f"checklist.dialog.kind.{ending}"))
        self.setDefaultSuffix(ending)
        for label, key in _LABELS.items():
            self.setLabelText(label, words.text(key))
        self._accept = words.text(_LABELS[QFileDialog.DialogLabel.Accept])
        self.selectFile(usual.name)
        name = self.findChild(QLineEdit)
        assert name is not None
        name.textChanged.connect(self._name_accept)
        self.finished.connect(self.deleteLater)

    def accept(self) -> None:
        """Save under the name that is written.

        Qt prefers what is marked in the list, and a folder on the way stays marked when its
        contents are read while somebody types: the dialog would go there, and save nothing (seen
        in 6.11).
        """
        if self.labelText(QFileDialog.DialogLabel.Accept) == self._accept:
            for listed in self.findChildren(QAbstractItemView):
                listed.clearSelection()
        super().accept()

    def _name_accept(self, typed: str) -> None:
        # At a folder Qt writes "Open", and forgets to take it back (seen in 6.11).
        if typed and not Path(self.directory().filePath(typed)).is_dir():
            self.setLabelText(QFileDialog.DialogLabel.Accept, self._accept)


def ask_where(page: QWidget, usual: Path, words: Language, save: Callable[[Path], object]) -> None:
    """Ask where to save, unless that is asked already, and then call ``save`` with the answer."""
    if page.findChild(SaveDialog) is None and may_choose_files(page):
        dialog = SaveDialog(page, usual, words)
        dialog.fileSelected.connect(lambda path: save(Path(path)))
        dialog.open()
