"""From a match to questions, sheets and a file that is written whole or not at all."""

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.reading_sheets import words_of

from matcher.checklist.part import PartId
from matcher.document import Ask, Sheet
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Response, State
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import Match, match
from matcher.services.sheets.checklist import ChecklistOptions, make_document, suggest

_ENGLISH = Catalogue("en")


def _match() -> Match:
    profiles = [
        make_profile(f"p-{n}", name=f"Person {n}", accepting="yes", register="Example register")
        for n in range(5)
    ]
    answers = make_answers(
        {"style_feelings": Response(state=State.NOT_SURE)}, style_steer=-2, goals="in_writing"
    )
    return match(MemoryDirectory(profiles), answers, seed=7)


def test_suggest_when_asked_then_gaps_come_first() -> None:
    suggested = suggest(_match(), "p-0").suggested

    assert [each.id for each in suggested[:3]] == ["A2", "G1", "A7"]


def test_suggest_when_there_is_no_such_profile_then_it_says_so() -> None:
    with pytest.raises(KeyError):
        suggest(_match(), "p-999")


def test_make_document_when_questions_are_picked_then_they_stand_first_in_that_order() -> None:
    options = ChecklistOptions(picks={"p-1": ("X1", "A2")}, parts=(PartId.TAKE_IN,))

    document = make_document(_match(), ["p-1"], _ENGLISH, options)

    asks = document.sheets[0].sections[1].blocks
    assert [ask.text[:11] for ask in asks] == ["How will we", "Who picks w"]  # type: ignore[union-attr]


def test_make_document_when_more_than_three_are_chosen_then_the_first_three_are_printed() -> None:
    options = ChecklistOptions(parts=(PartId.TAKE_IN,))

    document = make_document(_match(), ["p-4", "p-4", "p-1", "p-0", "p-2"], _ENGLISH, options)

    assert [sheet.aside[0] for sheet in document.sheets] == ["Person 4", "Person 1", "Person 0"]


def test_make_document_when_the_people_are_invented_then_every_sheet_says_so() -> None:
    sample = match(sample_directory(), make_answers(), seed=1)

    document = make_document(sample, ["p-001"], _ENGLISH, ChecklistOptions())
    real = make_document(_match(), ["p-0"], _ENGLISH, ChecklistOptions())

    assert all("Invented" in sheet.footer for sheet in document.sheets)
    assert not any("Invented" in sheet.footer for sheet in real.sheets)


def _take_in(options: ChecklistOptions) -> Sheet:
    return make_document(_match(), ["p-0"], _ENGLISH, options).sheets[0]


def _asks(sheet: Sheet) -> list[str]:
    return [
        block.text for part in sheet.sections for block in part.blocks if isinstance(block, Ask)
    ]


def test_make_document_when_questions_are_their_own_then_they_stand_on_the_first_page() -> None:
    own = {"p-0": ("May I bring my dog?",)}

    asks = _asks(_take_in(ChecklistOptions(own=own, parts=(PartId.TAKE_IN,))))

    assert asks[-1] == "May I bring my dog?"
    assert 3 <= len(asks) <= 5


def test_make_document_when_short_then_only_questions_of_the_short_edition_are_offered() -> None:
    profiles = [make_profile("p-0", name="Person 0", accepting="yes", register="Example register")]
    made = match(MemoryDirectory(profiles), make_answers(prior_help="mixed"), seed=7)
    left_out = _ENGLISH.text("question.E5.text")

    whole, short = (
        words_of(make_document(made, ["p-0"], _ENGLISH, ChecklistOptions(is_short=each)))
        for each in (False, True)
    )

    assert left_out in whole
    assert left_out not in short


def test_make_document_when_a_copy_to_share_then_private_answers_are_not_in_it() -> None:
    profiles = [make_profile("p-0", name="Person 0", accepting="yes", issues="worry:focus")]
    answers = make_answers(
        issues=("worry",), prior_help="did_not_help", names_pronouns="Robin Quill", goals="emerge"
    )
    made = match(MemoryDirectory(profiles), answers, seed=7)

    usual, copy = (
        words_of(make_document(made, ["p-0"], _ENGLISH, ChecklistOptions(is_share_copy=each)))
        for each in (False, True)
    )

    before = _ENGLISH.text("question.E5.text")
    assert all(words in usual for words in ("Robin Quill", "What it is about", before))
    assert not any(words in copy for words in ("Robin Quill", "What it is about", before))
    assert "Goals" in copy


def test_make_document_when_names_repeat_then_every_sheet_tells_them_apart() -> None:
    profiles = [
        make_profile(f"p-{n}", name="Ana Vidal", city=city, accepting="yes")
        for n, city in enumerate(("Larkhaven", "Bend"))
    ]
    made = match(MemoryDirectory(profiles), make_answers(goals="emerge"), seed=7)

    document = make_document(made, ["p-0", "p-1"], _ENGLISH)

    words = words_of(document).splitlines()
    assert "Ana Vidal" not in words
    assert words.count("Ana Vidal (Bend)") == words.count("Ana Vidal (Larkhaven)") > 3
