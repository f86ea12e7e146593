from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from ui.application import make_application


def test_application_when_made_again_then_it_is_the_one_there_is(qapp: QApplication) -> None:
    assert make_application() is qapp


def test_application_when_made_then_what_qt_would_remember_is_kept_nowhere(
    qapp: QApplication,
) -> None:
    make_application()

    assert QSettings("Rapport", "Rapport").fileName().startswith("/dev/null")
