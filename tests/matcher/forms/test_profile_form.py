"""The practitioner's form: every field of the directory, every code of it."""

import csv
import re

import pytest

from matcher.directory.field import FIELDS, STATED_FIELDS, STYLE_AXES, FieldKind
from matcher.directory.vocabulary import NO, load_vocabulary
from matcher.document import Blank, Bullets, Callout, Paragraph, Questions, Table, Ticks
from matcher.forms.profile_csv import codes_csv
from matcher.forms.profile_form import (
    ABOUT_ROW,
    PARTS_OF_FORM,
    blank_profile,
    code_label,
    codes_of,
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
                case Bullets():
                    texts += block.items
                case _:
                    pass
    return texts


def test_parts_when_put_together_then_every_column_stands_in_one() -> None:
    named = [name for names in PARTS_OF_FORM.values() for name in names]

    assert sorted(named) == sorted((*ABOUT_ROW, *STATED_FIELDS))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", [*ABOUT_ROW, *STATED_FIELDS])
def test_form_when_printed_then_staff_finds_every_word_of_it_beside_its_code(
    name: str, language: str
) -> None:
    words = Catalogue(language)
    printed = _printed(language)
    listed = csv.DictReader(codes_csv(words).decode("utf-8-sig").splitlines())
    rows = [row for row in listed if row["column"] == name]

    assert any(row["name"] in text for row in rows for text in printed)
    written_in = {"languages", "shares", "times"}
    for row in rows:
        if row["code"] and name not in written_in:
            assert row["meaning"] in printed
        # Paper has no box for a no: what is not ticked is not stated.
        if row["after_the_colon"] not in {"", NO} and name != "shares":
            assert any(row["meaning"] in text for text in printed)


@pytest.mark.parametrize("language", ["en", "es"])
def test_form_when_printed_then_it_shows_no_code_and_no_command(language: str) -> None:
    text = "\n".join(_printed(language))

    assert "[" not in text
    assert "--" not in text
    assert not re.findall(r"\w+_\w+", text)


def test_style_when_printed_then_each_axis_has_its_five_steps_one_below_the_other() -> None:
    (section,) = (
        one
        for one in blank_profile(Catalogue()).sheets[0].sections
        if one.heading == "How you work"
    )
    axes = [block for block in section.blocks if isinstance(block, Questions)]

    assert len(axes) == len(STYLE_AXES)
    assert {len(each.items) for each in axes} == {5}
    assert "Encourages" in {step for each in axes for step in each.items}


def test_lists_with_levels_when_printed_then_it_says_what_the_numbers_mean() -> None:
    sections = blank_profile(Catalogue()).sheets[0].sections
    (list_,) = (one for one in sections if "What people come with" in one.heading)

    how, first, *_ = list_.blocks

    assert isinstance(how, Paragraph)
    assert "1: In training; 2: Some experience" in how.text
    assert isinstance(first, Questions)


@pytest.mark.parametrize("language", ["en", "es"])
def test_last_part_when_printed_then_it_is_framed_for_staff(language: str) -> None:
    last = blank_profile(Catalogue(language)).sheets[0].sections[-1]

    assert isinstance(last.blocks[0], Callout)
    assert last.together


def test_tables_when_printed_then_languages_and_times_have_boxes() -> None:
    tables = [
        block
        for section in blank_profile(Catalogue()).sheets[0].sections
        for block in section.blocks
        if isinstance(block, Table)
    ]

    times, languages = sorted(tables, key=lambda each: -len(each.headings))
    assert (times.kind, languages.kind) == ("ticks", "ticks")
    assert {cell for row in languages.rows for cell in row} == {""}
    assert len(times.headings) == 8


def test_staff_part_when_printed_then_it_stands_alone_and_last() -> None:
    last = blank_profile(Catalogue()).sheets[0].sections[-1]
    labels = [block.label for block in last.blocks if isinstance(block, Blank)]

    assert last.together
    assert "Latitude" in labels
    assert "A short id that stays the same" in labels


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
