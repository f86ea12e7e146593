"""Whether a sitting could open a window on this screen, and be seen there."""

import ctypes
import os
from collections.abc import Callable

from matcher.processes import process_context
from ui.supervisor.confinement import confine

_WITHIN = 30.0
"""Seconds it may take on a computer that has just been started."""

_AGAIN_MS = 20

_COLOUR = "#0000ff"
_BLUES = frozenset({0x1F, 0xFF, 0x3FF})
"""The same on a screen of 16, 24 and 30 bits; none that is empty has it."""

# Nothing of Qt up here: whoever asks starts processes, and begins them without it.


def opens_window() -> bool:
    """Tell whether a small window comes onto the screen: a process of its own tries, and ends.

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
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QPalette
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
    window.setPalette(QPalette(_COLOUR))
    window.resize(16, 16)
    window.show()
    # Elsewhere nobody can look, or only who is let.
    pixel = _pixel_of_x(window.winId()) if app.platformName() == "xcb" else lambda: min(_BLUES)

    def look() -> None:
        window.raise_()
        if window.windowHandle().isExposed() and pixel() in _BLUES:
            os._exit(0)

    timer = QTimer(interval=_AGAIN_MS)
    timer.timeout.connect(look)
    timer.start()
    app.exec()


def _pixel_of_x(window: int) -> Callable[[], int]:
    """Return what reads a pixel of a window; Qt would ask the screen, bare under Xwayland."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = x.XGetImage.restype = ctypes.c_void_p
    x.XGetPixel.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    all_planes, as_whole_pixels = ctypes.c_ulong(0xFFFFFFFF), 2

    def pixel() -> int:
        part = (0, 0, 1, 1)
        image = x.XGetImage(display, ctypes.c_ulong(window), *part, all_planes, as_whole_pixels)
        return x.XGetPixel(ctypes.c_void_p(image), 0, 0) & 0x3FFFFFFF if image else 0

    return pixel
