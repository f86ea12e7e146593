"""The table, on both its pages, says what the full run found, and nothing else."""

from itertools import pairwise
from pathlib import Path

import pytest
from support.figures import BEGIN, END, keep_figures, read_figures, table_in, table_of, with_table
from support.promises import PROMISES
from support.source import ROOT

_PAGES = ("SECURITY.md", "resources/docs/tried.md")
_FIGURE = {
    "id": "T8", "what": "PIN", "day": "2026-01-02", "machine": "-", "seconds": 1.0, "held": True,
    "tried": {"kills": 1200}, "found": {"most_tries": 10}, "control": {"most_tries": 14},
}  # fmt: skip


@pytest.mark.parametrize("page", _PAGES)
def test_page_when_held_against_the_figures_then_its_table_is_made_of_them(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")

    assert table_in(text) == table_of(read_figures("full"))


def test_figures_when_published_then_all_held_with_a_control_and_each_is_of_a_promise() -> None:
    kept = read_figures("full")
    promised = {(promise.id, promise.what) for promise in PROMISES}

    assert kept["size"] == "full"
    assert all(figure["held"] and figure["control"] for figure in kept["figures"])
    assert {(figure["id"], figure["what"]) for figure in kept["figures"]} <= promised


def test_table_when_nothing_was_run_then_it_says_so_of_every_promise() -> None:
    rows = table_of({"figures": []}).splitlines()[2:]

    assert len(rows) == len(PROMISES)
    assert all("not run in full yet" in row for row in rows)


def test_table_when_there_are_figures_then_they_stand_in_words() -> None:
    table = table_of({"figures": [_FIGURE]})

    assert "| 1,200 kills | 10 most tries | 14 most tries | 2026-01-02 |" in table
    assert "**NOT HELD**: 10 most tries" in table_of({"figures": [_FIGURE | {"held": False}]})


def test_page_when_given_another_table_then_nothing_else_of_it_changes() -> None:
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"

    assert with_table(page, "new\n") == f"before\n{BEGIN}\nnew\n{END}\nafter\n"
    assert table_in(page) == "old\n"


def test_figures_when_some_are_run_again_then_the_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("support.figures._FOLDER", tmp_path)
    other = _FIGURE | {"id": "T1a", "what": "directory"}
    keep_figures("quick", [_FIGURE, other], [])
    kept = keep_figures("quick", [_FIGURE | {"day": "2026-02-03"}], [])

    assert [(each["id"], each["day"]) for each in kept["figures"]] == [
        ("T1a", "2026-01-02"),
        ("T8", "2026-02-03"),
    ]
    assert kept == read_figures("quick")


def test_promises_when_listed_then_each_stands_once_and_in_order() -> None:
    keys = [(promise.id, promise.what) for promise in PROMISES]
    numbers = [int("".join(filter(str.isdigit, id_))) for id_, _ in keys]

    assert len({*keys}) == len(keys)
    assert all(before <= after for before, after in pairwise(numbers))


def test_figures_when_a_test_fails_before_it_has_any_then_the_old_ones_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("support.figures._FOLDER", tmp_path)
    other = _FIGURE | {"id": "T1a", "what": "directory"}
    keep_figures("quick", [_FIGURE, other], [])

    kept = keep_figures("quick", [], [], {"T8"})

    assert [each["id"] for each in kept["figures"]] == ["T1a"]
