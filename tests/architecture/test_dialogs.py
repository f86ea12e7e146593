"""Nothing that a kiosk's sitting is made of knows a dialog: it would show files, or lead out."""

import ast
import re

import pytest
from support.import_graph import modules_behind

_DIALOG = re.compile(
    r"Q\w*Dialog|QMessageBox|QErrorMessage|QWizard|QDesktopServices|QSystemTrayIcon"
)


def _dialogs_in(source: str) -> set[str]:
    """Return the dialogs that a module names, wherever it takes them from."""
    return {name for node in ast.walk(ast.parse(source)) if _DIALOG.fullmatch(name := _name(node))}


def _name(node: ast.AST) -> str:
    match node:
        case ast.alias(name=name) | ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _dialogs_behind(start: str) -> dict[str, set[str]]:
    found = {
        name: _dialogs_in(path.read_text(encoding="utf-8"))
        for name, path in modules_behind(start).items()
    }
    return {name: dialogs for name, dialogs in found.items() if dialogs}


def test_sitting_when_looked_through_then_nothing_it_is_made_of_knows_a_dialog() -> None:
    assert _dialogs_behind("ui.kiosk_app") == {}


def test_laptop_when_looked_through_then_its_dialogs_are_found() -> None:
    assert "ui.widgets.save_dialog" in _dialogs_behind("ui.app")


@pytest.mark.parametrize(
    "source",
    [
        "from PySide6.QtWidgets import QFileDialog as Files",
        "from PySide6 import QtWidgets\nQtWidgets.QMessageBox.warning(None, '', '')",
        "def ask():\n    from PySide6.QtPrintSupport import QPrintDialog",
        "import PySide6.QtGui\nPySide6.QtGui.QDesktopServices.openUrl('file:///')",
    ],
    ids=["renamed", "by_module", "when_asked", "a_link"],
)
def test_module_when_it_names_a_dialog_in_any_way_then_that_is_found(source: str) -> None:
    assert _dialogs_in(source)
