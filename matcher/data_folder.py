"""Where the program's own data lies: asked by the window before anything else is loaded."""

import os
from pathlib import Path

import platformdirs


def data_folder(given: str = "") -> Path:
    """Return the folder given, else that of the environment, else the usual one of the system.

    Parameters
    ----------
    given
        As given to ``--data-dir``; ``""`` when it was not. It goes before ``RAPPORT_DATA_DIR``.
    """
    named = given or os.environ.get("RAPPORT_DATA_DIR", "")
    if named:
        return Path(named).expanduser()
    return platformdirs.user_data_path("rapport", appauthor=False)
