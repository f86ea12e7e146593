"""What others wrote, on every page of both windows: it is words and nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from support.foreign_texts import (
    kept_form,
    make_red,
    mixed_rows,
    obeyed,
    payloads,
    rows_of,
    threes,
)
from support.sittings import sample_answers
from support.strange_people import bring_in
from support.window import settle, show

from ui.app import Wiring
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_own
from ui.settings import Settings

_PAGES = ("results", "compare", "checklist", "copy_card")


@pytest.fixture(scope="module")
def texts(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give all sixty texts by the id of who has them."""
    return payloads(make_red(tmp_path_factory.mktemp("red")))


@contextmanager
def _opened(rows: Sequence[Mapping[str, str]], folder: Path) -> Iterator[Wiring]:
    """Give the window on a directory of these people, with everything answered."""
    source = DirectorySource(partial(open_own, bring_in(rows, folder)))
    wiring = Wiring(make_application(), Settings(), source)
    try:
        wiring.window.show()
        settle()
        wiring.sitting.take(sample_answers())
        wiring.window.go("results")
        settle()
        yield wiring
        settle()
    finally:
        wiring.close()


def _look(wiring: Wiring, where: str) -> set[str]:
    for _ in range(3):
        settle()
    return {f"{where}: {one}" for one in obeyed(wiring.window)}


def _walk_profiles(wiring: Wiring, ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for id_ in ids:
        wiring.results.open(id_)
        wiring.window.go("profile")
        found |= _look(wiring, f"profile {id_}")
    return found


def _walk_sheets(wiring: Wiring, ids: Sequence[str]) -> set[str]:
    """Put people side by side and on sheets, three at a time."""
    found: set[str] = set()
    for few in threes(ids):
        for id_ in few:
            wiring.results.choose(id_)
        assert {*wiring.results.chosen} == {*few}
        for page in _PAGES:
            wiring.window.go(page)
            found |= _look(wiring, f"{page} {' '.join(few)}")
        for id_ in few:
            wiring.results.choose(id_, wanted=False)
    return found


def _unlike(wiring: Wiring, texts: dict[str, str]) -> list[str]:
    """Return the texts that are not kept letter by letter, but for what nobody can see."""
    profile = wiring.results.profile
    return [text for id_, text in texts.items() if profile(id_).name != kept_form(text)]


def test_pages_when_each_text_is_shown_somewhere_then_none_is_obeyed(
    texts: dict[str, str], tmp_path: Path
) -> None:
    rows = mixed_rows(texts, 4)
    ids = [row["id"] for row in rows]
    with _opened(rows, tmp_path) as wiring:
        assert _walk_profiles(wiring, ids) == set()
        assert _walk_sheets(wiring, ids[1:]) == set()


@pytest.mark.long
@pytest.mark.timeout(900)
def test_pages_when_every_text_is_shown_everywhere_then_none_is_obeyed(
    texts: dict[str, str], tmp_path: Path
) -> None:
    assert len(texts) == 60
    with _opened(rows_of(texts), tmp_path) as wiring:
        assert _unlike(wiring, texts) == []
        assert _walk_profiles(wiring, [*texts]) == set()
        assert _walk_sheets(wiring, [*texts]) == set()


def test_looking_when_a_careless_label_shows_them_then_it_is_found(
    qtbot: QtBot, texts: dict[str, str]
) -> None:
    """The looking itself can fail: Qt's own label obeys many of the texts."""
    found: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel(window)
    label.setFixedSize(400, 300)
    show(window, 400, 300)
    for text in texts.values():
        label.setText(text[:300])
        found += obeyed(window)

    assert found.count("red") >= 6
    assert sum("rich" in one for one in found) >= 20
