"""Canaries through errors of every kind: the log says where, and none of them is in it."""

import base64
import json
import logging
import sqlite3
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QObject, Signal, qWarning
from support.source import ROOT
from support.staff import NAME, PASSPHRASE, make_staff
from support.window import settle

from matcher import log
from matcher.errors import AnswersError, MatcherError, Message
from matcher.questionnaire.answers_file import parse_answers
from matcher.questionnaire.loader import load_questionnaire
from matcher.store import Database
from ui.fault import Faults
from ui.qt_messages import leave_qt_messages, note_qt_messages
from ui.tasks import LatestJob

_NAME, _POSTCODE, _PIN, _ANSWER = "Quokka Nandu", "97201-4431", "840173", "grief-for-a-wombat"
_SAID = f"{_NAME} {_POSTCODE} {_PIN} {_ANSWER}"
_CANARIES = (*_NAME.split(), _POSTCODE, _PIN, _ANSWER, "wombat")


class _Presser(QObject):
    pressed = Signal()


class _UnspeakableError(Exception):
    def __str__(self) -> str:
        raise ValueError(_SAID)

    __repr__ = __str__


def _raise(error: BaseException) -> Callable[[], None]:
    def stumble() -> None:
        answer = _SAID  # in the frame, where a careless log would look
        assert answer
        raise error

    return stumble


def _break_database(folder: Path) -> Callable[[], None]:
    def stumble() -> None:
        engine = sa.create_engine(f"sqlite:///{folder / 'a.db'}")
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE person (name TEXT PRIMARY KEY)")
            for _ in range(2):
                connection.execute(sa.text("INSERT INTO person VALUES (:name)"), {"name": _SAID})

    return stumble


def _open_missing(folder: Path) -> Callable[[], None]:
    return lambda: (folder / _NAME / f"{_ANSWER}.json").read_text() and None


def _open_broken_directory(folder: Path) -> Callable[[], None]:
    def stumble() -> None:
        path = folder / f"{_NAME}.sqlite"
        path.write_text(_SAID * 50)
        Database(str(path))

    return stumble


def _read_wrong_answers(_folder: Path) -> Callable[[], None]:
    document = {"format": "rapport-answers/1", "answers": {"place": {"value": _SAID}}}
    return lambda: parse_answers(json.dumps(document).encode(), load_questionnaire()) and None


def _refuse_pin(folder: Path) -> Callable[[], None]:
    def stumble() -> None:
        staff = make_staff(folder)
        staff.set_up("482913", NAME, PASSPHRASE)
        staff.open_with_pin(_PIN)

    return stumble


def _in_a_row(_folder: Path) -> Callable[[], None]:
    def stumble() -> None:
        try:
            raise KeyError(_SAID)
        except KeyError as error:
            error.add_note(_SAID)
            raise OSError(2, _SAID, f"/home/{_NAME}") from error

    return stumble


def _plain(make: Callable[[], BaseException]) -> Callable[[Path], Callable[[], None]]:
    return lambda _folder: _raise(make())


def _postgres_error() -> Exception:
    detail = f'duplicate key\nDETAIL:  Key (name)=({_SAID}) already exists.\nSTATEMENT: "{_SAID}"'
    return sa.exc.IntegrityError("INSERT INTO t", {"name": _SAID}, Exception(detail))


_WAYS = {
    "value": _plain(lambda: ValueError(_SAID)),
    "key": _plain(lambda: KeyError(_PIN)),
    "unspeakable": _plain(_UnspeakableError),
    "group": _plain(lambda: ExceptionGroup(_SAID, [ValueError(_SAID)])),
    "ours": _plain(lambda: MatcherError(Message("error.import.empty", file=_SAID))),
    "no_key": _plain(lambda: AnswersError(Message(_SAID, value=_SAID))),
    "letters": _plain(lambda: UnicodeDecodeError("utf-8", _SAID.encode(), 0, 1, _SAID)),
    "postgres": _plain(_postgres_error),
    "statement": _plain(lambda: sqlite3.OperationalError(f'near "{_SAID}": syntax error')),
    "process": _plain(lambda: subprocess.CalledProcessError(1, ["lp", _SAID], _SAID, _SAID)),
    "class": _plain(lambda: type(_SAID, (Exception,), {})("x")),
    "causes": _in_a_row,
    "database": _break_database,
    "no_database": _open_broken_directory,
    "file": _open_missing,
    "answers": _read_wrong_answers,
    "pin": _refuse_pin,
}


@pytest.fixture
def file(tmp_path: Path, qapp: object, caplog: pytest.LogCaptureFixture) -> Iterator[Path]:
    """Give the log of a folder that is named after somebody; debugging is on."""
    logging.getLogger("sqlalchemy").setLevel(logging.INFO)  # the statements, with what goes in
    yield log.to_file(tmp_path / _NAME, "debug")
    caplog.get_records("call").clear()


def _assert_quiet(file: Path, capture: pytest.CaptureFixture[str], *, is_noted: bool) -> None:
    printed = capture.readouterr()
    noted = file.read_text() if file.exists() else ""
    for canary in _CANARIES:
        for text in (noted, printed.err, printed.out):
            assert canary.casefold() not in text.casefold()
            assert base64.b64encode(canary.encode()).decode().rstrip("=") not in text
            assert canary.encode().hex() not in text
    if is_noted:
        assert " ERROR " in noted, noted


@pytest.mark.parametrize("way", _WAYS)
def test_log_when_a_slot_fails_then_it_holds_no_canary(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], way: str
) -> None:
    faults, presser = Faults(), _Presser()
    presser.pressed.connect(_WAYS[way](tmp_path))
    faults.listen()
    try:
        presser.pressed.emit()
    finally:
        faults.stop()

    _assert_quiet(file, capsys, is_noted=True)
    assert "a fault: " in file.read_text()


@pytest.mark.parametrize("way", _WAYS)
def test_log_when_a_job_fails_then_it_holds_no_canary(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], way: str
) -> None:
    job = LatestJob()
    told: list[MatcherError] = []
    job.failed.connect(told.append)

    job.start(_WAYS[way](tmp_path))
    settle()

    assert len(told) == 1
    is_ours = told[0].messages != (Message("error.unexpected"),)
    _assert_quiet(file, capsys, is_noted=not is_ours)


@pytest.mark.parametrize("way", _WAYS)
def test_log_when_a_thread_a_library_and_python_tell_of_it_then_it_holds_no_canary(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], way: str
) -> None:
    stumble = _WAYS[way](tmp_path)
    (tmp_path / "again").mkdir()
    thread = threading.Thread(target=stumble, name=_SAID)
    thread.start()
    thread.join()
    try:
        _WAYS[way](tmp_path / "again")()
    except Exception as error:
        logging.getLogger("sqlalchemy.pool").exception("Exception in %s", _SAID)
        logging.getLogger(_SAID).error("%s", _SAID, exc_info=error)
        logging.getLogger("matcher.any").error("careless: %s", error, exc_info=error)
        sys.excepthook(type(error), error, error.__traceback__)

    assert "careless" in file.read_text()
    assert file.read_text().count("a fault: ") == 2
    _assert_quiet(file, capsys, is_noted=True)


def test_log_when_python_and_qt_warn_then_it_holds_no_canary(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note_qt_messages()
    try:
        qWarning(f"QPixmap::scaled: cannot load {_SAID}")
        qWarning(_SAID)
    finally:
        leave_qt_messages()
    warnings.showwarning(UserWarning(_SAID), UserWarning, f"/home/{_NAME}/x.py", 3)

    noted = file.read_text()
    assert noted.count("WARNING") == 3
    assert "QPixmap::scaled" in noted
    _assert_quiet(file, capsys, is_noted=False)


def test_canaries_when_logged_as_others_do_then_they_would_be_found(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What this file looks for is found where nobody takes care: Python's own formatter."""
    file = tmp_path / "careless.log"
    handler = logging.FileHandler(file)
    logging.getLogger().addHandler(handler)
    try:
        _WAYS["database"](tmp_path)()
    except sa.exc.IntegrityError as error:
        logging.getLogger("matcher.any").exception("careless: %s", error)
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()

    assert all(canary in file.read_text() for canary in _CANARIES)


_WINDOW = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui import app
from ui.__main__ import main

def stumble():
    raise ValueError({_SAID!r})

def look():
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    said = [one.stage.top.objectName() for one in shown if hasattr(one, "stage")]
    sys.stdout.write(" ".join(said))
    QApplication.exit(7)

make = app.make_application
def prepared():
    made = make()
    QTimer.singleShot(600, stumble)
    QTimer.singleShot(1500, look)
    return made
app.make_application = prepared
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("words", [(), ("staff",)], ids=["window", "staff"])
def test_window_when_a_slot_fails_then_it_lives_and_its_log_holds_no_canary(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = tmp_path / _NAME

    done = subprocess.run(
        [sys.executable, "-c", _WINDOW, *words, "--data-dir", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    noted = (folder / "log" / "rapport.log").read_text()
    assert (done.returncode, done.stdout) == (7, "fault_layer"), done.stderr
    assert noted.count("a fault: ValueError at __main__:") == 1
    assert "a fault: ValueError" in done.stderr
    for canary in _CANARIES:
        assert canary not in noted + done.stderr


def test_window_when_it_cannot_start_then_a_sentence_says_so_without_a_canary(
    tmp_path: Path,
) -> None:
    program = _WINDOW.replace("return made", "stumble()")

    done = subprocess.run(
        [sys.executable, "-c", program, "--data-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 1
    assert "Rapport could not start." in done.stderr
    assert "(ValueError)" in done.stderr
    assert "Traceback" not in done.stderr
    assert not [canary for canary in _CANARIES if canary in done.stderr]
