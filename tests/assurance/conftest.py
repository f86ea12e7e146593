"""What tests of assurance share: how much is tried, and where their figures go.

``RAPPORT_ASSURANCE=full`` asks for the sizes whose figures are published; without it they are so
small that all but those marked `lasting` are part of every run. `tests/assurance/run.py` sets it,
and collects figures.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from support.figures import Counts, Note, words_of


def pytest_itemcollected(item: pytest.Item) -> None:
    """Leave what lasts too long for every run of all tests to `make assurance` and `make long`."""
    if "RAPPORT_ASSURANCE" not in os.environ and item.get_closest_marker("lasting"):
        item.add_marker(pytest.mark.long)


@pytest.fixture(scope="session")
def size() -> Callable[[int, int], int]:
    """Give what chooses between a quick number and the full one."""
    is_full = os.environ.get("RAPPORT_ASSURANCE") == "full"

    def choose(quick: int, full: int) -> int:
        return full if is_full else quick

    return choose


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Note:
    """Give what notes the figures of a test: print them in a line, and leave them for the run.

    They are noted before anything is asserted, so that they are seen where a promise is broken.
    What was tried without a guard has to be among them.
    """

    def note(id_: str, what: str, tried: Counts, found: Counts, control: Counts) -> None:
        assert control, "what is found proves nothing where nothing was tried without its guard"
        print(f"\n{id_} {what}: {words_of(tried)}; {words_of(found)}; control: {words_of(control)}")
        told = {"id": id_, "what": what, "tried": dict(tried), "found": dict(found)}
        record_property("figure", told | {"control": dict(control)})

    return note


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory, where the system has one: for disks that are only imagined."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)
