import io
import sys

import pytest

from matcher.cli import secret_line
from matcher.cli.secret_line import ask, ask_new
from matcher.errors import StaffError
from matcher.i18n import Catalogue


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def words() -> Catalogue:
    return Catalogue()


def _pipe(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def _type(monkeypatch: pytest.MonkeyPatch, *lines: str) -> list[str]:
    asked: list[str] = []
    answers = iter(lines)

    def getpass(prompt: str) -> str:
        asked.append(prompt)
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr(secret_line, "getpass", getpass)
    return asked


@pytest.mark.parametrize("text", ["violet\n", "violet\nviolet\n", "violet", "violet\r\nviolet\r\n"])
def test_secret_when_piped_then_one_line_will_do(
    text: str, words: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    _pipe(monkeypatch, text)

    assert ask_new("passphrase", words) == "violet"


def test_secret_when_typed_then_it_is_asked_for_twice_and_never_shown(
    words: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = _type(monkeypatch, "482913", "482913")

    assert ask_new("pin", words) == "482913"
    assert asked == [words.text("cli.staff.ask.pin"), words.text("cli.staff.ask.pin_again")]
    assert capsys.readouterr().out == ""


def test_secret_when_the_two_differ_then_it_is_refused(
    words: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    _type(monkeypatch, "482913", "482914")
    with pytest.raises(StaffError) as caught:
        ask_new("pin", words)
    assert caught.value.messages[0].key == "staff.error.differ"

    _pipe(monkeypatch, "a\nb\n")
    with pytest.raises(StaffError):
        ask_new("passphrase", words)


def test_secret_when_there_is_nothing_to_read_then_it_says_so(
    words: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    for prepare in (_pipe, _type):
        prepare(monkeypatch, "")
        with pytest.raises(StaffError) as caught:
            ask("code", words)
        assert caught.value.messages[0].key == "cli.staff.nothing"
    _type(monkeypatch)
    with pytest.raises(StaffError):
        ask("code", words)
