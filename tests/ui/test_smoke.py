import subprocess
import sys
from types import SimpleNamespace

import pytest

from matcher.i18n import Catalogue
from ui import smoke
from ui.smoke import run_smoke, unexpected_lines

_WARNING = "QFont::setPointSize: Point size <= 0 (-1)"


@pytest.mark.long  # each check of a commit runs it too: frozen
@pytest.mark.timeout(300)
def test_smoke_when_run_then_the_whole_job_can_be_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_smoke() == 0

    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith("Rapport")


@pytest.mark.parametrize(
    ("said", "code", "seen"),
    [
        pytest.param("", 0, None, id="nothing"),
        pytest.param("This plugin does not support raise()\n\n", 0, None, id="expected"),
        pytest.param(_WARNING, 0, _WARNING, id="a line of Qt"),
        pytest.param("", 1, "1", id="an exit code"),
        pytest.param("", -11, "-11", id="a signal"),
    ],
)
def test_smoke_when_something_is_said_or_it_ends_badly_then_it_fails_and_shows_it(
    said: str,
    code: int,
    seen: str | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    done = SimpleNamespace(stdout=said.encode(), returncode=code)
    monkeypatch.setattr(smoke.subprocess, "run", lambda *_, **__: done)

    assert run_smoke() == (seen is not None)

    assert (seen or "") in capsys.readouterr().err


def test_smoke_when_it_never_ends_then_it_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired([], 300)

    monkeypatch.setattr(smoke.subprocess, "run", run)

    assert run_smoke() == 1

    assert capsys.readouterr().err.strip() == Catalogue().text("smoke.too_slow", seconds=300)


def test_process_apart_when_a_module_warns_or_prints_at_the_end_then_each_line_is_unexpected() -> (
    None
):
    program = (
        "import atexit, warnings; from ui import smoke\n"
        "smoke._do_everything = lambda folder: warnings.warn('old', DeprecationWarning)\n"
        "atexit.register(print, 'late')\n"
        "raise SystemExit(smoke.smoke_apart())"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
    )

    lines = unexpected_lines(done.stdout)
    assert any("DeprecationWarning: old" in line for line in lines)
    assert "late" in lines
