import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from support.source import modules, name_of

from ui.language import Language
from ui.widgets.file_guard import FileGuard, may_choose_files
from ui.widgets.open_dialog import ask_which
from ui.widgets.save_dialog import ask_where

_DIALOGS = {"ui/widgets/open_dialog.py", "ui/widgets/save_dialog.py"}


@pytest.mark.parametrize("may", [True, False])
def test_files_when_a_window_has_a_guard_then_it_decides_for_every_dialog(
    qtbot: QtBot, tmp_path: Path, may: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = QWidget(window)
    FileGuard(window, lambda: may)

    ask_which(page, tmp_path, Language("en"), list[Path]().append)
    ask_where(page, tmp_path / "a.pdf", Language("en"), list[Path]().append)

    assert len(page.findChildren(QFileDialog)) == 2 * may


def test_files_when_a_window_has_no_guard_then_everybody_may(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)

    assert may_choose_files(page)


def test_dialogs_when_looked_through_then_each_is_opened_where_the_guard_is_asked() -> None:
    """No page makes a dialog for files by itself, and those that do ask the guard first."""
    makers = {
        name_of(path)
        for path in modules("ui")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id in {"QFileDialog", "OpenDialog", "SaveDialog"}
    }

    assert makers == _DIALOGS
    for path in modules("ui"):
        if name_of(path) in _DIALOGS:
            assert "and may_choose_files(page)" in path.read_text(encoding="utf-8")
