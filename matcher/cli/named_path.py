"""A path somebody named: an empty one is wrong usage, never the folder one happens to be in."""

import os
from pathlib import Path
from typing import Any

import click


class NamedPath(click.Path):
    """The type of every path on the command line."""

    name = "path"

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; refuse an empty one, and one that names a folder where none is."""
        if not str(value) and ctx is not None:
            self.fail(ctx.obj.words.text("cli.empty_path"), param, ctx)
        if ctx is not None and _lacks_folder(str(value)):
            self.fail(ctx.obj.words.text("cli.no_folder", folder=str(value)), param, ctx)
        return super().convert(value, param, ctx)


def is_here_gone() -> bool:
    """Tell whether the folder one happens to be in was deleted meanwhile."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _lacks_folder(path: str) -> bool:
    """Tell whether a path ends as a folder's does, and there is none."""
    ends = tuple(each for each in (os.sep, os.altsep) if each)
    return path.endswith(ends) and not os.path.isdir(path)  # noqa: PTH112 - it never raises
