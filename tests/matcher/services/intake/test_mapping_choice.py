"""What somebody decides about a suggested mapping."""

from pathlib import Path

import pytest
from support.importing import OPTIONS, keys, write

from matcher.errors import ImportFileError
from matcher.importers.mapped_table import read_mapped
from matcher.services.intake.mapping import MappingDraft, suggest_mapping
from matcher.services.intake.mapping_choice import (
    KEEP_TEXT,
    LEAVE_OUT,
    decided,
    is_open,
    left_out,
    names_somebody,
    open_count,
    sure_count,
    with_accepted_column,
    with_column,
    with_country,
    with_kept,
    with_mapping,
    with_sure,
    with_term,
)

_LIST = "Therapist,Specialtes,Shoes\nAna,Anxeity; Wellness; Anxiety,41\n"
_MESSY = "Therapist Name & Credentials,Specialties\nAna,panic atacks; Wellness\n"


@pytest.fixture
def draft(tmp_path: Path) -> MappingDraft:
    return suggest_mapping(write(tmp_path, _LIST))


def test_draft_when_nobody_decided_then_only_what_is_sure_by_itself_is_settled(
    draft: MappingDraft,
) -> None:
    name, issues, shoes = draft.columns

    assert [is_open(column) for column in draft.columns] == [False, True, True]
    assert [term.text for term in issues.open_terms] == ["Anxeity", "Wellness"]
    assert [open_count(column) for column in (name, issues, shoes)] == [0, 3, 1]
    assert [column.field for column in decided(draft).columns] == ["name", "", ""]
    assert left_out(draft) == ("Specialtes", "Shoes")
    assert names_somebody(draft)


def test_suggestion_when_it_was_not_accepted_then_it_is_not_taken_over(
    draft: MappingDraft,
) -> None:
    mapping = decided(with_accepted_column(draft, 1))

    assert mapping.columns[1].field == "issues"
    assert mapping.columns[1].terms == {"Anxiety": "worry"}


@pytest.mark.parametrize("token", ["sleep", KEEP_TEXT, LEAVE_OUT])
def test_word_when_decided_then_the_mapping_says_so_and_it_is_not_open(
    token: str, draft: MappingDraft
) -> None:
    draft = with_term(with_accepted_column(draft, 1), 1, "Wellness", token)

    assert decided(draft).columns[1].terms["Wellness"] == token
    assert [term.text for term in draft.columns[1].open_terms] == ["Anxeity"]


def test_sure_suggestions_when_accepted_then_the_others_stay_open(tmp_path: Path) -> None:
    draft = suggest_mapping(write(tmp_path, _MESSY))
    count = sure_count(draft)

    after = with_sure(draft)

    assert (count, sure_count(after)) == (2, 0)
    assert [open_count(column) for column in after.columns] == [0, 1]
    assert decided(after).columns[0].field == "name_and_credential"


def test_column_when_split_anew_then_words_decided_before_stay_decided(tmp_path: Path) -> None:
    path = write(tmp_path, 'Name,Insurance\nAna,"cash, Bluish"\nBo,Odd\nCy,Even\n')
    draft = with_term(suggest_mapping(path), 1, "Odd", KEEP_TEXT)
    draft = with_term(draft, 1, "Even", "medicare")

    draft = with_column(draft, 1, ("payers", ",", "iso"), {})

    terms = decided(draft).columns[1].terms
    assert terms == {"cash": "self_pay", "Bluish": "bluish", "Odd": "", "Even": "medicare"}
    assert not is_open(draft.columns[1])


@pytest.mark.parametrize("length", [201, 300, 301])
def test_word_when_long_and_left_out_then_the_import_says_nothing_of_it(
    length: int, tmp_path: Path
) -> None:
    word = ("Whatever there may be " * length)[:length]
    path = write(tmp_path, f"Name,Specialties\nAna,{word}\n")
    draft = suggest_mapping(path)
    (term,) = draft.columns[1].terms

    mapping = decided(with_term(draft, 1, term.text, LEAVE_OUT))

    assert keys(read_mapped(path, mapping, OPTIONS)) == []


def test_words_that_differ_in_signs_when_kept_then_each_means_the_same_again(
    tmp_path: Path,
) -> None:
    draft = suggest_mapping(write(tmp_path, "Name,Ages,Video\nA,<18,✓\nB,-18,✗\nC,18-,✗\n"))
    said = {"<18": "13-17", "-18": "6-12", "18-": LEAVE_OUT}, {"✓": "video", "✗": "video:no"}
    for place, (field, terms) in enumerate(zip(("age_groups", "formats"), said, strict=True), 1):
        draft = with_column(draft, place, (field, ";", "iso"), {})
        for text, token in terms.items():
            draft = with_term(draft, place, text, token)

    again = with_kept(suggest_mapping(tmp_path / "list.csv"), decided(draft), {})
    split = with_column(again, 2, ("formats", "|", "iso"), {})

    for each in (draft, again, split):
        assert [column.terms for column in decided(each).columns[1:]] == [*said]
        assert [open_count(column) for column in each.columns] == [0, 0, 0]


def test_column_when_it_holds_something_else_then_old_words_count_no_more(
    draft: MappingDraft,
) -> None:
    draft = with_term(draft, 1, "Wellness", "sleep")

    draft = with_column(draft, 1, ("bio", ";", "iso"), {})

    assert draft.columns[1].terms == ()
    assert decided(draft).columns[1].field == "bio"


@pytest.mark.parametrize(("day", "dates", "count"), [("03/04/2026", "iso", 1),
                                                      ("23/04/2026", "dmy", 0)])  # fmt: skip
def test_column_when_said_to_hold_days_then_only_what_its_cells_leave_open_is_asked(
    day: str, dates: str, count: int, tmp_path: Path
) -> None:
    draft = suggest_mapping(write(tmp_path, f"Name,Shoes\nAna,{day}\n"))

    draft = with_column(draft, 1, ("confirmed_on", ";", "iso"), {})

    assert (draft.columns[1].dates, len(draft.columns[1].questions)) == (dates, count)
    assert decided(draft).unanswered == ("Shoes",) * count
    assert not with_column(draft, 1, ("confirmed_on", ";", "mdy"), {}).columns[1].questions


def test_kept_mapping_when_it_was_open_then_it_is_open_again(draft: MappingDraft) -> None:
    kept = decided(draft)

    again = with_kept(draft, kept, {})

    assert kept.undecided == ("Specialtes", "Shoes")
    assert again.columns[1:] == draft.columns[1:]


def test_column_when_left_out_then_it_is_settled(draft: MappingDraft) -> None:
    draft = with_column(draft, 2, ("", ";", "iso"), {})

    assert not is_open(draft.columns[2])
    assert decided(draft).columns[2].field == ""


def test_country_when_said_then_it_is_decided_and_kept_with_the_columns(
    draft: MappingDraft,
) -> None:
    kept = decided(with_country(draft, "CA"))

    assert kept.country == "CA"
    assert with_kept(draft, kept, {}).country == "CA"
    assert decided(with_country(draft, "")).country == ""


def test_field_when_chosen_by_hand_then_its_words_and_commas_are_asked_like_a_suggested_one(
    tmp_path: Path,
) -> None:
    rows = 'Ana,"anxeity, Grief"\nBo,"Grief, panic attacks"\nCy,anxeity\n'
    suggested = suggest_mapping(write(tmp_path, f"Name,Specialties\n{rows}", "a.csv"))
    unnamed = suggest_mapping(write(tmp_path, f"Name,What\n{rows}", "b.csv"))
    other = with_column(unnamed, 1, ("approaches", ";", "iso"), {})

    chosen = with_column(other, 1, ("issues", ";", "iso"), {})

    assert chosen.columns[1].terms == suggested.columns[1].terms
    assert chosen.columns[1].questions == suggested.columns[1].questions != ()
    answered = with_column(chosen, 1, ("issues", ",", "iso"), {})
    assert not is_open(answered.columns[1])
    assert [term.text for term in answered.columns[1].open_terms] == ["anxeity"]


def test_mapping_when_for_other_columns_then_it_is_refused(
    draft: MappingDraft, tmp_path: Path
) -> None:
    other = suggest_mapping(write(tmp_path, "Who,Town\nAna,Salem\n", "other.csv"))

    with pytest.raises(ImportFileError):
        with_mapping(draft, decided(other), {})
    assert with_mapping(draft, decided(draft), {}).columns[0].field == "name"
