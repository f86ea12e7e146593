"""Qt's application, as every window of the program stands on it."""

import os
import sys
from functools import cache
from importlib.resources import as_file

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from matcher.bundled import bundled
from ui.supervisor.confinement import leave_no_core
from ui.theme.fonts import load_fonts


@cache
def make_application() -> QApplication:
    """Return Qt's one application with the bundled letters, in a style that is the same everywhere.

    Whoever asks again gets it as it is: another style would polish every widget there is anew.
    """
    leave_no_core()  # answers are in memory
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    app.setApplicationName("Rapport")
    # By this name Wayland finds the entry of the menu, and with it the icon.
    QGuiApplication.setDesktopFileName("rapport")
    with as_file(bundled("desktop", "rapport.svg")) as file:
        app.setWindowIcon(QIcon(str(file)))
    # On Linux Qt's file dialog would note where somebody saved, in a file nobody asked for.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    load_fonts()
    return app
