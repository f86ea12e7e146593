"""A file of arrays is taken as it was written, or refused with a sentence."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.catalogues import LANGUAGES

from matcher.directory.array_file import map_arrays, write_arrays
from matcher.errors import SnapshotError
from matcher.i18n import Catalogue

_FORM = "arrays/1"
_ARRAYS = {
    "bytes": np.arange(5, dtype=np.uint8),
    "wide": np.array([1, 2**60], dtype=np.uint64),
    "table": np.arange(6, dtype=np.int8).reshape(2, 3),
    "flags": np.array([True, False]),
    "numbers": np.array([-1, 7, 9], dtype=np.int32),
    "rows": np.array([3], dtype=np.uint32),
    "degrees": np.array([np.nan, 1.5]),
    "none": np.zeros((2, 0), dtype=np.int8),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_arrays(tmp_path / "a", _ARRAYS, {"format": _FORM, "note": "ñ"})
    return tmp_path / "a"


def _refusal(path: Path) -> str:
    """Return why a file is refused; the reason has words in every language."""
    with pytest.raises(SnapshotError) as caught:
        map_arrays(path, _FORM)
    (message,) = caught.value.messages
    for language in LANGUAGES:
        assert str(path) in Catalogue(language).render(message)
    return message.key.removeprefix("error.snapshot.")


def _head(content: bytes) -> tuple[dict[str, Any], bytes]:
    length = int.from_bytes(content[:8], "little")
    return json.loads(content[8 : 8 + length]), content[8 + length :]


def _file(header: object, body: bytes) -> bytes:
    """Return a file with this header, as an honest writer would, with the right digest."""
    from hashlib import sha256

    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    head = len(text).to_bytes(8, "little") + text
    old = json.loads(text)["__metadata__"]["sha256"].encode()
    digest = sha256(head.replace(old, b"0" * 64) + body).hexdigest().encode()
    return head.replace(old, digest) + body


def test_arrays_when_written_then_they_come_back_as_they_were_and_read_only(path: Path) -> None:
    arrays, metadata = map_arrays(path, _FORM)

    assert arrays.keys() == _ARRAYS.keys()
    for name, values in _ARRAYS.items():
        assert (arrays[name].dtype, arrays[name].shape) == (values.dtype, values.shape)
        assert arrays[name].tobytes() == values.tobytes()
        assert not arrays[name].flags.writeable
        assert not arrays[name].flags.owndata
    assert metadata["note"] == "ñ"


def test_file_when_looked_at_then_it_is_laid_out_as_others_read_it(path: Path) -> None:
    header, body = _head(path.read_bytes())
    reached = 0
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            assert begin == reached
            assert body[begin:end] == _ARRAYS[name].tobytes()
            assert entry["shape"] == [*_ARRAYS[name].shape]
            reached = end

    assert reached == len(body)
    assert (path.stat().st_size - len(body)) % 8 == 0
    assert {type(value) for value in header["__metadata__"].values()} == {str}


def test_file_when_written_again_then_who_has_it_open_keeps_what_it_held(path: Path) -> None:
    before, _ = map_arrays(path, _FORM)
    write_arrays(path, {"bytes": np.zeros(9, dtype=np.uint8)}, {"format": _FORM})

    assert before["bytes"].tolist() == [0, 1, 2, 3, 4]
    assert map_arrays(path, _FORM)[0]["bytes"].tolist() == [0] * 9
    assert [entry.name for entry in path.parent.iterdir()] == ["a"]


def test_file_when_it_cannot_be_written_then_the_old_one_stays_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_arrays(path, {}, {"format": _FORM})

    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == ["a"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_file_when_a_pipe_has_its_name_then_it_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileExistsError):
        write_arrays(pipe, {}, {"format": _FORM})

    assert pipe.is_fifo()
    assert [*tmp_path.iterdir()] == [pipe]


def test_file_when_its_header_grows_out_of_hand_then_refused_before_it_is_written(
    tmp_path: Path,
) -> None:
    with pytest.raises(ValueError, match="too many arrays"):
        write_arrays(tmp_path / "b", {}, {"note": "x" * (1 << 24)})

    assert [*tmp_path.iterdir()] == []


def test_file_when_any_bit_is_turned_then_refused(path: Path, tmp_path: Path) -> None:
    good = path.read_bytes()
    bad = tmp_path / "bad"
    for place in range(len(good)):
        changed = bytearray(good)
        changed[place] ^= 1 << place % 8
        bad.write_bytes(changed)
        assert _refusal(bad) in {"damaged", "not_ours", "other_version"}


def test_file_when_cut_or_longer_then_refused(path: Path, tmp_path: Path) -> None:
    good = path.read_bytes()
    bad = tmp_path / "bad"
    for length in range(len(good)):
        bad.write_bytes(good[:length])
        assert _refusal(bad) in {"damaged", "not_ours"}
    bad.write_bytes(good + b"\0")
    assert _refusal(bad) == "damaged"


@given(st.binary(max_size=40))
def test_file_when_it_holds_anything_then_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "anything"
    path.write_bytes(len(content).to_bytes(8, "little") + content)

    assert _refusal(path) == "not_ours"


def test_file_when_a_pipe_is_in_its_place_then_it_is_refused_and_not_waited_for(
    tmp_path: Path,
) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert _refusal(tmp_path / "pipe") == "unreadable"


def test_file_when_there_is_none_or_it_is_a_folder_then_says_so(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "none") == "none"
    assert _refusal(tmp_path) == "unreadable"


def _entry(**changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda header: header["wide"].update(changes)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_entry(dtype="F16"), id="unknown type"),
        pytest.param(_entry(dtype=7), id="type that is none"),
        pytest.param(_entry(dtype="U32"), id="other type"),
        pytest.param(_entry(shape=[3]), id="other shape"),
        pytest.param(_entry(shape=[-2]), id="negative shape"),
        pytest.param(_entry(shape=[2.0]), id="broken shape"),
        pytest.param(_entry(shape=[True, 2]), id="shape of flags"),
        pytest.param(_entry(shape=[1, 1, 2]), id="more dimensions than there are"),
        pytest.param(_entry(shape=[2**62, 2**62]), id="enormous shape"),
        pytest.param(_entry(shape="2"), id="shape that is none"),
        pytest.param(_entry(data_offsets=[0, 2**40]), id="end outside the file"),
        pytest.param(_entry(data_offsets=[-16, 0]), id="begin before the file"),
        pytest.param(_entry(data_offsets=[16, 0]), id="end before begin"),
        pytest.param(_entry(data_offsets=[0]), id="one offset"),
        pytest.param(_entry(data_offsets=[0, 16]), id="over another array"),
        pytest.param(_entry(more=1), id="one key more"),
        pytest.param(lambda header: header.pop("wide"), id="a gap"),
        pytest.param(lambda header: header.pop("none") and header.pop("bytes"), id="a rest"),
        pytest.param(lambda header: header.update(wide=[]), id="entry that is none"),
        pytest.param(lambda header: header["__metadata__"].update(sha256="é"), id="no digest"),
    ],
)
def test_header_when_it_does_not_fit_the_file_then_refused_though_the_digest_is_right(
    change: Callable[[dict[str, Any]], None], path: Path
) -> None:
    header, body = _head(path.read_bytes())
    change(header)
    try:
        path.write_bytes(_file(header, body))
    except ValueError:
        pytest.fail("the test writes no file")

    assert _refusal(path) == "damaged"


@pytest.mark.parametrize(
    ("metadata", "reason"),
    [
        pytest.param({"format": "arrays/2"}, "other_version", id="newer"),
        pytest.param({"format": "pt"}, "not_ours", id="of another program"),
        pytest.param({}, "not_ours", id="without a format"),
        pytest.param({"format": _FORM, "note": 7}, "not_ours", id="with a number"),
        pytest.param({"format": _FORM, "sha256": "\ud800" * 64}, "damaged", id="half a sign"),
    ],
)
def test_metadata_when_it_is_not_ours_then_refused(
    metadata: dict[str, object], reason: str, path: Path
) -> None:
    text = json.dumps({"__metadata__": metadata}).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text)

    assert _refusal(path) == reason


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(b"[" * 100_000, id="too deep"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"a":' + b"9" * 5000 + b"}", id="a number without end"),
        pytest.param(b'{"__metadata__":{},"__metadata__":{}}', id="a name twice"),
        pytest.param(b'{"__metadata__":[]}', id="metadata that is none"),
        pytest.param(b"\xff{}", id="no text"),
    ],
)
def test_header_when_it_is_hostile_then_refused(text: bytes, path: Path) -> None:
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text)

    assert _refusal(path) == "not_ours"


@pytest.mark.skipif(os.name != "posix", reason="what only its owner may read is said otherwise")
def test_file_when_written_then_it_is_for_its_owner_alone_whatever_others_are(
    tmp_path: Path,
) -> None:
    before = os.umask(0o022)
    try:
        write_arrays(tmp_path / "b", _ARRAYS, {"format": _FORM})
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "b").stat().st_mode) == 0o600
