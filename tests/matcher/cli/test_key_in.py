"""``rapport questionnaire --key-in``: all of a form, or nothing."""

import io
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from support.commands import Rapport, call
from support.source import ROOT

from matcher.forms.numbering import form_items
from matcher.questionnaire.answers_file import read_answers
from matcher.questionnaire.loader import load_questionnaire

_COUNT = len(form_items(load_questionnaire()))
_LINES = ("1 !", "5", "1 2", "2 1 M", "97201, 10", "4 9?", "80", "1", "-", "2", "?", "", "1", "1*")
_WHOLE = [*_LINES, *[""] * (_COUNT - len(_LINES)), "1", ""]


def _typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_form_when_typed_in_then_the_answers_file_can_be_read(
    rapport: Rapport, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _typed(monkeypatch, *_WHOLE)
    out = tmp_path / "a.json"
    done = rapport("questionnaire", "--key-in", out)

    assert (done.code, done.err) == (0, "")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    answers = read_answers(out)
    assert answers.value("formats") == ("video", "in_person")
    assert answers.state("access") == "no_preference"
    assert answers.responses["issues"].starred == "worry"
    assert answers.weights.double == ("style",)
    assert "Understood: In person" not in done.out
    assert "Understood: Video call; In person (Matters a lot)" in done.out


def test_form_when_piped_into_a_process_then_it_is_the_same(tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    done = call(
        "questionnaire", "--key-in", out, "--language", "es", "--region", "de",
        input_="".join(f"{line}\n" for line in ["1", "", "2", *[""] * (_COUNT - 2), ""]),
    )  # fmt: skip

    assert (done.code, done.err) == (0, "")
    answers = read_answers(out)
    assert (answers.language, answers.region) == ("es", "de")
    assert answers.value("languages") == ("es",)


def test_form_when_piped_in_another_encoding_then_it_is_still_taken(tmp_path: Path) -> None:
    """What stands for a letter nobody can read is refused like any other wrong sign."""
    done = subprocess.run(
        [sys.executable, "-m", "matcher", "questionnaire", "--key-in", tmp_path / "a.json"],
        cwd=ROOT,
        input=b"\xf1\n1\n" + b"\n" * _COUNT + b"\n",
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert read_answers(tmp_path / "a.json").value("participants") == "me"


def test_file_when_somebody_elses_answers_are_there_then_nothing_is_asked(
    rapport: Rapport, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "k.json"
    _typed(monkeypatch, *_WHOLE)
    rapport("questionnaire", "--key-in", out)
    first = out.read_bytes()
    _typed(monkeypatch, "2", *_WHOLE[1:])

    done = rapport("questionnaire", "--key-in", out)

    assert (done.code, done.out) == (1, "")
    assert "Choose another name" in done.err
    assert out.read_bytes() == first


def test_lines_when_they_end_early_then_nothing_is_written(
    rapport: Rapport, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _typed(monkeypatch, *_WHOLE[:-1])
    done = rapport("questionnaire", "--key-in", tmp_path / "a.json")

    assert done.code == 1
    assert "Nothing was written." in done.err
    assert [*tmp_path.iterdir()] == []


def test_keyboard_when_it_stops_the_work_then_that_is_said(
    rapport: Rapport, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Stopping(io.StringIO):
        def readline(self, *_size: object) -> str:  # type: ignore[override]
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Stopping())
    done = rapport("questionnaire", "--key-in", tmp_path / "a.json")

    assert (done.code, done.err) == (130, "Stopped. Nothing was written.\n")
    assert [*tmp_path.iterdir()] == []


def test_file_when_it_cannot_be_written_then_another_name_saves_the_answers(
    rapport: Rapport, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out, folder = tmp_path / "a.json", tmp_path / "stick"
    folder.mkdir()

    class Typing(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:
            if folder.exists():
                folder.rmdir()
            return super().readline(-1 if size is None else size)

    monkeypatch.setattr(sys, "stdin", Typing("\n".join([*_WHOLE, str(out), ""])))
    done = rapport("questionnaire", "--key-in", folder / "a.json")

    assert done.code == 0
    assert "There is no folder" in done.err
    assert read_answers(out).value("participants") == "me"


def test_file_when_its_folder_is_missing_then_nothing_is_asked(
    rapport: Rapport, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _typed(monkeypatch, *_WHOLE)
    done = rapport("questionnaire", "--key-in", tmp_path / "missing" / "a.json")

    assert (done.code, done.out) == (1, "")
    assert "There is no folder" in done.err


def test_errors_when_a_line_is_refused_then_they_hold_nothing_but_the_number(
    rapport: Rapport, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _typed(monkeypatch, "1", "", "", "", "12345 secret street", *[""] * (_COUNT - 4), "", "")
    done = rapport("questionnaire", "--key-in", tmp_path / "a.json")

    assert "Question 5: this is not a place" in done.out
    assert "secret" not in done.out + done.err
