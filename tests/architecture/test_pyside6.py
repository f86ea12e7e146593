"""Qt stays out of the matcher, and this build of PySide6 keeps count of None."""

import subprocess
import sys

from PySide6.QtCore import QCoreApplication
from support.source import ROOT, dotted, modules


def test_matcher_when_all_its_modules_are_imported_then_qt_is_not_loaded() -> None:
    # Alembic runs its scripts itself, with a database at hand; they are no modules to import.
    names = [
        dotted(path)
        for path in modules("matcher")
        if "migrations" not in path.parts and path.name != "__main__.py"
    ]
    program = (
        f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\n"
        "print(*(name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'ui'))))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_none_when_qt_calls_return_it_a_thousand_times_then_no_reference_is_lost(
    qapp: QCoreApplication,
) -> None:
    before = sys.getrefcount(None)
    for _ in range(1000):
        qapp.processEvents()

    assert sys.getrefcount(None) > before - 100
