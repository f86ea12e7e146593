import subprocess
import sys
from pathlib import Path

import pytest

from matcher.errors import MatcherError
from matcher.i18n import Catalogue
from ui.supervisor.single_instance import single_instance

_HOLDER = """
import sys
from pathlib import Path
from ui.supervisor.single_instance import single_instance
with single_instance(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_kiosk_when_another_one_runs_then_a_sentence_says_where(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"

        with pytest.raises(MatcherError) as raised, single_instance(tmp_path):
            pass
        assert str(tmp_path) in Catalogue().render(raised.value.messages[0])
    finally:
        holder.kill()
        holder.communicate()

    # However the other one ended, its folder is free again.
    with single_instance(tmp_path):
        pass


def test_kiosk_when_its_folder_is_not_there_then_it_is_made_for_its_owner_alone(
    tmp_path: Path,
) -> None:
    with single_instance(tmp_path / "new" / "data"):
        mode = (tmp_path / "new" / "data").stat().st_mode

    assert mode & 0o077 == 0


def test_kiosk_when_its_folder_cannot_be_made_then_a_sentence_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")

    with pytest.raises(MatcherError), single_instance(tmp_path / "data"):
        pass
