from contextlib import closing
from pathlib import Path

import pytest
from support.builders import make_statement
from support.kept_directories import kept_directory

from matcher.cli.known_profile import known_profile
from matcher.errors import StoreError


def test_profile_when_known_then_it_is_returned(tmp_path: Path) -> None:
    with closing(kept_directory(tmp_path, [make_statement("p-001", city="Aue")])) as directory:
        assert known_profile(directory, "p-001").text("city") == "Aue"


def test_profile_when_unknown_then_those_that_come_near_are_named(tmp_path: Path) -> None:
    with (
        closing(kept_directory(tmp_path, [make_statement("p-001", city="Aue")])) as directory,
        pytest.raises(StoreError) as refused,
    ):
        known_profile(directory, "p-01")

    none, near = refused.value.messages
    assert none.params["id"] == "p-01"
    assert near.params["ids"] == "p-001"


@pytest.mark.parametrize("id_", ["", " "])
def test_profile_when_no_id_is_named_then_that_is_said(id_: str, tmp_path: Path) -> None:
    with (
        closing(kept_directory(tmp_path, [make_statement("p-001", city="Aue")])) as directory,
        pytest.raises(StoreError) as refused,
    ):
        known_profile(directory, id_)

    assert [each.key for each in refused.value.messages] == ["cli.show.no_id"]
