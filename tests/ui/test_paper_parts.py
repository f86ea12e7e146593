from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.parts import Parts
from ui.settings import Settings


def _parts(settings: Settings) -> Parts:
    return Parts(make_application(), settings, DirectorySource(open_sample))


def test_parts_when_a_file_is_saved_then_something_has_come_out_until_the_sitting_ends(
    qapp: QApplication,
) -> None:
    parts = _parts(Settings())
    assert not parts.has_come_out

    parts.blank.saved.emit(Path("questions.pdf"))
    assert parts.has_come_out

    parts.forget()
    assert not parts.has_come_out
