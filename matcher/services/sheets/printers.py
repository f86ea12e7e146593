"""Which printers the system knows, without opening a window."""

import shutil
import subprocess

_TOOL = "lpstat"
_PATIENCE_SECONDS = 5


def printer_names() -> tuple[str, ...] | None:
    """Return the names of the system's printers; ``None`` when there is no way to ask.

    CUPS is asked, as the window does when it prints; elsewhere only the window can tell.
    """
    tool = shutil.which(_TOOL)
    if tool is None:
        return None
    try:
        asked = subprocess.run(  # noqa: S603 - a fixed word, found on the path
            [tool, "-e"], capture_output=True, text=True, timeout=_PATIENCE_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return tuple(asked.stdout.split())
