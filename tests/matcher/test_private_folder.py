import stat
import sys
from pathlib import Path

import pytest

from matcher.private_folder import make_private


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept elsewhere there")
def test_folder_when_made_first_then_the_one_around_it_is_for_its_owner_alone_too(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "there" / "data" / "log"
    make_private(folder)
    make_private(folder)

    assert [stat.S_IMODE(each.stat().st_mode) for each in (folder, folder.parent)] == [0o700] * 2
    usual = tmp_path / "usual"
    usual.mkdir()
    assert (tmp_path / "there").stat().st_mode == usual.stat().st_mode


def test_folder_when_its_name_is_a_file_then_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")

    with pytest.raises(OSError, match="data"):
        make_private(tmp_path / "data" / "log")
