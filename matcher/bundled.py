"""The one way to find a file that ships with the program."""

import sys
import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from matcher.errors import Message, ResourceError


def bundled(*parts: str) -> Traversable:
    """Return the resource at ``resources/<parts>``, in a checkout, a wheel or a frozen folder."""
    return files("resources").joinpath(*parts)


def frozen_folder() -> Path | None:
    """Return where a frozen program keeps what it is made of; ``None`` where it is not frozen."""
    folder = getattr(sys, "_MEIPASS", None)
    return None if folder is None else Path(folder)


def own_folder() -> Path:
    """Return the folder that the running program came in; of an app for macOS, its ``Contents``."""
    folder = Path(sys.executable).resolve().parent
    return folder.parent if folder.parts[-2:] == ("Contents", "MacOS") else folder


def bundled_toml(*parts: str) -> dict[str, Any]:
    """Parse the TOML resource at ``resources/<parts>``.

    Raises
    ------
    ResourceError
        When the file is missing or is not TOML; the message names it.
    """
    name = "/".join(parts)
    try:
        return tomllib.loads(bundled(*parts).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ResourceError(Message("error.resource.missing", file=name)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceError(
            Message("error.resource.not_toml", file=name, detail=str(error))
        ) from error
