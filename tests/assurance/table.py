"""Write the table anew, in SECURITY.md and in the documents, from the figures of the full run."""

from support.figures import read_figures, table_of, with_table
from support.source import ROOT

PAGES = (ROOT / "SECURITY.md", ROOT / "resources" / "docs" / "tried.md")
"""Where it stands: beside the promises, and where it can be read in the program."""


def write_table() -> None:
    """Put the table between its two marks; nothing else on the pages changes."""
    table = table_of(read_figures("full"))
    for path in PAGES:
        page = path.read_text(encoding="utf-8")
        path.write_text(with_table(page, table), encoding="utf-8")


if __name__ == "__main__":
    write_table()
