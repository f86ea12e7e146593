"""The practitioner's form: every field of the directory, every code of it."""

import pytest

from matcher.directory.field import FIELDS, STYLE_AXES, FieldKind
from matcher.directory.vocabulary import load_vocabulary
from matcher.document import Blank, Paragraph, Questions, Table, Ticks
from matcher.forms.profile_form import (
    ABOUT_ROW,
    PARTS_OF_FORM,
    blank_profile,
    code_label,
    codes_of,
    details_of,
    field_name,
)
from matcher.i18n import Catalogue


def _printed(language: str = "en") -> list[str]:
    """Return every text of the form."""
    texts = []
    for section in blank_profile(Catalogue(language)).sheets[0].sections:
        texts.append(section.heading)
        for block in section.blocks:
            match block:
                case Paragraph():
                    texts.append(block.text)
                case Ticks():
                    texts += [block.text, *block.boxes]
                case Questions():
                    texts += [block.heading, *block.items]
                case Blank():
                    texts.append(block.label)
                case Table():
                    texts += [*block.headings, *(row[0] for row in block.rows)]
                case _:
                    pass
    return texts


def test_parts_when_put_together_then_every_column_stands_in_one() -> None:
    named = [name for names in PARTS_OF_FORM.values() for name in names]

    assert sorted(named) == sorted((*ABOUT_ROW, *FIELDS))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", [*ABOUT_ROW, *FIELDS])
def test_form_when_printed_then_the_column_and_all_its_codes_are_named(
    name: str, language: str
) -> None:
    printed = "\n".join(_printed(language))

    assert f"[{name}]" in printed
    codes = codes_of(name)
    if name == "times":
        codes = tuple({part for cell in codes for part in cell.split("-")})
    missing = [code for code in (*codes, *details_of(name)) if f"[{code}]" not in printed]
    assert missing == []


def test_style_when_printed_then_each_axis_has_five_steps_in_nobody_elses_mouth() -> None:
    boxes = [text for text in _printed() if text.endswith("[-2]")]

    assert len(boxes) == len(STYLE_AXES)
    assert "Encourages [-2]" in boxes


def test_codes_when_only_a_client_may_say_one_then_it_is_left_out() -> None:
    assert "something_else" not in codes_of("issues")
    assert {*codes_of("issues")} < {*load_vocabulary("issues").codes}
    assert codes_of("name") == codes_of("licensed_areas") == ()


@pytest.mark.parametrize("language", ["en", "es"])
def test_names_when_asked_for_then_each_field_and_code_has_words(language: str) -> None:
    words = Catalogue(language)
    for name in (*ABOUT_ROW, *FIELDS):
        assert field_name(name, words)
        for code in codes_of(name):
            if name != "times" and FIELDS.get(name) and FIELDS[name].kind is not FieldKind.STEPS:
                assert code_label(name, code, words) != code or code.isdigit()
