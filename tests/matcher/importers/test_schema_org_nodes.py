import sys
from pathlib import Path

import pytest
from support.importing import write

from matcher.errors import ImportFileError
from matcher.importers.schema_org_nodes import documents_of, people_in, types_of


def _people(*documents: object) -> list[tuple[str, list[str]]]:
    return [
        (str(found.person.get("name")), [str(place.get("name")) for place in found.practices])
        for found in people_in([*documents])
    ]


def _person(name: str, **more: object) -> dict[str, object]:
    return {"@type": "Person", "name": name, "jobTitle": "Counselor", **more}


PRACTICE: dict[str, object] = {"@type": "MedicalBusiness", "@id": "#p", "name": "Elm"}


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        pytest.param(_person("A"), [("A", [])], id="alone"),
        pytest.param([_person("A"), _person("B")], [("A", []), ("B", [])], id="list"),
        pytest.param({"@graph": [_person("A"), PRACTICE]}, [("A", []), ("Elm", [])], id="graph"),
        pytest.param(
            {"@graph": [_person("A", worksFor={"@id": "#p"}), PRACTICE]},
            [("A", ["Elm"])],
            id="works for",
        ),
        pytest.param({**PRACTICE, "employee": [_person("A")]}, [("A", ["Elm"])], id="employs"),
        pytest.param(
            {"@graph": [{**PRACTICE, "employee": {"@id": "#a"}}, _person("A", **{"@id": "#a"})]},
            [("A", ["Elm"])],
            id="refers to",
        ),
        pytest.param({"@type": "WebPage", "mainEntity": _person("A")}, [("A", [])], id="page"),
        pytest.param(
            {**PRACTICE, "review": {"@type": "Review", "author": _person("Client")}},
            [("Elm", [])],
            id="reviews",
        ),
        pytest.param({"@type": "Article", "author": _person("Writer")}, [], id="author"),
        pytest.param({"@type": "Recipe"}, [], id="something else"),
        pytest.param([[[5, None, "x"]]], [], id="nothing"),
    ],
)
def test_people_when_looked_for_then_only_where_a_page_names_its_subject(
    document: object, expected: list[tuple[str, list[str]]]
) -> None:
    assert _people(document) == expected


def test_people_when_they_name_each_other_then_the_search_ends() -> None:
    first = {"@type": "Person", "@id": "#a", "name": "A", "about": {"@id": "#b"}}
    second = {"@type": "Person", "@id": "#b", "name": "B", "about": {"@id": "#a"}}

    assert [name for name, _ in _people([first, second])] == ["A", "B"]


def test_people_when_the_document_is_a_tower_then_nothing_is_raised() -> None:
    tower: object = _person("A")
    for _ in range(2 * sys.getrecursionlimit()):
        tower = {"@graph": [tower]}

    assert _people(tower) == [("A", [])]


def test_types_when_with_an_address_then_without() -> None:
    assert types_of({"@type": ["https://schema.org/Person", "schema:Physician"]}) == {
        "Person",
        "Physician",
    }


def test_page_when_it_holds_descriptions_then_each_is_a_document(tmp_path: Path) -> None:
    page = (
        "<!doctype html><SCRIPT data-a='>' type='application/ld+json'>{\"a\": 1}</SCRIPT>"
        "<script>var x = {}</script>İ"
        '<script type="application/ld+json"><!-- [2] --></script>'
        '<script type="application/ld+json">{broken</script>'
        '<script type="application/ld+json">'
    )

    documents, faults, is_utf8 = documents_of(write(tmp_path, page.replace("data-a='>' ", "")))

    assert documents == [{"a": 1}, [2]]
    assert [fault.message.key for fault in faults] == ["finding.json.syntax"]
    assert is_utf8


def test_page_when_in_latin_then_it_is_read_and_told(tmp_path: Path) -> None:
    page = '<script type="application/ld+json">"José"</script>'

    assert documents_of(write(tmp_path, page.encode("cp1252"))) == (["José"], [], False)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b" ", "error.import.empty"),
        (b"{", "error.import.json"),
        (b"[" * 100_000, "error.import.json"),
        (b"{" + b" " * 17_000_000, "error.import.too_large"),
    ],
)
def test_file_when_it_cannot_be_read_then_it_is_said(
    content: bytes, key: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        documents_of(write(tmp_path, content))

    assert caught.value.messages[0].key == key


def test_page_when_full_of_open_scripts_then_it_is_soon_read(tmp_path: Path) -> None:
    page = "<script type=application/ld+json>" * 100_000

    assert documents_of(write(tmp_path, page)) == ([], [], True)
