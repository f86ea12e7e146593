"""Each option: what it may be, and what holds without it."""

import pytest

from matcher.i18n import languages
from matcher.services.settings.options import OPTIONS, TABLES, OptionKind


def test_options_when_nothing_is_said_then_what_is_usual_is_allowed() -> None:
    for option in OPTIONS.values():
        assert option.read(option.usual) == option.usual
    assert TABLES == ("facts", "staff", "kiosk")


@pytest.mark.parametrize("key", [key for key, each in OPTIONS.items() if each.kind.is_number])
def test_number_when_within_its_limits_then_it_is_taken_and_nothing_else_is(key: str) -> None:
    option = OPTIONS[key]

    assert [option.read(number) for number in (option.least, option.most)] == [
        option.least,
        option.most,
    ]
    for wrong in (option.least - 1, option.most + 1, True, "90", 90.0, None, [90]):
        assert option.read(wrong) is None


@pytest.mark.parametrize(
    ("key", "right", "wrong"),
    [
        ("languages", [], ["xx"]),
        ("languages", ["es", "en"], ["en", "en"]),
        ("languages", ["es"], "es"),
        ("region", "at", "AT"),
        ("region", "", "moon"),
        ("region", "elsewhere", 1),
        ("text_size", 150, 110),
        ("text_size", 100, True),
        ("printer", "Front desk (2nd floor)", "-o raw"),
        ("printer", "", "Desk\nrm"),
        ("printer", "x" * 127, "x" * 128),
        ("printer", "Büro", 7),
        ("states", ["US-OR", "US-WA"], ["US-OR", "US-OR"]),
        ("states", [], "US-OR"),
        ("states", ["AT-9", "CA-ON"], ["us-or"]),
        ("states", ["US-DC"], ["US-XX"]),
        ("states", ["US-ID"], ["US"]),
        ("states", ["US-NV"], [["US-OR"]]),
    ],
)
def test_choice_when_read_then_only_what_is_offered_is_taken(
    key: str, right: object, wrong: object
) -> None:
    taken = OPTIONS[key].read(right)

    assert taken == (tuple(right) if isinstance(right, list) else right)
    assert OPTIONS[key].read(wrong) is None


def test_languages_when_read_then_a_list_of_unlike_things_is_no_fault_of_ours() -> None:
    assert OPTIONS["languages"].read([["en"]]) is None
    assert OPTIONS["languages"].read([1]) is None


def test_choices_when_listed_then_a_number_or_a_name_has_none() -> None:
    assert OPTIONS["languages"].choices == languages()
    assert "us" in OPTIONS["region"].choices
    assert OPTIONS["text_size"].choices[0] == 100
    assert {key for key, each in OPTIONS.items() if not each.choices} == {
        key
        for key, each in OPTIONS.items()
        if each.kind.is_number
        or each.kind in {OptionKind.PRINTER, OptionKind.NAME, OptionKind.STATES}
    }
