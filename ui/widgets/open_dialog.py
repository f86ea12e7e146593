"""Asks which file is to be opened, in the language that holds."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.language import Language
from ui.widgets.file_guard import may_choose_files

_LISTS = "intake.dialog"
_SHARE, _LARGEST = 0.85, QSize(1100, 700)
"""How much of the window it lies over is taken, so that there is room for what files are called."""

_LABELS = {
    QFileDialog.DialogLabel.Accept: "intake.dialog.accept",
    QFileDialog.DialogLabel.Reject: "intake.dialog.reject",
    QFileDialog.DialogLabel.LookIn: "intake.dialog.folder",
    QFileDialog.DialogLabel.FileName: "intake.dialog.name",
    QFileDialog.DialogLabel.FileType: "intake.dialog.type",
}


class OpenDialog(QFileDialog):
    """A dialog that is forgotten when it is finished.

    Parameters
    ----------
    page
        Where it opens; one at a time.
    folder
        Where it begins to look.
    words
        The language that holds.
    kind
        Key of what is looked for: its ``title``, and its ``lists`` as a filter.
    """

    def __init__(self, page: QWidget, folder: Path, words: Language, kind: str = _LISTS) -> None:
        super().__init__(page, words.text(f"{kind}.title"), str(folder))
        self.setObjectName("open_dialog")
        # The system's own would know neither the language, nor the looks, nor the key that hides.
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        # Nothing is deleted, renamed or made in passing.
        self.setOption(QFileDialog.Option.ReadOnly)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.setNameFilters([words.text(f"{kind}.lists"), words.text("intake.dialog.all")])
        for label, key in _LABELS.items():
            self.setLabelText(label, words.text(key))
        # Columns would be cut, and be scrolled to with much of the window free.
        room = (page.window().size() * _SHARE).boundedTo(_LARGEST)
        self.resize(self.sizeHint().expandedTo(room))
        self.finished.connect(self.deleteLater)


def ask_which(
    page: QWidget,
    folder: Path,
    words: Language,
    take: Callable[[Path], object],
    kind: str = _LISTS,
) -> None:
    """Ask which file, unless that is asked already, and then call ``take`` with the answer."""
    if page.findChild(OpenDialog) is None and may_choose_files(page):
        dialog = OpenDialog(page, folder, words, kind)
        dialog.fileSelected.connect(lambda path: take(Path(path)))
        dialog.open()
