"""Whether there is a screen to open a window on."""

import sys
from collections.abc import Mapping

_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What says so on Linux; elsewhere there always is one."""


def has_screen(environ: Mapping[str, str]) -> bool:
    """Tell whether a window can be opened; Qt itself would end the process without a word."""
    return sys.platform != "linux" or any(environ.get(name) for name in _NAMES)
