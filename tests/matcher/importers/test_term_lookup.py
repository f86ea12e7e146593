import pytest

from matcher.importers.term_lookup import term_called


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cbt", ("approaches", "cbt")),
        ("Cognitive  Behavioral-Therapy", ("approaches", "cbt")),
        ("Panic", ("issues", "panic")),
        ("cognitive", None),
        ("", None),
        ("something_else", None),
    ],
)
def test_term_when_called_exactly_so_then_it_is_found(
    name: str, expected: tuple[str, str] | None
) -> None:
    assert term_called(name, ("issues", "approaches")) == expected


@pytest.mark.parametrize("name", ["en", "English", "inglés", "ingles", "eng"])
def test_language_when_named_in_either_language_then_it_is_found(name: str) -> None:
    assert term_called(name, ["languages"]) == ("languages", "en")


@pytest.mark.parametrize(("name", "code"), [("Espanol", "es"), ("Frances", "fr")])
def test_language_when_written_without_accents_then_it_is_found(name: str, code: str) -> None:
    assert term_called(name, ["languages"]) == ("languages", code)


def test_term_when_two_are_called_so_then_none_is_chosen() -> None:
    assert term_called("phone", ["formats"]) is not None
    assert term_called("phone", ["formats", "contact_by"]) is None
