"""Profiles come out of their file as they went in, one at a time, or are refused."""

import json
import tracemalloc
from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from support.builders import make_profile
from support.catalogues import LANGUAGES
from support.sample import sample_people
from support.strategies import directories

from matcher.directory.array_file import map_arrays, write_arrays
from matcher.directory.profile import Fact, Profile, Source, settle
from matcher.directory.profiles_file import FORMAT, GrowingProfiles, KeptProfiles, open_profiles
from matcher.errors import SnapshotError
from matcher.i18n import Catalogue

_ABOUT = {"stamp": "a:1", "names": ["ñ"]}


def _written(path: Path, profiles: list[Profile]) -> Path:
    with closing(GrowingProfiles(path.parent)) as growing:
        for profile in profiles:
            growing.add(profile)
        growing.write(path, _ABOUT)
    return path


def _refusal(look: Callable[[], object]) -> str:
    with pytest.raises(SnapshotError) as caught:
        look()
    (message,) = caught.value.messages
    for language in LANGUAGES:
        assert str(message.params["file"]) in Catalogue(language).render(message)
    return message.key.removeprefix("error.snapshot.")


@given(directories)
def test_profiles_when_written_then_each_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, people: list[Profile]
) -> None:
    kept = open_profiles(_written(tmp_path_factory.getbasetemp() / "some.profiles", people))

    assert [*kept] == [kept[row] for row in range(len(kept))] == people
    assert kept[-2:] == tuple(people[-2:])
    assert kept.about == _ABOUT


def test_profiles_when_they_come_then_their_texts_are_not_held_in_memory(tmp_path: Path) -> None:
    long = make_profile(city="x" * 100_000)
    tracemalloc.start()
    try:
        with closing(GrowingProfiles(tmp_path)) as growing:
            for _ in range(100):
                growing.add(long)
            growing.write(tmp_path / "p", _ABOUT)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert (tmp_path / "p").stat().st_size > 10_000_000
    assert most < 5_000_000
    assert [path.name for path in tmp_path.iterdir()] == ["p"]


def test_profiles_when_of_the_sample_then_values_and_order_of_fields_are_the_same(
    tmp_path: Path,
) -> None:
    people = sample_people()
    for kept, person in zip(open_profiles(_written(tmp_path / "p", people)), people, strict=True):
        assert repr([*kept.facts.items()]) == repr([*person.facts.items()])


def test_profile_when_several_speak_then_what_is_outweighed_is_kept_and_no_word_for_staff(
    tmp_path: Path,
) -> None:
    said = {
        "city": (Fact("Aue", Source.CLINIC, date(2026, 1, 1)), Fact("Ems", Source.REGISTER)),
        "fee_max": (Fact(Decimal("90.5"), Source.THERAPIST, date(2026, 1, 2)),),
        "unsorted": (Fact("phone: ask Jo", Source.CLINIC), Fact("x", Source.REGISTER)),
        "bio": (Fact("half a sign: \ud83d", Source.CLINIC),),
    }
    path = _written(tmp_path / "p", [Profile("p-1", *settle(said))])
    (kept,) = open_profiles(path)

    said.pop("unsorted")
    assert kept == Profile("p-1", *settle(said))
    assert b"ask Jo" not in path.read_bytes()


def test_file_when_empty_of_people_then_it_opens(tmp_path: Path) -> None:
    assert [*open_profiles(_written(tmp_path / "p", []))] == []


def test_row_when_there_is_none_then_said_so(tmp_path: Path) -> None:
    kept = open_profiles(_written(tmp_path / "p", [make_profile()]))
    with pytest.raises(IndexError):
        kept[1]


def test_profile_when_its_bytes_change_while_the_file_is_open_then_refused(tmp_path: Path) -> None:
    path = _written(tmp_path / "p", [make_profile("p-1", city="Aue"), make_profile("p-2")])
    kept = open_profiles(path)
    with path.open("rb+") as file:
        file.seek(path.read_bytes().index(b"Aue"))
        file.write(b"Ems")

    assert _refusal(lambda: kept[0]) == "damaged"
    assert kept[1] == make_profile("p-2")


def _arrays(path: Path) -> dict[str, Any]:
    return {name: values.copy() for name, values in map_arrays(path, FORMAT)[0].items()}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        pytest.param("text", lambda values: values[:-1], id="text cut"),
        pytest.param("offsets", lambda values: values[::-1].copy(), id="offsets falling"),
        pytest.param("offsets", lambda values: values.astype(np.int32), id="offsets of a kind"),
        pytest.param("offsets", lambda values: values[:0], id="no offsets"),
        pytest.param("digests", lambda values: values[:1], id="digests missing"),
        pytest.param("about", lambda values: values[:-1], id="about cut"),
        pytest.param("about", lambda _: np.frombuffer(b"[1]", np.uint8), id="about a list"),
        pytest.param("about", lambda _: np.frombuffer(b"[" * 99_999, np.uint8), id="about deep"),
        pytest.param("more", lambda _: np.zeros(1), id="something more"),
    ],
)
def test_file_when_its_arrays_do_not_fit_then_refused(
    name: str, change: Callable[[Any], Any], tmp_path: Path
) -> None:
    path = _written(tmp_path / "p", [make_profile("p-1", city="Aue"), make_profile("p-2")])
    arrays = _arrays(path)
    write_arrays(path, arrays | {name: change(arrays.get(name))}, {"format": FORMAT})

    assert _refusal(lambda: open_profiles(path)) == "damaged"


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param({}, id="no list"),
        pytest.param(["p-1", []], id="too short"),
        pytest.param([1, [], []], id="a number for an id"),
        pytest.param(["p-1", [["nobody", None, {"city": "Aue"}]], []], id="unknown source"),
        pytest.param(["p-1", [["clinic", "soon", {"city": "Aue"}]], []], id="no date"),
        pytest.param(["p-1", [["clinic", None, {"shoe_size": "9"}]], []], id="unknown field"),
        pytest.param(["p-1", [["clinic", None, {"city": 9}]], []], id="a number for a text"),
        pytest.param(["p-1", [["clinic", None, {"languages": "en"}]], []], id="no list of codes"),
        pytest.param(["p-1", [["clinic", None, {"fee_max": "x"}]], []], id="no number"),
        pytest.param(["p-1", [["clinic", None, {"style_plan": [1.5, 2]}]], []], id="half a step"),
        pytest.param(["p-1", [], [["city", "clinic", None]]], id="half a word"),
    ],
)
def test_profile_when_somebody_else_wrote_it_then_refused(entry: object, tmp_path: Path) -> None:
    from hashlib import sha256

    path = _written(tmp_path / "p", [make_profile()])
    text = json.dumps(entry).encode()
    arrays = _arrays(path) | {
        "text": np.frombuffer(text, np.uint8),
        "offsets": np.array([0, len(text)], np.uint64),
        "digests": np.frombuffer(sha256(text).digest(), np.uint8).reshape(1, -1),
    }
    write_arrays(path, arrays, {"format": FORMAT})
    kept: KeptProfiles = open_profiles(path)

    assert _refusal(lambda: kept[0]) == "damaged"


def test_file_when_of_another_version_or_kind_then_refused(tmp_path: Path) -> None:
    write_arrays(tmp_path / "newer", {}, {"format": "rapport-profiles/2"})
    write_arrays(tmp_path / "other", {}, {"format": "rapport-snapshot/1"})

    assert _refusal(lambda: open_profiles(tmp_path / "newer")) == "other_version"
    assert _refusal(lambda: open_profiles(tmp_path / "other")) == "not_ours"
    assert _refusal(lambda: open_profiles(tmp_path / "none")) == "none"
