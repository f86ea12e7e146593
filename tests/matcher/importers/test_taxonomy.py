import json

import pytest
from support.importing import DATA

from matcher.importers.taxonomy import is_kept, is_taxonomy_code, title_of, title_of_role


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("101YP2500X", "Professional counselor"),
        ("101YX9999X", "Counselor"),
        ("103TC0700X", "Clinical psychologist"),
        ("103TP2700X", "Psychologist"),
        ("103GC0700X", "Neuropsychologist"),
        ("1041C0700X", "Clinical social worker"),
        ("106H00000X", "Couple and family therapist"),
        ("101200000X", "Drama therapist"),
        ("225A00000X", "Music therapist"),
        ("2084P0800X", "Psychiatrist"),
        ("364SP0809X", "Mental health nurse specialist"),
        ("175T00000X", "Peer specialist"),
    ],
)
def test_code_when_kept_then_the_closest_title_is_ours(code: str, title: str) -> None:
    assert is_kept(code)
    assert title_of(code) == title


@pytest.mark.parametrize(
    "code",
    [
        "207R00000X",
        "2084N0400X",
        "2084B0040X",
        "174400000X",
        "1041X",
        "363LW0102X",
        "163W00000X",
        "",
    ],
)
def test_code_when_of_another_profession_then_it_is_not_kept(code: str) -> None:
    assert not is_kept(code)
    assert title_of(code) == ""


def test_code_when_looked_at_then_its_form_is_known() -> None:
    assert is_taxonomy_code("2084P0800X")
    assert not is_taxonomy_code("MD")
    assert not is_taxonomy_code("IL")


def test_role_when_kept_then_the_guide_knows_it() -> None:
    text = (DATA / "vocab" / "CodeSystem-ProviderRoleCS.json").read_text(encoding="utf-8")
    codes = {concept["code"] for concept in json.loads(text)["concept"]}
    kept = {code for code in codes if title_of_role(code)}

    assert kept == {"ba", "bh", "co", "mt", "py", "sw"}
