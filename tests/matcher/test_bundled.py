import sys
from pathlib import Path

import pytest

import matcher.bundled
from matcher.bundled import bundled, bundled_toml, frozen_folder, own_folder
from matcher.errors import Message, ResourceError


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a folder of this test's own in the place of the program's resources."""
    monkeypatch.setattr(matcher.bundled, "files", lambda _package: tmp_path)
    return tmp_path


def test_bundled_when_a_file_ships_then_it_can_be_read() -> None:
    text = bundled("questionnaire", "preferences.toml").read_text(encoding="utf-8")

    assert 'id = "preferences/1"' in text


def test_bundled_when_a_folder_ships_then_its_files_are_listed() -> None:
    assert "en" in {entry.name for entry in bundled("translations").iterdir()}


def test_bundled_toml_when_the_file_is_toml_then_it_is_parsed(resources: Path) -> None:
    (resources / "deep").mkdir()
    (resources / "deep" / "one.toml").write_text('name = "Añil"\n', encoding="utf-8")

    assert bundled_toml("deep", "one.toml") == {"name": "Añil"}


def test_bundled_toml_when_the_file_is_missing_then_the_message_names_it(resources: Path) -> None:
    with pytest.raises(ResourceError) as raised:
        bundled_toml("deep", "none.toml")

    assert raised.value.messages == (Message("error.resource.missing", file="deep/none.toml"),)


@pytest.mark.parametrize("content", [b"name = ", b"name = '\xff'"], ids=["not toml", "not utf-8"])
def test_bundled_toml_when_the_file_is_broken_then_the_message_names_it(
    content: bytes, resources: Path
) -> None:
    (resources / "broken.toml").write_bytes(content)

    with pytest.raises(ResourceError) as raised:
        bundled_toml("broken.toml")

    (message,) = raised.value.messages
    assert message.key == "error.resource.not_toml"
    assert message.params["file"] == "broken.toml"


def test_frozen_folder_when_the_program_is_frozen_or_not_then_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert frozen_folder() is None

    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert frozen_folder() == tmp_path


@pytest.mark.parametrize(
    ("program", "folder"),
    [
        pytest.param("Rapport/Rapport", "Rapport", id="folder"),
        pytest.param("Rapport.app/Contents/MacOS/Rapport", "Rapport.app/Contents", id="macOS"),
    ],
)
def test_own_folder_when_asked_then_it_is_the_one_that_has_all_of_the_program(
    program: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / program))

    assert own_folder() == tmp_path / folder
