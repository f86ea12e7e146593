"""Suggested mappings."""

from pathlib import Path

import pytest
from support.importing import say, write

from matcher.errors import ImportFileError
from matcher.importers.mapping import ColumnMapping
from matcher.services.intake.mapping import (
    ColumnDraft,
    MappingDraft,
    change_column,
    suggest_mapping,
)
from matcher.services.intake.mapping_choice import sure_count, with_accepted_column


def _draft(folder: Path, content: str) -> MappingDraft:
    draft = suggest_mapping(write(folder, content))
    for column in draft.columns:
        for question in column.questions:
            say(question)
    return draft


def _questions(column: ColumnDraft) -> list[str]:
    return [question.key for question in column.questions]


def test_list_when_looked_at_then_each_column_says_how_it_was_found(tmp_path: Path) -> None:
    draft = _draft(tmp_path, "Therapist,Specialtes,Shoes\nAna,Anxiety; Wellness,41\n")

    name, issues, shoes = draft.columns
    assert (name.field, name.how, name.score) == ("name", "exact", 100)
    assert (issues.field, issues.how, issues.score >= 85) == ("issues", "similar", True)
    assert (shoes.field, shoes.how) == ("", "")
    assert [(term.text, term.token) for term in issues.terms] == [
        ("Anxiety", "worry"), ("Wellness", ""),
    ]  # fmt: skip
    assert [term.text for term in issues.open_terms] == ["Wellness"]
    column = with_accepted_column(draft, 1).mapping().columns[1]
    assert column.terms == {"Anxiety": "worry", "Wellness": ""}
    column = draft.mapping().columns[1]
    assert (column.field, column.is_open, column.terms) == ("", True, {})
    assert column.suggested["Specialtes"].startswith("issues (")
    assert (draft.rows, draft.columns[2].examples) == (1, ("41",))


def test_columns_when_two_stand_for_one_field_of_one_value_then_one_is_asked_about(
    tmp_path: Path,
) -> None:
    draft = _draft(tmp_path, "Name,Phone,Telephone,Insurance,Payers\nAna,1,2,cash,EAP\n")

    assert [column.field for column in draft.columns] == ["name", "phone", "", "payers", "payers"]
    assert _questions(draft.columns[2]) == ["finding.draft.same_field"]


@pytest.mark.parametrize(
    ("cells", "dates", "questions"),
    [
        ("11/21/2026\n1/2/2026", "mdy", []),
        ("21/11/2026\n1/2/2026", "dmy", []),
        ("2026-11-21", "iso", []),
        ("1/2/2026", "iso", ["finding.draft.dates"]),
        ("11/21/2026\n21/11/2026", "iso", ["finding.draft.mixed_dates"]),
    ],
)
def test_dates_when_a_column_is_looked_at_then_its_style_is_found_or_asked_for(
    cells: str, dates: str, questions: list[str], tmp_path: Path
) -> None:
    rows = "\n".join(f"Ana,{cell}" for cell in cells.split("\n"))

    column = _draft(tmp_path, f"Name,Next available\n{rows}\n").columns[1]

    assert (column.dates, _questions(column)) == (dates, questions)


def test_dates_when_asked_about_then_a_cell_that_may_mean_two_days_is_quoted(
    tmp_path: Path,
) -> None:
    draft = _draft(tmp_path, "Name,Next available\nA,next week\nB,11/12/2026\nC,2026-12-01\n")

    (question,) = draft.columns[1].questions
    assert dict(question.params)["text"] == "11/12/2026"


def test_commas_when_cells_look_like_lists_then_it_is_asked_and_nothing_is_guessed(
    tmp_path: Path,
) -> None:
    draft = _draft(tmp_path, 'Name,Insurance\nAna,"cash, Medicare"\nBen,Medicare\n')

    (column,) = draft.columns[1:]
    assert (column.split, _questions(column)) == (";", ["finding.draft.commas"])
    assert [term.text for term in column.open_terms] == ["cash, Medicare"]


def test_commas_when_inside_terms_of_another_list_then_nothing_is_asked(tmp_path: Path) -> None:
    content = 'Name,Specialties\nAna,"Grief, loss, and bereavement; Anger"\n'

    assert _questions(_draft(tmp_path, content).columns[1]) == []


def test_column_when_changed_by_somebody_then_its_words_are_looked_at_anew(tmp_path: Path) -> None:
    path = write(tmp_path, 'Name,Insurance\nAna,"cash, Bluish, Plan"\n')
    decided = ColumnMapping("Insurance", "payers", ",", {"Bluish, Plan": "bluish"})

    draft = change_column(suggest_mapping(path), 1, decided, {})

    column = draft.columns[1]
    assert [(term.text, term.token) for term in column.terms] == [
        ("cash", "self_pay"), ("Bluish, Plan", "bluish"),
    ]  # fmt: skip
    assert column.questions == ()


def test_words_when_accepted_before_then_they_are_suggested(tmp_path: Path) -> None:
    path = write(tmp_path, "Name,Specialties\nAna,Wellness\n")

    draft = suggest_mapping(path, known={"issues": {"wellness": "worry"}})

    assert draft.columns[1].terms[0].how == "known"


def test_list_when_of_clients_then_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError) as caught:
        suggest_mapping(write(tmp_path, "Name,DOB,City\nAna,1/2/1980,Salem\n"))

    assert caught.value.messages[0].key == "error.import.client_list"


def test_column_when_it_bears_the_name_of_the_field_then_it_goes_before_other_names_for_it(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, "Name,Office city,City,Office\nAna,12 Elm St,Salem,12 Elm St\n")

    columns = suggest_mapping(path).columns

    assert [column.field for column in columns] == ["name", "", "city", ""]
    assert [len(column.questions) for column in columns] == [0, 1, 0, 0]


def test_column_when_it_asks_for_one_thing_then_yes_is_the_thing_and_no_its_no(
    tmp_path: Path,
) -> None:
    rows = "Ana,yes,No\nBo,no,yes\nCy,partly,\n"

    draft = _draft(tmp_path, f"Name,Wheelchair access,Video sessions\n{rows}")

    access, video = draft.columns[1:]
    assert [(access.field, access.how), (video.field, video.how)] == [
        ("access", "exact"), ("formats", "by_cells"),
    ]  # fmt: skip
    assert {(term.text, term.token, term.is_open) for term in access.terms} == {
        ("yes", "step_free_entry", True), ("no", "step_free_entry:no", True), ("partly", "", True),
    }  # fmt: skip
    assert {term.text: term.token for term in video.terms} == {"No": "video:no", "yes": "video"}
    decided = change_column(draft, 2, ColumnMapping("", "formats", terms={"No": "phone:no"}), {})
    assert {term.text: term.token for term in decided.columns[2].terms} == {
        "No": "phone:no", "yes": "video",
    }  # fmt: skip


def test_column_when_it_asks_for_one_plan_then_that_is_meant_by_yes_and_no(tmp_path: Path) -> None:
    rows = "Ana,Yes,No,Yes\nBo,0,1,No\n"
    draft = _draft(tmp_path, f"Name,Accepts Medicaid,Takes Blue Plan,Insurance\n{rows}")

    medicaid, *_ = draft.columns[1:]
    assert (medicaid.field, medicaid.how) == ("payers", "by_cells")
    for place in (2, 3):
        draft = change_column(draft, place, ColumnMapping("", "payers"), {})
    said = [{each.text: each.token for each in column.terms} for column in draft.columns[1:]]
    assert said == [
        {"Yes": "medicaid", "0": "medicaid:no"},
        {"1": "blue_plan", "No": "blue_plan:no"},
        {"Yes": "", "No": ""},
    ]
    assert all(each.is_open for column in draft.columns[1:] for each in column.terms)
    assert sure_count(draft) == len({"medicaid", "medicaid:no"})


def test_column_when_it_does_not_answer_with_yes_and_no_then_its_header_is_not_enough(
    tmp_path: Path,
) -> None:
    draft = _draft(tmp_path, "Name,Video sessions\nAna,on Mondays\nBo,only evenings\n")

    assert draft.columns[1].field == ""


@pytest.mark.parametrize(
    ("cells", "field", "how"),
    [("A1,A2,A3", "register_number", "by_cells"), ("LCSW,LPC,EMDR 2", "credential", "exact")],
)
def test_licences_when_they_are_numbers_then_the_column_is_not_of_titles(
    cells: str, field: str, how: str, tmp_path: Path
) -> None:
    rows = "".join(f"Ana,{cell}\n" for cell in cells.split(","))

    column = _draft(tmp_path, f"Name,Licence\n{rows}").columns[1]

    assert (column.field, column.how) == (field, how)


def test_column_when_its_name_may_be_of_two_fields_then_its_cells_do_not_answer(
    tmp_path: Path,
) -> None:
    draft = _draft(tmp_path, "Name,listed provider name\nAna,Anxiety\nBen,Grief\nCleo,Trauma\n")

    column = draft.columns[1]
    assert (column.field, column.how) == ("", "")
    assert [each.key for each in column.questions] == ["finding.draft.two_fields"]


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("Toyota Volvo Skoda Fiat Opel", "name_alone"),
        ("Toyota Volvo Skoda Fiat Anxiety", "exact"),
        ("Toyota Volvo", "exact"),
    ],
)
def test_column_when_many_words_are_there_and_none_fits_its_field_then_its_name_decides_nothing(
    words: str, how: str, tmp_path: Path
) -> None:
    rows = "".join(f"Ana {word},{word}\n" for word in words.split())

    draft = _draft(tmp_path, f"Name,Specialties\n{rows}")

    column = draft.columns[1]
    assert (column.field, column.how) == ("issues", how)
    assert column.mapping().is_open is (how == "name_alone")
    assert column.mapping().field == ("" if how == "name_alone" else "issues")
    assert sure_count(draft) == 0
