"""What is printed is UTF-8, aligned, and steers no terminal."""

import io
import sys
from pathlib import Path

import pytest

from matcher.cli.output import complain, prepare_streams, print_json, progress, say, table
from matcher.i18n import Catalogue


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_streams_when_prepared_then_every_letter_can_be_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="\r\n")
    monkeypatch.setattr(sys, "stdout", stream)

    prepare_streams()
    say("Núñez 木 \udc80")

    assert raw.getvalue().decode() == "Núñez 木 \n"


def test_text_when_it_would_steer_a_terminal_then_that_is_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say("a\x1b[2Jb\u202ec\r\nd\u200ce")
    complain("x\x07y")

    assert capsys.readouterr() == ("a[2Jbc\nd\u200ce\n", "xy\n")


def test_json_when_printed_then_letters_and_order_stay(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"b": "ñ", "a": [1, None]})

    assert capsys.readouterr().out == '{\n  "b": "ñ",\n  "a": [\n    1,\n    null\n  ]\n}\n'


def test_table_when_letters_are_wide_or_combining_then_columns_stand_in_line() -> None:
    assert table([["木木", "x"], ["e\u0301", "y"], ["abcd", ""]]) == (
        "木木  x\ne\u0301     y\nabcd"
    )


def test_progress_when_not_on_a_terminal_then_nothing_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress([Path("a.csv")], Catalogue()) as show:
        show("a.csv", 250)

    assert capsys.readouterr() == ("", "")


def test_progress_when_on_a_terminal_then_file_and_rows_are_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with progress([Path("a.csv"), Path("b.csv")], Catalogue()) as show:
        show("a.csv", 250)
        show("b.csv", 7)

    shown = terminal.getvalue()
    assert "a.csv, row 250" in shown
    assert "50%" in shown
    assert "b.csv, row 7" in shown
    assert "100%" in shown
    assert capsys.readouterr().out == ""
