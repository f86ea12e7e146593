from collections.abc import Iterator

import pytest

from matcher.document import Callout, Ledger, Part, Ticks
from matcher.forms.profile_form import PARTS_OF_FORM
from matcher.forms.short_correction_form import ShortCorrectionForm
from matcher.i18n import Catalogue, languages

_WORDS = Catalogue("en")


def _form(**stated: str) -> ShortCorrectionForm:
    return ShortCorrectionForm(_WORDS, stated)


def _silent(**stated: str) -> Iterator[Part]:
    for section in _form(**stated).silent():
        for block in section.blocks:
            if isinstance(block, Ledger):
                yield from block.parts


def test_silent_when_areas_are_named_without_levels_then_there_is_a_place_for_them() -> None:
    form = ShortCorrectionForm(_WORDS, {"issues": "Worry", "city": "Aue"}, {"issues"})

    (section,) = form.silent()
    ledger = section.blocks[-1]
    assert isinstance(ledger, Ledger)
    assert "your experience with each" in ledger.parts[0].name
    assert not any("your experience" in part.name for part in _silent(issues="Worry (Often)"))


def test_stated_when_facts_are_small_then_they_share_a_line_of_their_part() -> None:
    (ledger,) = _form(city="Aue", name="Ana Vidal", pronouns="she/her").stated()

    assert ledger.headings == ("About", "Your page says", "Change to")
    assert ledger.parts == (
        Part("Who you are", ("Name: Ana Vidal · Pronouns: she/her",)),
        Part("Where you work", ("Town: Aue",)),
    )


def test_stated_when_a_fact_is_long_then_all_of_it_stands_in_rows_with_room_beside_each() -> None:
    said = " ".join(f"word{number}" for number in range(200))

    (ledger,) = _form(bio=said, years="3").stated()

    years, *rows = ledger.parts[0].stated
    assert years == "Years of work: 3"
    assert " ".join(rows) == f"About you, in your own words: {said}"
    assert max(map(len, rows)) <= 300


def test_stated_when_a_list_is_long_then_each_row_ends_with_a_thing_of_it() -> None:
    things = [f"Thing number {number} (Some experience)" for number in range(25)]

    (ledger,) = _form(issues="; ".join(things)).stated()

    rows = ledger.parts[0].stated
    assert " ".join(rows) == f"What people come with: {'; '.join(things)}"
    assert [row[-2:] for row in rows] == [");"] * (len(rows) - 1) + ["e)"]
    assert max(map(len, rows)) <= 300


def test_stated_when_a_word_has_no_end_then_it_goes_on_in_the_next_row() -> None:
    (ledger,) = _form(bio="w" * 700).stated()

    rows = ledger.parts[0].stated
    assert "".join(rows).count("w") == 700 + "About you, in your own words".count("w")
    assert max(map(len, rows)) <= 300


def test_silent_when_a_list_is_short_then_it_is_ticked_and_else_written() -> None:
    parts = {part.name: part for part in _silent()}

    assert parts["Taking new people"].boxes == ("Yes", "No", "There is a waiting list")
    assert parts["Who leads"].boxes[0] == "The therapist leads"
    assert parts["What people come with"] == Part("What people come with", lines=2)
    assert parts["Your limits, in your own words"].lines == 2
    assert parts["Phone"] == Part("Phone")


@pytest.mark.parametrize("language", languages())
def test_form_when_made_then_each_field_has_its_place_once(language: str) -> None:
    of_theirs = [
        field for part, fields in PARTS_OF_FORM.items() if part != "row" for field in fields
    ]
    form = ShortCorrectionForm(Catalogue(language), dict.fromkeys(of_theirs[::2], "xyzzy"))

    (stated,) = form.stated()
    (section,) = form.silent()
    silent = section.blocks[-1]

    assert isinstance(silent, Ledger)
    assert str(stated.parts).count("xyzzy") == len(of_theirs[::2])
    assert not any(" · " in part.name for part in silent.parts)
    assert len(silent.parts) == len(of_theirs) - len(of_theirs[::2])


def test_form_when_all_or_nothing_is_stated_then_nothing_empty_is_printed() -> None:
    fields = (field for fields in PARTS_OF_FORM.values() for field in fields)

    assert [*_form().stated()] == []
    assert [*_form(**dict.fromkeys(fields, "x")).silent()] == []


@pytest.mark.parametrize(("is_shown", "boxes"), [(True, 2), (False, 3)])
def test_end_when_made_then_all_is_confirmed_or_withdrawn_there(is_shown: bool, boxes: int) -> None:
    section = _form().end("p-7", is_shown=is_shown)

    ticks, _, _, staff = section.blocks
    assert isinstance(ticks, Ticks)
    assert ticks.boxes[0] == "All that I did not change is still true."
    assert len(ticks.boxes) == boxes
    assert isinstance(staff, Callout)
    assert "p-7" in staff.text
    assert section.together
