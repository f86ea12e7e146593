"""Where files are offered to be saved."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from matcher.services.files.output_file import numbered


def free_path(name: str, folder: Path | None = None) -> Path:
    """Return a place where people look for documents, under a name that no file has yet.

    Parameters
    ----------
    name
        Of the file; numbered from 2 when there is one already.
    folder
        Where files of this kind went before, if it is still there.
    """
    folders = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    usual = next((Path(folder) for folder in folders if Path(folder).is_dir()), Path.home())
    if folder is not None and folder.is_dir():
        usual = folder
    target = usual / name
    number = 2
    while target.exists():
        target = usual / numbered(name, number)
        number += 1
    return target
