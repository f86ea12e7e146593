import random
from contextlib import closing
from pathlib import Path

import pytest
from support.builders import make_profile, make_statement
from support.kept_directories import kept_directory

from matcher.directory.profile import Profile
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep import duplicates
from matcher.services.upkeep.duplicates import DuplicatesService, pairs_among
from matcher.services.upkeep.history import HistoryService

_BOARD = {"register": "Board of RI", "register_number": "LMFT-0012"}


def _pairs(one: dict[str, str], other: dict[str, str]) -> list[tuple[str, ...]]:
    first = make_profile(one.pop("id", "p-1"), **one)
    second = make_profile(other.pop("id", "p-2"), **other)
    return [pair.reasons for pair in pairs_among([first, second])]


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        pytest.param(
            {"name": "Ana Vidal", "city": "Aue"},
            {"name": "VIDAL, Ána", "city": "AUE "},
            ["name_place"],
            id="turned round",
        ),
        pytest.param(
            {"name": "Dr. Ana Vidal, LCSW", "postcode": "02903-1234"},
            {"name": "Ana Vidal", "postcode": "02903"},
            ["name_place"],
            id="with a title",
        ),
        pytest.param(
            {"name": "Ana Vidal Ruiz", "city": "Aue"},
            {"name": "Ana Vidal", "city": "Aue"},
            ["name_place"],
            id="with a second family name",
        ),
        pytest.param(
            {"name": "Katherine Longworth", "city": "Aue"},
            {"name": "Catherine Longworth", "city": "Aue"},
            ["name_place"],
            id="another first letter",
        ),
        pytest.param(
            {"name": "山田 花子", "city": "東京"},
            {"name": "花子 山田", "city": "東京"},
            ["name_place"],
            id="letters of elsewhere",
        ),
        pytest.param(
            {"name": "Ana Vidal", "city": "Aue"},
            {"name": "Ana Vidal", "city": "Ems"},
            [],
            id="elsewhere",
        ),
        pytest.param(
            {"name": "Ana", "city": "Aue"}, {"name": "Ben", "city": "Aue"}, [], id="other names"
        ),
        pytest.param(
            {"name": "Ana Vidal", **_BOARD},
            {"name": "A. Ruiz", "register": "board of ri", "register_number": "lmft 0012"},
            ["register_number"],
            id="one number of one register",
        ),
        pytest.param(
            {"name": "Ana Vidal", **_BOARD},
            {"name": "Ben Lark", "register_number": "LMFT-0012"},
            [],
            id="a number of an unnamed register",
        ),
        pytest.param(
            {"name": "Ana Vidal", **_BOARD},
            {"name": "Ana Vidal", "register_number": "LMFT-0012"},
            ["register_number"],
            id="and the same name",
        ),
        pytest.param(
            {"name": "Ana Vidal", **_BOARD},
            {"name": "Ana Vidal", "register": "Other", "register_number": "LMFT-0012"},
            [],
            id="one number of two registers",
        ),
        pytest.param(
            {"name": "Ana Vidal", "city": "Aue", **_BOARD},
            {"name": "Ana Vidal", "city": "Aue", **_BOARD, "register_number": "LMFT-0013"},
            [],
            id="two people of one name",
        ),
        pytest.param(
            {"id": "npi-1234567893", "name": "Ana Vidal"},
            {"name": "A. V.", "register": "NPI", "register_number": "1234567893"},
            ["npi"],
            id="one NPI",
        ),
        pytest.param(
            {"id": "npi-1234567893", "name": "Ana Vidal"},
            {"name": "Ana Bell", "register_number": "1234567893"},
            ["npi"],
            id="one NPI in a column of its own",
        ),
        pytest.param(
            {"id": "npi-1234567893", "name": "Ana Vidal"},
            {"name": "Ana Bell", "register": "Other", "register_number": "1234567893"},
            [],
            id="a number of another register",
        ),
        pytest.param(
            {"id": "npi-1234567893", "name": "Ana Vidal", "city": "Aue"},
            {"id": "npi-1234567802", "name": "Ana Vidal", "city": "Aue"},
            [],
            id="two NPIs",
        ),
        pytest.param(
            {"name": "Ana Vidal", "phone": "(401) 555-0101", "city": "Aue"},
            {"name": "Vidal, Ana", "phone": "+1 401.555.0101 ext. 7", "city": "Ems"},
            ["name_phone"],
            id="one telephone, elsewhere",
        ),
        pytest.param(
            {"name": "Ana Vidal", "phone": "401-555-0101", "city": "Aue"},
            {"name": "Ana Vidal", "phone": "401-555-0101", "city": "Aue"},
            ["name_phone", "name_place"],
            id="one telephone and place",
        ),
        pytest.param(
            {"name": "Ana Vidal", "phone": "401-555-0101"},
            {"name": "Ben Lark", "phone": "401-555-0101"},
            [],
            id="two people at one telephone",
        ),
        pytest.param(
            {"name": "Ana Vidal", "phone": "401-555-0101"},
            {"name": "Ana Vidal", "phone": "401-555-0102"},
            [],
            id="two telephones",
        ),
        pytest.param(
            {"name": "Ana Vidal", "phone": "ask"},
            {"name": "Ana Vidal", "phone": "ask"},
            [],
            id="no telephone",
        ),
        pytest.param(
            {"id": "npi-1234567893", "name": "Ana Vidal", "phone": "401-555-0101"},
            {"id": "npi-1234567802", "name": "Ana Vidal", "phone": "401-555-0101"},
            [],
            id="two NPIs at one telephone",
        ),
        pytest.param(
            {"name": "", "phone": "401-555-0101"},
            {"name": "", "phone": "401-555-0101 x2"},
            [],
            id="nameless at one telephone",
        ),
        pytest.param({"name": "", "city": "Aue"}, {"name": "", "city": "Aue"}, [], id="nameless"),
    ],
)
def test_pairs_when_two_are_alike_then_the_reasons_are_named(
    one: dict[str, str], other: dict[str, str], reasons: list[str]
) -> None:
    assert _pairs({**one}, {**other}) == ([tuple(reasons)] if reasons else [])
    assert _pairs({"id": "p-9", **other}, {"id": "p-8", **one}) == (
        [tuple(reasons)] if reasons else []
    )


def test_pairs_when_several_reasons_hold_then_the_strongest_come_first() -> None:
    people = [
        make_profile("p-1", name="Ana Vidal", city="Aue"),
        make_profile("p-2", name="Ana Vidal", city="Aue", **_BOARD),
        make_profile("p-3", name="Ana Vidal", city="Aue", **_BOARD),
    ]

    assert [(pair.first, pair.second, pair.reasons) for pair in pairs_among(people)] == [
        ("p-2", "p-3", ("register_number", "name_place")),
        ("p-1", "p-2", ("name_place",)),
        ("p-1", "p-3", ("name_place",)),
    ]


def _crowd(size: int) -> list[Profile]:
    drawn = random.Random(1)
    return [
        make_profile(
            f"p-{number:06}",
            name=f"{drawn.randrange(10**6):x} {drawn.randrange(10**6):x}",
            city=f"Town {drawn.randrange(3)}",
            register_number="none",
        )
        for number in range(size)
    ]


def test_pairs_when_thousands_share_a_town_then_few_of_them_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    crowd = [*_crowd(2_000), make_profile("x-1", name="Ana Vidal", city="Town 1")]
    crowd.append(make_profile("x-2", name="Ana Vidal", city="Town 1"))
    compared, is_one_name = 0, duplicates._is_one_name

    def counting(one: duplicates._Person, other: duplicates._Person) -> bool:
        nonlocal compared
        compared += 1
        return is_one_name(one, other)

    monkeypatch.setattr(duplicates, "_is_one_name", counting)
    found = pairs_among(crowd)

    assert ("x-1", "x-2") in [(pair.first, pair.second) for pair in found]
    assert 0 < compared <= 2 * 8 * len(crowd)  # each with each would be forty times as many


def test_service_when_two_are_said_to_be_two_then_they_are_suggested_again_only_once_undone(
    tmp_path: Path,
) -> None:
    people = (make_statement(name, name="Ana Vidal", city="Aue") for name in ("p-1", "p-2", "p-3"))
    with closing(kept_directory(tmp_path, people)) as directory:
        service = DuplicatesService(directory)
        act = service.set_apart("p-2", "p-1", LoggedIn("Kim"))
        found = [(pair.first, pair.second) for pair in service.pairs()]
        assert found == [("p-1", "p-3"), ("p-2", "p-3")]

        HistoryService(directory).undo(act)
        assert len(service.pairs()) == 3


def test_service_when_one_of_two_people_goes_into_another_then_the_other_is_told_apart_too(
    tmp_path: Path,
) -> None:
    people = (make_statement(name, name="Ana Vidal", city="Aue") for name in ("p-1", "p-2", "p-3"))
    with closing(kept_directory(tmp_path, people)) as directory:
        service = DuplicatesService(directory)
        service.set_apart("p-1", "p-2")
        service.merge("p-3", "p-2")

        assert not service.pairs()


def test_service_when_asked_then_it_finds_and_merges_and_the_pair_is_gone(tmp_path: Path) -> None:
    people = (make_statement(name, name="Ana Vidal", city="Aue") for name in ("p-1", "p-2"))
    with closing(kept_directory(tmp_path, people)) as directory:
        service = DuplicatesService(directory)
        (pair,) = service.pairs()
        assert service.merge(pair.first, pair.second, LoggedIn("Kim")) == 2

        assert not service.pairs()
        assert directory.count() == 1


def test_pairs_when_there_are_many_then_only_those_asked_for_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made, pair = [], duplicates.Pair

    def making(*parts: object) -> object:
        made.append(parts)
        return pair(*parts)

    monkeypatch.setattr(duplicates, "Pair", making)
    found = pairs_among(
        make_profile(f"p-{n:02}", name="Ana Vidal", city="Aue") for n in reversed(range(30))
    )

    assert len(found) > 200
    assert not made
    assert [(one.first, one.second) for one in found[:2]] == [("p-00", "p-01"), ("p-00", "p-02")]
    assert (found[-1].first, found[-1].second) == ("p-28", "p-29")
    assert len(made) == 4
