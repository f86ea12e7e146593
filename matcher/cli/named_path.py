"""A path somebody named: an empty one is wrong usage, never the folder one happens to be in."""

from pathlib import Path
from typing import Any

import click


class NamedPath(click.Path):
    """The type of every path on the command line."""

    name = "path"

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; refuse an empty one."""
        if not str(value) and ctx is not None:
            self.fail(ctx.obj.words.text("cli.empty_path"), param, ctx)
        return super().convert(value, param, ctx)
