import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.source import ROOT

from matcher import log
from matcher.bootstrap import Places
from matcher.i18n import Catalogue
from matcher.importers.reading_order import ReadingOrder, write_order
from matcher.services.intake.limited_reading import READ
from ui import __main__ as program
from ui import kiosk_command
from ui.__main__ import main
from ui.supervisor import environment


@pytest.mark.parametrize(
    ("words", "options", "rest"),
    [
        pytest.param([], {}, [], id="nothing"),
        pytest.param(["--database", "a.db"], {"--database": "a.db"}, [], id="apart"),
        pytest.param(["--database=a.db"], {"--database": "a.db"}, [], id="joined"),
        pytest.param(["--database"], {}, ["--database"], id="no_value"),
        pytest.param(["--version"], {}, ["--version"], id="of_the_commands"),
        pytest.param(["staff"], {}, ["staff"], id="staff"),
        pytest.param(
            ["staff", "--data-dir", "d"], {"--data-dir": "d"}, ["staff"], id="staff_elsewhere"
        ),
        pytest.param(["staff", "list"], {}, ["staff", "list"], id="a_command_for_staff"),
        pytest.param(["kiosk", "--sample"], {}, ["kiosk", "--sample"], id="kiosk"),
        pytest.param(
            ["--database", "a.db", "match", "x"],
            {"--database": "a.db"},
            ["match", "x"],
            id="a_command",
        ),
    ],
)
def test_words_when_read_then_options_are_told_from_commands(
    words: list[str], options: dict[str, str], rest: list[str]
) -> None:
    assert program._window_options(words) == (options, rest)


def test_command_when_run_then_qt_is_never_imported() -> None:
    code = (
        "import sys\n"
        "from ui.__main__ import main\n"
        "code = main(['--version'])\n"
        "assert code == 0, code\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_window_when_there_is_no_screen_then_a_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    for words in ([], ["staff"], ["--data-dir", "there", "staff"]):
        assert main(words) == 1
        assert capsys.readouterr().err.strip() == Catalogue().text("screen.start.no_display")


@pytest.mark.skipif(sys.platform != "linux", reason="screens of Linux")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("DISPLAY", ":65432", id="x_is_gone"),
        pytest.param("DISPLAY", "localhost:65432", id="x_elsewhere_is_gone"),
        pytest.param("QT_QPA_PLATFORM", "wayland", id="no_wayland"),
        pytest.param("QT_QPA_PLATFORM", "nonsense", id="qt_knows_no_such"),
        pytest.param("QT_QPA_PLATFORM", "nonsense:x;other", id="nor_several"),
    ],
)
@pytest.mark.parametrize("words", [[], ["staff"]], ids=["window", "staff"])
def test_window_when_its_screen_cannot_be_used_then_one_sentence_says_so(
    tmp_path: Path, words: list[str], name: str, value: str
) -> None:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environ = {key: kept for key, kept in os.environ.items() if key not in screens}

    done = subprocess.run(
        [sys.executable, "-m", "ui", *words],
        cwd=ROOT,
        env={**environ, "RAPPORT_DATA_DIR": str(tmp_path), name: value},
        capture_output=True,
        text=True,
        check=False,
    )

    said = Catalogue().text("screen.start.shut", screen=f"{name}={value}")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{said}\n")


def test_window_when_qt_lacks_a_part_of_the_system_then_a_sentence_names_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ui.app", None)

    assert main([]) == 1
    assert "ui.app" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["--database", "--data-dir", "--log-level"])
def test_kiosk_when_asked_for_help_then_it_tells_of_the_options_of_the_program(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["kiosk", "--help"])

    assert ended.value.code == 0
    assert name in capsys.readouterr().out
    with pytest.raises(SystemExit) as ended:
        main(["kiosk", name])
    assert ended.value.code == 2
    assert name in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["kiosk", "--log-level", "loud"], ["--log-level=loud", "demo"]], ids=" ".join
)
def test_command_of_the_window_when_the_level_is_unknown_then_that_is_what_is_said(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2

    said = capsys.readouterr().err
    assert "'loud' is not one of" in said
    assert "No such command" not in said


def test_demo_when_options_stand_before_it_then_it_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[list[str]] = []
    monkeypatch.setattr(program, "_run_demo", lambda words: done.append(words) or 0)

    assert main(["--data-dir", "d", "demo", "--out", "there"]) == 0
    assert done == [["--out", "there"]]


def test_program_when_told_to_read_and_nothing_is_ordered_then_it_ends_without_a_word() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui", READ], cwd=ROOT, input=b"", capture_output=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


def test_program_when_told_to_read_then_it_is_the_process_that_reads(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,name\np-1,Ana\n")
    program = "import sys; from ui.__main__ import main; sys.exit(main())"

    done = subprocess.run(
        [sys.executable, "-c", program, READ],
        input=write_order(ReadingOrder((path,))),
        capture_output=True,
        check=True,
    )

    assert b'"p-1"' in done.stdout
    assert done.stdout.endswith(b'{"end": true}\n')


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["kiosk"], ("d", False, "")),
        (["--data-dir", "d", "kiosk", "--sample"], ("d", True, "")),
        (["--log-level", "error", "kiosk"], ("d", False, "error")),
    ],
)
def test_kiosk_when_started_then_it_begins_in_a_clean_environment(
    monkeypatch: pytest.MonkeyPatch, words: list[str], told: tuple[object, ...]
) -> None:
    def run(places: Places, *, is_sample: bool, log_level: str) -> int:
        done.append((places.data_dir.name, is_sample, log_level))
        return 0

    done: list[object] = []
    monkeypatch.setattr(log, "to_file", lambda *_: None)  # what it sets would stay
    monkeypatch.setattr(environment, "start_clean", lambda: done.append("clean"))
    monkeypatch.setattr(kiosk_command, "run_checked_kiosk", run)
    monkeypatch.setenv("RAPPORT_DATA_DIR", "d")

    assert main(words) == 0
    assert done == ["clean", told]
