import pytest

from matcher.directory.field import FIELDS, STATED_FIELDS, STYLE_AXES, UNSORTED, Field, FieldKind
from matcher.directory.vocabulary import load_vocabulary, vocabulary_names


def test_fields_when_listed_then_each_goes_by_its_own_name() -> None:
    assert all(name == field.name for name, field in FIELDS.items())
    assert next(iter(FIELDS)) == "name"
    assert [*FIELDS][-2:] == ["bio", UNSORTED]


@pytest.mark.parametrize("field", FIELDS.values(), ids=str)
def test_field_when_it_holds_codes_then_it_says_which(field: Field) -> None:
    if field.vocabulary:
        assert field.vocabulary in vocabulary_names()
        assert not field.codes
        assert len(load_vocabulary(field.vocabulary)) > 0
    elif field.kind is FieldKind.CODE:
        assert len(field.codes) > 1
    else:
        assert not field.codes


def test_text_when_a_spreadsheet_could_calculate_it_then_it_is_marked() -> None:
    marked = {name for name, field in FIELDS.items() if field.free_text}

    assert marked == {"name", "title", "city", "website", "bio", "boundaries_text", UNSORTED}
    assert all(FIELDS[name].kind is FieldKind.TEXT for name in marked)


def test_fields_when_for_staff_alone_then_nobody_states_them() -> None:
    assert {*FIELDS} - {*STATED_FIELDS} == {UNSORTED}


def test_axes_when_counted_then_there_are_ten_of_steps() -> None:
    assert len(STYLE_AXES) == 10
    assert {FIELDS[axis].kind for axis in STYLE_AXES} == {FieldKind.STEPS}
