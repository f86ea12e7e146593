"""Write the table in SECURITY.md anew, from the figures of the full run."""

from support.figures import read_figures, table_of, with_table
from support.source import ROOT


def write_table() -> None:
    """Put the table between its two marks; nothing else on the page changes."""
    path = ROOT / "SECURITY.md"
    page = path.read_text(encoding="utf-8")
    path.write_text(with_table(page, table_of(read_figures("full"))), encoding="utf-8")


if __name__ == "__main__":
    write_table()
