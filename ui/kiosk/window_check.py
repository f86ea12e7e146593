"""Whether a sitting could open a window on this screen."""

import os

from matcher.processes import process_context
from ui.supervisor.confinement import confine

_WITHIN = 30.0
"""Seconds it may take on a computer that has just been started."""

# Nothing of Qt up here: whoever asks starts processes, and begins them without it.


def opens_window() -> bool:
    """Tell whether Qt finds the screen: tried in a process of its own, which it ends if not.

    That process has given up what a sitting gives up, and with it perhaps the way to the screen.
    """
    process = process_context().Process(target=_try, args=(os.getpid(),), name="rapport screen")
    process.start()
    process.join(_WITHIN)
    if process.exitcode is None:
        process.kill()
        process.join()
    return process.exitcode == 0


def _try(parent: int) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):  # Qt's own words would stand beside the sentence
        os.dup2(nothing, stream)
    confine(parent)
    from PySide6.QtGui import QGuiApplication

    QGuiApplication([])
    os._exit(0)
