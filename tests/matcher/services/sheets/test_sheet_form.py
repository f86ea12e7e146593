"""What a file's name says of the form of the sheets in it."""

from pathlib import Path

import pytest

from matcher.services.sheets.sheet_form import FORMS, Form, endings_of, form_of


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.pdf", "pdf"),
        ("a.htm", "html"),
        (".HTML", "html"),
        ("a.txt ", "txt"),
        ("a", None),
        ("n" * 300, None),
    ],
)
def test_form_when_a_name_has_an_ending_then_it_is_that(name: str, form: Form | None) -> None:
    assert form_of(name) == form


def test_form_when_a_folder_is_named_then_its_name_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "sheets.html").mkdir()

    assert form_of(tmp_path / "sheets.html") is None


@pytest.mark.parametrize("form", FORMS)
def test_endings_when_a_file_is_called_so_then_it_is_of_the_form(form: Form) -> None:
    assert endings_of(form)
    assert {form_of(f"a{ending}") for ending in endings_of(form)} == {form}
