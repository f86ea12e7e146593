"""Files that steer what people are shown are taken as they were written, or refused.

The two files a sitting ranks from are of the form of the snapshot kept beside the database. What
weighs and words the rest lies inside the program: whoever can change that can change the program,
and no digest kept beside it would help.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from support.builders import make_profile
from support.damage import cut_short, one_bit_turned
from support.directories import TODAY
from support.figures import Note

from matcher.directory import array_file
from matcher.directory.array_file import map_arrays, write_arrays
from matcher.directory.profiles_file import FORMAT as PROFILES
from matcher.directory.snapshot_file import FORMAT as SNAPSHOT
from matcher.errors import SnapshotError
from matcher.services.directory.sample_directory import SampleDirectory
from matcher.services.directory.sitting_directory import open_for_sitting, prepare_for_sittings

_FORMS = {"directory.snapshot": SNAPSHOT, "directory.profiles": PROFILES}
_OTHER_VERSIONS = (0, 2, 99)
_CONTROL = 300


@pytest.fixture
def folder(in_memory: Path) -> Path:
    """Give a folder with the two files of a small directory."""
    people = (make_profile(f"p-{n}", name=f"Robin {n}", city="Aue", fee_min="80") for n in range(3))
    prepare_for_sittings(SampleDirectory(people, TODAY), in_memory / "kiosk")
    return in_memory / "kiosk"


def _taken(folder: Path, name: str, contents: Iterable[bytes]) -> tuple[int, int]:
    """Return how many there were, and how many a sitting took for the file of that name."""
    path, tried, taken = folder / name, 0, 0
    for content in contents:
        path.write_bytes(content)
        tried += 1
        try:
            directory = open_for_sitting(folder)
        except SnapshotError:
            continue
        taken += len([*directory.profiles()]) > 0
    return tried, taken


def _other_versions(path: Path, form: str) -> Iterable[bytes]:
    """Give the file as an honest writer of another version would have written it."""
    arrays, metadata = map_arrays(path, form)
    for version in _OTHER_VERSIONS:
        other = path.with_name("other")
        changed = {name: text for name, text in metadata.items() if name != "sha256"}
        write_arrays(other, arrays, changed | {"format": form.replace("/1", f"/{version}")})
        yield other.read_bytes()


def test_pair_of_a_sitting_when_tampered_with_then_refused(
    folder: Path,
    size: Callable[[int, int], int],
    figure: Note,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried = dict.fromkeys(("bits", "lengths", "versions"), 0)
    taken = 0
    for name, form in _FORMS.items():
        content = (folder / name).read_bytes()
        versions = [*_other_versions(folder / name, form)]
        ways = {
            "bits": one_bit_turned(content, size(400, 20_000), 1),
            "lengths": cut_short(content, size(100, 2000), 2),
            "versions": versions,
        }
        for way, contents in ways.items():
            count, more = _taken(folder, name, contents)
            tried[way] += count
            taken += more
        (folder / name).write_bytes(content)
        assert _taken(folder, name, [content]) == (1, 1)
    monkeypatch.setattr(array_file, "_digest_of", lambda _file, head: head.metadata.get("sha256"))
    content = (folder / "directory.snapshot").read_bytes()
    without, wrongly = _taken(
        folder, "directory.snapshot", one_bit_turned(content, _CONTROL, seed=1)
    )
    control = {"bits": without, "taken_without_a_digest": wrongly}
    figure("T12", "sitting", tried, {"taken": taken}, control)

    assert taken == 0
    assert wrongly > 0
