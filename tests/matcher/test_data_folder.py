import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from matcher.data_folder import data_folder
from matcher.errors import SettingsError


def test_folder_when_nothing_is_given_then_it_is_the_user_s_own(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RAPPORT_DATA_DIR")

    assert data_folder().is_relative_to(home)
    assert data_folder().name == "rapport"


def test_folder_when_given_then_it_goes_before_that_of_the_environment(
    data_dir: Path, tmp_path: Path
) -> None:
    assert data_folder() == data_dir
    assert data_folder(str(tmp_path)) == tmp_path


def test_folder_when_an_account_has_no_home_then_what_to_name_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> Path:
        raise RuntimeError

    monkeypatch.delenv("RAPPORT_DATA_DIR")
    monkeypatch.setattr(platformdirs, "user_data_path", refuse)

    with pytest.raises(SettingsError) as caught:
        data_folder()

    assert caught.value.messages[0].key == "error.settings.no_home"


def test_window_when_it_is_about_to_open_then_no_service_was_loaded_for_the_log() -> None:
    program = (
        "import sys\n"
        "from ui.__main__ import _in_words\n"
        "_in_words(lambda: 0)\n"
        "sys.exit(any(name.startswith('matcher.services') for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
