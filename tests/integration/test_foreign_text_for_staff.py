"""What others wrote, on every page of the staff window: it is words and nothing else."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import staff_walk
from support.foreign_texts import make_red, mixed_rows, obeyed, payloads
from support.staff import NAME, PASSPHRASE, PIN, open_staff, quick_services
from support.staff_walk import walk_staff
from support.strange_people import bring_in
from support.window import settle

from ui.staff_app import StaffWiring
from ui.widgets.text import Text

_COLUMNS = ("Name", "Degree", "Zip", "Phone", "Specialties", "Insurance", "Hours", "About")


@pytest.fixture
def texts(qapp: object, tmp_path: Path) -> dict[str, str]:
    return payloads(make_red(tmp_path))


@pytest.fixture
def staff(
    texts: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[StaffWiring]:
    """Give the staff window in front of four people who have all texts between them."""
    rows = [{**row, "id": f"p-{n}"} for n, row in enumerate(mixed_rows(texts, 4), start=1)]
    bring_in(rows, tmp_path)
    (tmp_path / "people.db").rename(tmp_path / "directory.sqlite")
    monkeypatch.setattr(staff_walk, "_OWN_LIST", _own_list([*texts.values()]))
    services = quick_services(tmp_path)
    services.staff.set_up(PIN, NAME, PASSPHRASE)
    with open_staff(services) as wiring:
        yield wiring


def _own_list(texts: list[str]) -> str:
    """Return a clinic's list with texts in its cells, and in the headings nobody knows."""
    file = io.StringIO()
    writer = csv.writer(file)
    short = [text[:200] for text in texts if len(text) < 1000]
    writer.writerow((*_COLUMNS, short[1], short[46 % len(short)]))
    writer.writerow(
        ("Maria Ok", "LCSW", "97758", "555-0101", "Grief", "N/A", "Mon 5-8pm", "", "", "")
    )
    for begin in range(0, len(short), 9):
        cells = short[begin : begin + 9]
        writer.writerow((*cells, *("" for _ in range(10 - len(cells)))))
    return file.getvalue()


def test_staff_pages_when_each_text_is_shown_somewhere_then_none_is_obeyed(
    staff: StaffWiring, tmp_path: Path
) -> None:
    found: dict[str, list[str]] = {}
    seen, words = [], set()
    for name in walk_staff(staff, tmp_path):
        settle()
        seen.append(name)
        words |= {one.plain for one in staff.window.findChildren(Text)}
        if acts := [*obeyed(staff.window)]:
            found[name] = acts

    assert found == {}
    assert len([one for one in words if "<" in one and ">" in one]) > 8
    assert {"people", "person_p-1", "seen", "twice", "acts", "import_map", "import_review"} <= {
        *seen
    }
