"""How work ends: done, stopped by the person, or with a sentence; and streams nobody reads."""

import errno
import os
import subprocess
import sys

import pytest
from support.commands import Rapport
from support.source import ROOT

from matcher.cli import doctor, ending
from matcher.cli.invocation import Invocation
from matcher.errors import MatcherError, Message


def _raising(error: BaseException) -> object:
    def run(*_: object) -> int:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        pytest.param(
            MatcherError(Message("error.import.empty", file="a.csv"), Message("cli.stopped")),
            1,
            "“a.csv” is empty. There is nothing to take over.\nStopped.",
            id="work that cannot be done",
        ),
        pytest.param(KeyboardInterrupt(), 130, "Stopped. The directory is as it was.", id="Ctrl-C"),
        pytest.param(OSError(errno.ENOSPC, "secret"), 1, "there is no room", id="full disk"),
        pytest.param(
            FileNotFoundError(errno.ENOENT, "secret"),
            1,
            "itself went wrong (FileNotFoundError[ENOENT])",
            id="file that is not there",
        ),
        pytest.param(
            ZeroDivisionError("secret"), 1, "itself went wrong (ZeroDivisionError)", id="mistake"
        ),
    ],
)
def test_program_when_the_work_fails_then_it_says_why_on_standard_error(
    rapport: Rapport,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    said: str,
) -> None:
    monkeypatch.setattr(doctor, "_doctor", _raising(error))
    monkeypatch.setattr(ending, "drop_output", lambda: None)  # pytest reads it

    done = rapport("doctor", "--json")

    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "Traceback" not in done.err
    assert "secret" not in done.err


def test_program_when_it_goes_wrong_then_the_log_tells_where_but_not_what(
    rapport: Rapport, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(doctor, "_doctor", _raising(ValueError("secret answer")))

    rapport("--log-level", "debug", "doctor")

    assert "test_ending:" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize(
    ("how", "code", "said"), [("No such thing.", 1, "No such thing.\n"), (None, 0, ""), (2, 2, "")]
)
def test_work_when_it_ends_of_itself_then_only_a_text_is_a_sentence(
    how: str | int | None, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def run() -> int:
        sys.exit(how)

    assert ending.end_in_words(run, Invocation()) == code
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(("word", "code"), [("--version", 0), ("--verify", 1), ("--help", 0)])
@pytest.mark.parametrize("stream", ["1", "2"])
@pytest.mark.skipif(os.name != "posix", reason="ANOTHER SYSTEM CLOSES NO STREAM")
def test_program_when_a_stream_is_closed_then_that_is_no_fault(
    word: str, code: int, stream: str
) -> None:
    command = f'exec "$0" -m ui "$1" {stream}>&-'

    done = subprocess.run(
        ["sh", "-c", command, sys.executable, word],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == code
    assert [word for word in ("Traceback", "Exception", "went wrong") if word in done.stderr] == []


def test_verify_when_nobody_reads_what_it_says_then_it_ends_without_a_word_of_python() -> None:
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [sys.executable, "-m", "ui", "--verify", "--help"],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)

    assert done.stderr == ""
