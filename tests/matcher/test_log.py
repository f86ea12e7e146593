import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher import log
from matcher.errors import Message, StoreError
from matcher.trace import kind_of, trace_of

SECRET = "Quokka Vidal 97201 123456"


@pytest.fixture
def folder(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Path]:
    log.to_file(tmp_path)
    yield tmp_path / "log"
    caplog.get_records("call").clear()  # read here as they stand in the file


def _read(folder: Path) -> str:
    return "".join(path.read_text() for path in folder.glob("rapport.log*"))


def _ours() -> logging.Logger:
    return logging.getLogger("matcher.somewhere")


def test_log_when_nothing_is_wrong_then_no_file_is_made(folder: Path) -> None:
    _ours().info("all is well")

    assert not folder.exists()


def test_log_when_something_is_wrong_then_a_line_says_when_where_and_what(folder: Path) -> None:
    _ours().warning("%d of %d children ended", 2, 3)

    line = _read(folder)
    moment, _, rest = line.partition(" ")
    assert rest == "WARNING matcher.somewhere: 2 of 3 children ended\n"
    assert moment[4] == moment[7] == "-"
    assert moment[10] == "T"


@pytest.mark.parametrize(
    "args",
    [
        pytest.param((SECRET,), id="text"),
        pytest.param((Path(SECRET),), id="path"),
        pytest.param((ValueError(SECRET),), id="error"),
        pytest.param(({"name": SECRET},), id="mapping"),
        pytest.param(([SECRET],), id="list"),
        pytest.param((SECRET.encode(),), id="bytes"),
        pytest.param((Message("error.x", name=SECRET),), id="message"),
        pytest.param((SECRET, SECRET), id="too_many"),
    ],
)
def test_log_when_told_a_value_then_it_is_not_kept(
    folder: Path, capsys: pytest.CaptureFixture[str], args: tuple[object, ...]
) -> None:
    _ours().error("what was met: %s", *args)

    printed = capsys.readouterr().err
    assert "what was met" in _read(folder)
    assert "what was met" in printed
    assert "Quokka" not in _read(folder) + printed


def test_log_when_told_what_may_be_said_then_it_is_kept(folder: Path) -> None:
    _ours().error("%s and %s", kind_of(StoreError(Message("error.a.b", name=SECRET))), 7)

    assert "StoreError[error.a.b] and 7" in _read(folder)


def test_log_when_told_by_name_then_values_are_not_kept_either(folder: Path) -> None:
    _ours().error("%(name)s %(number)d", {"name": SECRET, "number": 7})

    assert "<...> 7" in _read(folder)
    assert "Quokka" not in _read(folder)


@pytest.mark.parametrize(
    "name", ["sqlalchemy.pool", "alembic", "py.warnings", "root", "matchers", "PIL.Image"]
)
def test_log_when_a_library_speaks_then_only_that_it_spoke_is_kept(folder: Path, name: str) -> None:
    logging.getLogger(name).error("it said %s", SECRET)

    assert _read(folder).endswith(f"ERROR {name}\n")


def test_log_when_a_library_tells_an_exception_then_its_class_and_place_are_kept(
    folder: Path,
) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("sqlalchemy.pool").exception(SECRET, stack_info=True)

    assert "ERROR sqlalchemy.pool: ValueError at " in _read(folder)
    assert "test_log:" in _read(folder)
    assert "Quokka" not in _read(folder)


def test_log_when_the_message_is_no_text_then_it_is_not_kept(folder: Path) -> None:
    _ours().error(ValueError(SECRET))

    assert "Quokka" not in _read(folder)


def test_log_when_a_text_holds_lines_then_it_stays_one_line(folder: Path) -> None:
    _ours().error("one\ntwo\x1b[31m")

    assert _read(folder).count("\n") == 1


def test_exception_when_nobody_catches_it_then_it_is_noted_without_its_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    error = _raised()

    sys.excepthook(type(error), error, error.__traceback__)

    said = _read(folder) + capsys.readouterr().err
    assert said.count("a fault: ValueError at ") == 2
    assert "Quokka" not in said


def test_exception_when_in_a_thread_then_it_is_noted_without_its_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def stumble() -> None:
        raise ValueError(SECRET)

    thread = threading.Thread(target=stumble, name=SECRET)
    thread.start()
    thread.join()

    assert "a fault: ValueError at " in _read(folder)
    assert "Quokka" not in _read(folder) + capsys.readouterr().err


class _Stumbling:
    def __del__(self) -> None:
        raise ValueError(SECRET)


def test_exception_when_nobody_can_catch_it_then_it_is_noted_without_its_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _Stumbling()

    assert "a fault: ValueError at " in _read(folder)
    assert "Quokka" not in _read(folder) + capsys.readouterr().err


def test_warning_when_python_gives_it_then_its_class_is_noted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warnings.showwarning(UserWarning(SECRET), UserWarning, f"/home/{SECRET}.py", 7)

    assert "a warning of Python: UserWarning, line 7" in _read(folder)
    assert "Quokka" not in _read(folder) + capsys.readouterr().err


def test_stop_from_the_keyboard_when_met_then_it_is_no_fault(folder: Path) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert not folder.exists()


def test_log_when_stopped_then_python_has_its_hooks_back(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning)

    log.to_file(tmp_path)
    log.to_file(tmp_path)
    log.stop()

    assert hooks == (
        sys.excepthook,
        threading.excepthook,
        sys.unraisablehook,
        warnings.showwarning,
    )


@pytest.mark.parametrize("kind", ["file_in_the_way", "link", "full", "closed_stderr"])
def test_log_when_it_cannot_be_kept_then_the_program_goes_on(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
) -> None:
    if kind == "file_in_the_way":
        (tmp_path / "log").write_text("")
    elif kind in {"link", "full"}:
        (tmp_path / "log").mkdir()
        target = "/dev/full" if kind == "full" else str(tmp_path / "elsewhere")
        (tmp_path / "log" / "rapport.log").symlink_to(target)
        if kind == "full":
            monkeypatch.setattr("matcher.log_file._FLAGS", 1)
    else:
        monkeypatch.setattr(sys, "stderr", None)
    log.to_file(tmp_path)

    _ours().error("it goes on")

    assert "Traceback" not in capsys.readouterr().err
    assert not (tmp_path / "elsewhere").exists()


def test_level_when_asked_for_then_ours_speak_and_libraries_do_not(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    log.to_file(tmp_path, "debug")

    _ours().debug("in detail")
    logging.getLogger("sqlalchemy.engine").debug(SECRET)

    assert _read(tmp_path / "log").count("\n") == 1


def test_commands_when_they_speak_then_it_is_on_standard_error_without_the_time(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    log.to_stderr("info")
    log.to_stderr()

    _ours().info("it went %s", SECRET)

    assert capsys.readouterr().err == "INFO matcher.somewhere: it went <...>\n"


def test_silence_when_kept_then_nothing_is_said_anywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    log.to_file(tmp_path)
    log.keep_silent()
    error = _raised()

    _ours().error("a line")
    sys.excepthook(type(error), error, error.__traceback__)

    assert capsys.readouterr().err == ""
    assert [*tmp_path.iterdir()] == []


def test_trace_when_logged_by_another_formatter_then_it_says_nothing_more(
    caplog: pytest.LogCaptureFixture,
) -> None:
    _ours().error("%s", trace_of(_raised()))

    assert "Quokka" not in caplog.text


def _raised() -> ValueError:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error
