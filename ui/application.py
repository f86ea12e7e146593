"""Qt's application, as every window of the program stands on it."""

import os
import sys

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import load_fonts


def make_application() -> QApplication:
    """Return Qt's application with the bundled letters, in a style that is the same everywhere."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    app.setApplicationName("Rapport")
    # On Linux Qt's file dialog would note where somebody saved, in a file nobody asked for.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    load_fonts()
    return app
