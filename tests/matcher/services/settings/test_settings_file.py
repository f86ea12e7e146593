"""The file of settings: what a hand wrote there stays, and nothing is half written."""

import os
import resource
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.importing import say

from matcher.errors import Message, OutputError, SettingsError
from matcher.services.settings.options import OPTIONS, Option, OptionKind, Value
from matcher.services.settings.settings_file import SettingsFile

_BY_HAND = """\
# The clinic in Aue.
[kiosk]  # in the hall
printer = "Hall"   # beside the door
languages = ["es", "en"]

[facts]
count_for_days = 90
"""


def _file(folder: Path, text: str = "") -> SettingsFile:
    path = folder / "settings.toml"
    if text:
        path.write_text(text, encoding="utf-8")
    return SettingsFile(path)


def _of(option: Option) -> st.SearchStrategy[Value]:
    if option.kind.is_number:
        return st.integers(option.least, option.most)
    if option.kind in {OptionKind.PRINTER, OptionKind.NAME}:
        letters = st.text(st.characters(categories=("L", "N", "Zs", "P", "S")), max_size=40)
        return letters.filter(lambda name: option.read(name) is not None)
    if option.kind is OptionKind.LANGUAGES:
        return st.permutations(option.choices).map(tuple)
    if option.kind is OptionKind.STATES:
        return st.permutations(["US-OR", "US-ID", "AT-9"]).map(tuple)
    return st.sampled_from(option.choices)


_CHANGES = st.fixed_dictionaries({}, optional={key: _of(each) for key, each in OPTIONS.items()})


def test_values_when_there_is_no_file_then_all_is_as_usual_and_none_is_made(tmp_path: Path) -> None:
    file = _file(tmp_path / "none")

    assert asdict(file.values()) == {key: option.usual for key, option in OPTIONS.items()}
    assert (file.mark, file.read().mark) == ("", "")
    assert not (tmp_path / "none").exists()


def test_change_when_one_option_is_set_then_everything_else_stays_as_it_was_written(
    tmp_path: Path,
) -> None:
    file = _file(tmp_path, _BY_HAND)

    file.change_all({"printer": "Desk"})
    file.change_all({"sign_out_after_minutes": 5})

    text = file.path.read_text(encoding="utf-8")
    assert text.startswith(_BY_HAND.replace('"Hall"', '"Desk"').rstrip())
    assert (file.values().printer, file.values().sign_out_after_minutes) == ("Desk", 5)
    assert (file.values().languages, file.values().count_for_days) == (("es", "en"), 90)


def test_change_when_there_is_no_folder_yet_then_it_is_made_for_the_user_alone(
    tmp_path: Path,
) -> None:
    file = _file(tmp_path / "deep" / "data")
    file.change_all({"region": "at"})

    assert file.values().region == "at"
    assert file.path.stat().st_mode & 0o077 == 0
    assert file.path.parent.stat().st_mode & 0o077 == 0


@given(changes=_CHANGES, text=st.sampled_from(["", _BY_HAND, "kiosk = {text_size = 125}\n"]))
def test_change_when_anything_allowed_is_set_then_it_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, changes: dict[str, Value], text: str
) -> None:
    file = _file(tmp_path_factory.mktemp("settings"), text)
    before = asdict(file.values())

    reading = file.change_all(changes, file.mark)

    assert reading == file.read()
    assert asdict(reading.values) == before | changes


@pytest.mark.parametrize(
    ("text", "key", "named"),
    [
        ("[kiosk]\nregion = 'us'\n[kiosk\n", "broken", "line 3"),
        ("[kiosk]\nregion = 'moon'\n", "region", "“region”"),
        ("[kiosk]\nlanguages = ['xx']\n", "languages", "en and es"),
        ("[kiosk]\ntext_size = 110\n", "text_size", "100"),
        ("[kiosk]\nwarn_after_seconds = 59\n", "seconds", "from 60 to 600"),
        ("[kiosk]\nclear_after_seconds = 301\n", "seconds", "from 20 to 300"),
        ("[kiosk]\nprinter = 4\n", "printer", "“printer”"),
        ("[kiosk]\ncount_for_days = 4\n", "unknown", "facts.count_for_days"),
        ("[kiosk]\nprinters = 'x'\n", "unknown", "“printers”"),
        ("kiosk = 3\n", "no_table", "[kiosk]"),
        ("[[kiosk]]\n", "no_table", "[kiosk]"),
        ("[staff]\nsign_out_after_minutes = 1\n", "minutes", "from 2 to 240"),
        ("[facts]\ncount_for_days = 0\n", "days", "from 1 to 3,650"),
        ("\x00", "broken", "line 1"),
        ("[kiosk]\n[facts\n", "broken", "line 2"),
        ("[kiosk]\nprinter = 'x", "broken", "line 2"),
    ],
)
def test_file_when_it_is_wrong_then_a_sentence_says_what_and_it_is_never_written_over(
    tmp_path: Path, text: str, key: str, named: str
) -> None:
    file = _file(tmp_path, text)

    with pytest.raises(SettingsError) as caught:
        file.values()
    with pytest.raises(SettingsError) as again:
        file.change_all({"printer": "Desk"})

    assert caught.value.messages == again.value.messages
    assert caught.value.messages[0].key == f"error.settings.{key}"
    assert named in say(caught.value.messages[0])["en"]
    assert str(file.path) in say(caught.value.messages[0])["en"]
    assert file.path.read_text(encoding="utf-8") == text


def test_file_when_it_is_a_folder_or_no_text_then_it_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    other = tmp_path / "other.toml"
    other.write_bytes(b"\xff\xfe")

    for path in (tmp_path / "settings.toml", other):
        with pytest.raises(SettingsError) as caught:
            SettingsFile(path).values()
        assert caught.value.messages[0].key == "error.settings.unreadable"
    assert SettingsFile(tmp_path / "settings.toml").mark == ""


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _huge(path: Path) -> None:
    path.write_bytes(b"[facts]\n" + b"# settings\n" * 10_000)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.skipif(sys.platform == "win32", reason="has no pipes among its files")
@pytest.mark.parametrize("make", [_pipe, _huge, _device])
def test_file_when_it_is_no_ordinary_one_then_a_sentence_says_so_at_once(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    file = SettingsFile(tmp_path / "settings.toml")
    make(file.path)

    for ask in (file.values, lambda: file.change_all({"printer": "Desk"})):
        with pytest.raises(SettingsError) as caught:
            ask()
        assert caught.value.messages[0].key == "error.settings.odd"
        assert all("100 kB" in said for said in say(caught.value.messages[0]).values())
    assert file.mark == ""


def test_change_when_somebody_else_was_quicker_then_theirs_stays(tmp_path: Path) -> None:
    file = _file(tmp_path, _BY_HAND)
    mark = file.read().mark
    file.change_all({"count_for_days": 30})
    there = file.path.read_bytes()

    with pytest.raises(SettingsError) as caught:
        file.change_all({"count_for_days": 60}, mark)

    assert caught.value.messages[0].key == "error.settings.meanwhile"
    assert file.path.read_bytes() == there


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("clear_after_seconds", 19, "seconds"),
        ("languages", ("xx",), "languages"),
    ],
)
def test_change_when_it_is_not_allowed_then_nothing_is_written(
    tmp_path: Path, key: str, value: Value, said: str
) -> None:
    file = _file(tmp_path)

    with pytest.raises(SettingsError) as caught:
        file.change_all({key: value})

    assert caught.value.messages[0].key == f"error.settings.{said}"
    assert not file.path.exists()


def test_change_when_the_disk_is_full_then_a_sentence_says_so_and_the_file_is_as_it_was(
    tmp_path: Path,
) -> None:
    file = _file(tmp_path, _BY_HAND)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
        with pytest.raises(SettingsError) as caught:
            file.change_all({"printer": "Desk"})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert str(file.path) in say(caught.value.messages[0])["en"]
    assert file.path.read_text(encoding="utf-8") == _BY_HAND
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


def test_change_when_the_folder_cannot_be_made_then_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SettingsError) as caught:
        _file(tmp_path / "file" / "data").change_all({"printer": "Desk"})

    assert str(tmp_path / "file") in say(caught.value.messages[0])["en"]


def test_change_when_no_room_is_left_then_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_args: object) -> None:
        raise OutputError(Message("error.output.full", file="settings.toml"))

    monkeypatch.setattr("matcher.services.files.output_file.write_file", no_room)
    with pytest.raises(SettingsError) as caught:
        _file(tmp_path).change_all({"printer": "Desk"})

    assert caught.value.messages[0].key == "error.settings.full"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ('["US-OR", "US-XX"]', "no_state"),
        ('["us-or"]', "no_state"),
        ('["US-OR", "US-OR"]', "states"),
        ("[7]", "states"),
        ('"US-OR"', "states"),
    ],
)
def test_states_when_one_of_them_is_none_then_it_is_named(
    tmp_path: Path, written: str, key: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        _file(tmp_path, f"[kiosk]\nstates = {written}\n").values()

    (message,) = caught.value.messages
    assert message.key == f"error.settings.{key}"
    if key == "no_state":
        assert str(message.params["code"]) in written
        assert message.params["code"] != "US-OR"
