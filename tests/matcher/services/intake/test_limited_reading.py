"""Reading in a process of its own: the same as here, and what becomes of it when it is stopped."""

import errno
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from pathlib import Path

import pytest
from support.children import watched
from support.importing import DATA, OPTIONS, say, write
from support.messy_clinic import messy_clinic
from support.source import ROOT
from support.table_files import write_xlsx

from matcher.errors import ImportFileError
from matcher.importers.portion import Portion
from matcher.importers.process_limits import MEMORY_MB
from matcher.importers.reading_order import ReadingOrder, read_here
from matcher.importers.table_look import look_at
from matcher.services.intake import limited_reading
from matcher.services.intake.limited_reading import look_limited, read_limited
from matcher.services.intake.mapping import suggest_mapping
from matcher.services.intake.mapping_book import MappingBook

pytestmark = pytest.mark.apart

_MANY = "id,name\n" + "".join(f"p-{number},Ana {number}\n" for number in range(5_000))
_SAMPLE = ROOT / "resources" / "sample_directory" / "directory.csv"
_IN_PLACE = (
    "import sys; sys.path[:] = sys.argv[1:]; from matcher.importers import reading_child as child; "
    "child.read_here = lambda order: {reader}; child.main()"
)


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Give the processes that were started, as they come."""
    return watched(monkeypatch)


def _said(portions: Iterable[Portion]) -> tuple[object, ...]:
    """Return all that was read, and why reading ended early."""
    rows, skipped, statements, findings, why = 0, 0, [], [], []
    try:
        for portion in portions:
            rows += portion.rows
            skipped += portion.skipped
            statements += portion.statements
            findings += portion.findings
    except ImportFileError as error:
        why = [*error.messages]
    return rows, skipped, repr(statements), repr(findings), repr(why)


def _to_the_end(portions: Iterable[Portion], look: Callable[[], None] = lambda: None) -> None:
    for _ in portions:
        look()


def _why(portions: Generator[Portion]) -> str:
    with closing(portions), pytest.raises(ImportFileError) as caught:
        _to_the_end(portions)
    (message,) = caught.value.messages
    assert all("list" in text for text in say(message).values())
    return message.key


def _do_instead(reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process do something else than reading, once it is limited."""
    monkeypatch.setattr(limited_reading, "_PROGRAM", _IN_PLACE.format(reader=reader))


def _real_files() -> Iterable[Path]:
    yield _SAMPLE
    yield from sorted(path for path in DATA.glob("worked_examples/*.csv"))
    yield from sorted(path for path in DATA.glob("*/*") if path.suffix in {".ndjson", ".csv"})
    yield from sorted((DATA / "npi_api").glob("*.json"))
    yield from sorted(path for path in (DATA / "fhir").iterdir())


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.name) for path in sorted({*_real_files()})]
)
def test_file_when_read_apart_then_it_says_the_same_as_here(path: Path) -> None:
    order = ReadingOrder((path,), options=OPTIONS)

    assert _said(read_limited(order)) == _said(read_here(order))


def test_file_when_read_apart_by_a_mapping_then_it_says_the_same_as_here(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    messy_clinic().save_xlsx(path)
    order = ReadingOrder((path,), None, suggest_mapping(path).mapping(), OPTIONS)

    assert _said(read_limited(order)) == _said(read_here(order))


def test_files_when_they_refer_to_each_other_then_they_are_read_in_one_process(
    children: list[subprocess.Popen[bytes]],
) -> None:
    order = ReadingOrder(tuple(sorted(DATA.glob("fhir/plan_net_ig_1.1.0/*.json"))), options=OPTIONS)

    assert _said(read_limited(order)) == _said(read_here(order))
    assert len(children) == 1


def test_file_when_nobody_reads_on_then_the_process_waits_and_is_ended(
    children: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    path = write(tmp_path, _MANY * 20)
    portions = read_limited(ReadingOrder((path,)))
    while not next(portions).rows:
        pass
    (child,) = children
    assert child.poll() is None

    portions.close()

    assert child.returncode == -signal.SIGKILL
    assert child.stdout is not None
    assert child.stdout.closed


def test_process_when_it_is_killed_then_a_sentence_names_the_file(
    children: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    portions = read_limited(ReadingOrder((write(tmp_path, _MANY * 20),)))
    while not next(portions).rows:
        pass
    children[0].kill()

    assert _why(portions) == "error.import.reading.broken"


@pytest.mark.parametrize(
    ("reader", "why"),
    [
        pytest.param("[bytes(1)] * (1 << 40)", "memory", id="memory"),
        pytest.param("1 / 0", "broken", id="defect"),
        pytest.param("child.os._exit(3)", "broken", id="gone"),
        pytest.param("child.os.kill(child.os.getpid(), 11)", "broken", id="crash"),
        pytest.param("open(order.paths[0], 'w')", "broken", id="writing"),
    ],
)
def test_process_when_it_fails_then_a_sentence_names_the_file_and_it_is_untouched(
    reader: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "id,name\np-1,Ana\n")
    _do_instead(reader, monkeypatch)

    assert _why(read_limited(ReadingOrder((path,)))) == f"error.import.reading.{why}"
    assert path.read_text() == "id,name\np-1,Ana\n"


def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "")

    monkeypatch.setattr(limited_reading.subprocess, "Popen", refuse)


def _no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError

    monkeypatch.setattr(limited_reading.threading.Thread, "start", refuse)


@pytest.mark.parametrize("without", [_no_process, _no_thread])
def test_process_when_the_system_has_no_room_for_it_then_a_sentence_names_the_file(
    without: Callable[[pytest.MonkeyPatch], None],
    tmp_path: Path,
    children: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = write(tmp_path, "id,name\np-1,Ana\n")
    without(monkeypatch)

    assert _why(read_limited(ReadingOrder((path,)))) == "error.import.reading.not_started"
    with pytest.raises(ImportFileError) as caught:
        look_limited(path)

    assert caught.value.messages[0].key == "error.import.reading.not_started"
    assert all(child.returncode is not None for child in children)


def test_process_when_it_says_nothing_for_too_long_then_it_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _do_instead("child.signal.pause()", monkeypatch)
    monkeypatch.setattr(limited_reading, "_PATIENCE", 0.01)
    path = write_xlsx(tmp_path / "list.xlsx")

    assert _why(read_limited(ReadingOrder((path,)))) == "error.import.reading.slow"


def test_process_when_it_sends_something_else_then_nothing_of_it_is_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = "import sys; sys.stdin.read(); print('{}')".replace("{}", '{"portion": [1]}')
    monkeypatch.setattr(limited_reading, "_PROGRAM", program)

    assert _why(read_limited(ReadingOrder((tmp_path / "list.csv",)))) == (
        "error.import.reading.broken"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds this limit")
@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b'{"resourceType":"Bundle","entry":' + b"[" * 10**6, "json", id="deep"),
        pytest.param(b",".join([b"c"] * 10**6) + b"\n", "wide", id="columns"),
        pytest.param(
            b'{"resourceType":"Bundle","entry":[' + b"[]," * 10**7 + b"[]]}",
            "reading.memory",
            id="ten million lists",
        ),
    ],
)
def test_hostile_file_when_read_then_it_is_stopped_before_it_takes_much(
    content: bytes, why: str, children: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    most: list[int] = []

    def look() -> None:
        status = Path(f"/proc/{children[0].pid}/status").read_text()
        most.extend(int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line)

    portions = read_limited(ReadingOrder((write(tmp_path, content, "list.json"),)))
    with closing(portions), pytest.raises(ImportFileError) as caught:
        _to_the_end(portions, look)

    assert caught.value.messages[0].key == f"error.import.{why}"
    assert max(most, default=0) / 1024 < MEMORY_MB + 60


def test_process_when_started_then_it_knows_nothing_of_this_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("RAPPORT_SECRET", "x")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("LD_PRELOAD", "")

    assert limited_reading._environment().keys() <= {
        "LANG", "LC_ALL", "LC_CTYPE", "SYSTEMROOT", "OPENBLAS_NUM_THREADS"
    }  # fmt: skip


def test_program_when_frozen_then_it_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert limited_reading._command() == [sys.executable, "--read-for-import"]


def test_look_when_taken_in_a_process_of_its_own_then_it_is_the_same_as_here(
    tmp_path: Path, children: list[subprocess.Popen[bytes]]
) -> None:
    path = tmp_path / "list.xlsx"
    messy_clinic().save_xlsx(path)

    assert look_limited(path) == look_at(path)
    assert [child.returncode is not None for child in children] == [True]


def test_look_when_the_list_is_of_clients_then_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError) as caught:
        look_limited(write(tmp_path, "Name,DOB\nAna,1980\n"))

    assert caught.value.messages[0].key == "error.import.client_list"


def test_look_when_the_process_gives_none_then_reading_is_called_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = _IN_PLACE.replace("child.read_here = lambda order: {reader}", "child.look_at = None")
    monkeypatch.setattr(limited_reading, "_PROGRAM", program)

    with pytest.raises(ImportFileError) as caught:
        look_limited(write(tmp_path, "Name\nAna\n"))

    assert caught.value.messages[0].key == "error.import.reading.broken"


def test_mapping_when_suggested_or_looked_for_then_this_process_never_opens_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    path = write(tmp_path, "Therapist,Specialties\nAna,Anxiety\n")
    book = MappingBook(tmp_path / "mappings")
    monkeypatch.setattr("matcher.importers.table_look.open_table", refuse)
    monkeypatch.setattr("matcher.importers.mapped_table.open_table", refuse)

    mapping = suggest_mapping(path).mapping()
    book.keep(mapping)

    assert book.find(path) == mapping
