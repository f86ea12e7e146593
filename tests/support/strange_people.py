"""A directory of people whose entries would break a careless window, brought in by the program."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from support.commands import SAMPLE

from matcher.cli import main

LONG_NAME = ("Maximiliana-Theodora " * 15)[:300].strip()
UNBROKEN_NAME = "Wolfeschlegelstein" * 16
ARABIC = "نادية الحداد"
VIETNAMESE = "Trần Thị Ngọc Ánh"
CHINESE = "欧阳小明"
MARK_UP = "<b>Ana</b> &amp; <img src='file:///etc/passwd'> & Sons"
TURNED = "Eve \u202eladiV\u202c \u200bHi\u200bdden\x07\u2066"
TURNED_CLEAN = "Eve ladiV Hidden"

BIO = (
    "<h1>About me</h1><p>I <b>listen</b>.<br>"
    "<img src='https://example.org/x.png'> &amp; &lt;ask&gt;\n"
    "<script>alert(1)</script> \u202eright to left\u202c zero\u200bwidth \x07 bell. "
) * 140
"""Some 20,000 signs."""

NAMES = {
    "s-long": LONG_NAME,
    "s-unbroken": UNBROKEN_NAME,
    "s-arabic": ARABIC,
    "s-vietnamese": VIETNAMESE,
    "s-chinese": CHINESE,
    "s-markup": MARK_UP,
    "s-turned": TURNED,
}
"""Who there is, by id."""


def sample_rows() -> list[dict[str, str]]:
    """Return the rows of the invented directory."""
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def strange_rows() -> list[dict[str, str]]:
    """Return rows of people who are all alike but for their names; each has a very long bio."""
    usual = sample_rows()[0]
    return [{**usual, "id": id_, "name": name, "bio": BIO} for id_, name in NAMES.items()]


def bring_in(rows: Sequence[Mapping[str, str]], folder: Path) -> str:
    """Import rows into a new directory and return its address."""
    path, address = folder / "people.csv", f"sqlite:///{folder / 'people.db'}"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*sample_rows()[0]])
        writer.writeheader()
        writer.writerows(rows)
    assert main(["import", str(path), "--database", address]) == (0 if rows else 1)
    return address
