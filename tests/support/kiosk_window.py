"""The window of a kiosk on a real display, on the invented directory: a program for tests.

    python tests/support/kiosk_window.py [--open]

It says ``shown`` on its output, and then, for each line it reads, where the person is. A line may
name a page to go to, and a field on it. It ends with its input. With ``--open`` nothing is stopped:
what a test looks for has to be found then.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

_ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(_ROOT), str(_ROOT / "tests")]

from ui.application import make_application  # noqa: E402
from ui.controllers.directory_source import DirectorySource, open_sample  # noqa: E402
from ui.kiosk import shared_screen  # noqa: E402
from ui.kiosk_window import KioskWiring  # noqa: E402
from ui.settings import Settings  # noqa: E402
from ui.widgets.press_guard import PressGuard  # noqa: E402


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


class _Open(QObject):
    """Stands in for what keeps a window shut."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)


class _Answers:
    """Says where the person is when asked."""

    def __init__(self, wiring: KioskWiring) -> None:
        self._wiring = wiring
        self._commands = 0
        command = QShortcut(QKeySequence("Ctrl+K"), wiring.window)
        command.activated.connect(self._count_command)

    def answer(self) -> None:
        """Answer one line; go when there is none."""
        line = sys.stdin.readline()
        if not line:
            os._exit(0)
        page, _, field = line.strip().partition(" ")
        if page:
            self._wiring.window.stage.clear()
            self._wiring.window.go(page)
            if found := self._wiring.window.page.findChild(QLineEdit, field):
                found.setFocus()
        _say(self._state())

    def _count_command(self) -> None:
        self._commands += 1

    def _state(self) -> str:
        window, focused = self._wiring.window, QApplication.focusWidget()
        written = focused.text() if isinstance(focused, QLineEdit) else ""
        facts = (
            window.page.objectName(),
            "full" if window.isFullScreen() and window.isVisible() else "small",
            "active" if window.isActiveWindow() else "inactive",
            f"{self._commands} commands",
            written,
        )
        return "\t".join(facts)


def main(words: Sequence[str]) -> int:
    """Show the window until the input ends."""
    app = make_application()
    settings = Settings(language="es", is_kiosk=True, own_words=False, warns_after=10_000)
    # Whoever tries everything is quicker than anybody, and every press of theirs is to come in.
    PressGuard._stops = lambda *_: False  # type: ignore[method-assign]
    if words:
        shared_screen.KioskShell = _Open  # type: ignore[assignment, misc]
    wiring = KioskWiring(app, settings, DirectorySource(open_sample))
    answers = _Answers(wiring)
    reader = QSocketNotifier(0, QSocketNotifier.Type.Read)
    reader.activated.connect(answers.answer)
    wiring.window.painted.connect(lambda: _say("shown"))
    if words:
        wiring.window.resize(app.primaryScreen().size())
        wiring.window.show()
        wiring.window.activateWindow()
    else:
        wiring.shared.shell.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
