"""Figures of the assurance tests: kept as JSON, shown in a table.

``tests/assurance/figures/full.json`` is kept with the program, and the table in SECURITY.md is made
of it; ``quick.json`` is of the last quick run here and is not kept. Both are one object:

``size``
    ``"full"`` or ``"quick"``.
``figures``
    A list, sorted by ``id`` and ``what``; a run that was asked for some tests leaves the others'.
    Each is an object:

    ``id``, ``what``
        Which promise it is of, as in `support.promises`.
    ``day``
        When it was run, as ``YYYY-MM-DD``.
    ``machine``
        On what: system, processors, versions of Python and SQLite.
    ``seconds``
        How long that took.
    ``held``
        Whether every assertion of the test held, its control's too.
    ``tried``, ``found``, ``control``
        Objects of numbers: how much was tried, what became of it, and what became of the same
        without what guards it, which has to go wrong for the test to be worth anything. What is
        counted is the key, with ``_`` for spaces.
``skipped``
    A list of objects ``test`` and ``reason``: what this machine could not try in the last run.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from support.promises import PROMISES
from support.source import ROOT

BEGIN = "<!-- assurance: made by `make assurance-full`, not by hand -->"
END = "<!-- end of assurance -->"

Counts = Mapping[str, int | float]

Note = Callable[[str, str, Counts, Counts, Counts], None]
"""Notes a figure: its promise's id and what, then what was tried, found, and found unguarded."""

_FOLDER = ROOT / "tests" / "assurance" / "figures"
_HEAD = (
    "| | What is tried | How much | What was found | Without what guards it | When |\n"
    "| --- | --- | --- | --- | --- | --- |\n"
)
_NOT_RUN = "not run in full yet"


def path_of(size: str) -> Path:
    """Return where the figures of a size are."""
    return _FOLDER / f"{size}.json"


def read_figures(size: str) -> dict[str, Any]:
    """Return what is kept of earlier runs."""
    path = path_of(size)
    if not path.is_file():
        return {"size": size, "figures": [], "skipped": []}
    return dict(json.loads(path.read_text(encoding="utf-8")))


def keep_figures(
    size: str,
    new: Iterable[dict[str, Any]],
    skipped: Iterable[dict[str, str]],
    broken: Collection[str] = (),
) -> dict[str, Any]:
    """Put new figures in the place of the same ones of earlier runs; return all.

    Parameters
    ----------
    broken
        Ids of promises of which a test failed: what earlier runs found of them holds no more.
    """
    old = [each for each in read_figures(size)["figures"] if each["id"] not in broken]
    figures = {_key(each): each for each in [*old, *new]}
    ordered = sorted(figures.values(), key=lambda each: _order(each["id"], each["what"]))
    kept = {"size": size, "figures": ordered, "skipped": [*skipped]}
    path = path_of(size)
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return kept


def words_of(counts: Counts) -> str:
    """Say numbers as people read them."""
    return ", ".join(f"{number:,} {name.replace('_', ' ')}" for name, number in counts.items())


def table_of(kept: Mapping[str, Any]) -> str:
    """Return the table of all promises, with what there is of each."""
    figures = {_key(each): each for each in kept["figures"]}
    rows = []
    for promise in PROMISES:
        figure = figures.get((promise.id, promise.what))
        cells = [promise.id, promise.text, *(_cells(figure) if figure else [_NOT_RUN, "", "", ""])]
        rows.append(f"| {' | '.join(cells)} |\n")
    return _HEAD + "".join(rows)


def with_table(page: str, table: str) -> str:
    """Return a page with a table between the two marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table}{END}{after}"


def table_in(page: str) -> str:
    """Return what stands between the two marks."""
    return page.partition(BEGIN + "\n")[2].partition(END)[0]


def _cells(figure: Mapping[str, Any]) -> list[str]:
    held = "" if figure["held"] else "**NOT HELD**: "
    words = [words_of(figure[part]) for part in ("tried", "found", "control")]
    return [words[0], held + words[1], words[2], figure["day"]]


def _key(figure: Mapping[str, Any]) -> tuple[str, str]:
    return figure["id"], figure["what"]


def _order(id_: str, what: str) -> tuple[int, str]:
    places = {(each.id, each.what): place for place, each in enumerate(PROMISES)}
    return places.get((id_, what), len(places)), what
