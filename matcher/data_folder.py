"""Where the program's own data lies: asked by the window before anything else is loaded."""

import os
from pathlib import Path

import platformdirs

from matcher.errors import Message, SettingsError


def data_folder(given: str = "") -> Path:
    """Return the folder given, else that of the environment, else the usual one of the system.

    Parameters
    ----------
    given
        As given to ``--data-dir``; ``""`` when it was not. It goes before ``RAPPORT_DATA_DIR``.

    Raises
    ------
    SettingsError
        When neither is named and the account has no home, as one has that the system does not know.
    """
    named = given or os.environ.get("RAPPORT_DATA_DIR", "")
    try:
        if named:
            return Path(named).expanduser()
        return platformdirs.user_data_path("rapport", appauthor=False)
    except RuntimeError:
        raise SettingsError(Message("error.settings.no_home")) from None
