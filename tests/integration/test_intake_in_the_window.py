"""A whole import in the window: by keys alone, and refused at each step."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from support.importing import write
from support.intake_window import (
    IntakeWindow,
    choose_by_keys,
    open_intake,
    tab_to,
    type_in,
    wait_for,
)
from support.messy_clinic import messy_clinic
from support.window import focused, press, settle

_MOST_DECISIONS = 150


@pytest.fixture
def window(tmp_path: Path, qapp: object) -> Iterator[IntakeWindow]:
    with open_intake(tmp_path) as opened:
        yield opened


def _open(window: IntakeWindow) -> int:
    return window.mapping.open_columns + window.mapping.open_words


def _decide_all_by_keys(window: IntakeWindow) -> None:
    """Answer whatever is open: a question by its next card, a word by its first button."""
    for _ in range(_MOST_DECISIONS):
        before = _open(window)
        if not before:
            return
        tab_to("next_open")
        press(Qt.Key.Key_Return)
        at = focused()
        if at.startswith("column_split"):
            press(Qt.Key.Key_Right)  # at commas, too
        elif at.endswith("_change"):
            tab_to(at.removesuffix("change") + "leave")
            press(Qt.Key.Key_Return)
        else:
            press(Qt.Key.Key_Return)
        wait_for(lambda: not window.mapping.is_busy)
        settle()
        assert _open(window) != before, f"nothing was decided at {at}"
    raise AssertionError("it does not come to an end")


def test_messy_list_when_brought_in_by_keys_alone_then_its_people_are_in_the_directory(
    window: IntakeWindow, tmp_path: Path
) -> None:
    path = tmp_path / "cedar-house.csv"
    path.write_bytes(messy_clinic(rows=40).csv())

    type_in(str(path))
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.importing.file is not None)
    assert focused() == "who_clinic"
    press(Qt.Key.Key_Return)
    assert window.name == "import_map"
    wait_for(lambda: window.mapping.draft is not None)

    tab_to("sure")
    press(Qt.Key.Key_Return)
    assert window.mapping.sure == 0
    _decide_all_by_keys(window)
    tab_to("next")
    press(Qt.Key.Key_Return)
    assert window.name == "import_review"
    wait_for(lambda: window.importing.trial is not None)
    assert window.page.why.plain == "This was a trial. Nothing has been changed yet."
    assert not window.directory.exists

    tab_to("next")
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.name == "import_done")
    assert window.directory.count() == 40  # 12 may be about somebody listed before: staff decide
    assert window.page.heading.plain == "They are in"

    press(Qt.Key.Key_Return)
    assert window.left_for == ["people"]
    tab_to("undo")
    press(Qt.Key.Key_Space)
    wait_for(lambda: window.page.heading.plain == "Taken back")
    assert window.directory.count() == 0


def test_list_when_it_comes_again_then_what_was_decided_holds_again(
    window: IntakeWindow, tmp_path: Path
) -> None:
    text = "Therapist,Specialtes,Shoes\nAna Vidal,Anxiety; Wellness; Blue,41\n"
    choose_by_keys(window, write(tmp_path, text))
    window.page.go_on()
    wait_for(lambda: window.mapping.draft is not None)
    window.mapping.accept_column(1)
    window.mapping.set_term(1, "Wellness", "sleep")
    window.page.go_on()
    wait_for(lambda: window.importing.trial is not None)
    window.page.go_on()
    wait_for(lambda: window.name == "import_done")

    again = tmp_path / "later"
    again.mkdir()
    window.importing.forget()
    window.go("import")
    choose_by_keys(window, write(again, text.replace("Ana", "Bo").replace("Blue", "Wellness")))
    window.page.go_on()
    wait_for(lambda: window.mapping.draft is not None and window.mapping.is_known)

    issues = window.mapping.columns[1]
    assert (issues.field, issues.how) == ("issues", "known")
    assert [(term.text, term.token) for term in issues.terms] == [
        ("Wellness", "sleep"), ("Anxiety", "worry"),
    ]  # fmt: skip
    assert _open(window) == 1
    assert (window.mapping.columns[2].header, window.mapping.columns[2].how) == ("Shoes", "")
    assert window.page.known.words == (
        "You mapped these columns before. What you said then holds again.",
    )


_OPEN = "Therapist,Last checked,Shoes,Specialtes\nAna Vidal,03/04/2026,41,Anxiety; Welness\n"


def _to_the_map(window: IntakeWindow, path: Path) -> None:
    """Choose a clinic's own list by keys, and go on to its columns."""
    window.importing.forget()
    window.go("import")
    choose_by_keys(window, path)
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.mapping.draft is not None and window.mapping.file is not None)
    wait_for(lambda: window.mapping.file is window.importing.file)
    assert window.name == "import_map"


def _to_the_trial(window: IntakeWindow, path: Path) -> None:
    _to_the_map(window, path)
    tab_to("next")
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.importing.trial is not None and not window.importing.is_busy)
    assert window.name == "import_review"


def test_list_when_only_tried_out_then_nothing_is_kept_for_the_next_one(
    window: IntakeWindow, tmp_path: Path
) -> None:
    _to_the_trial(window, write(tmp_path, _OPEN))
    window.session.sign_out()
    tab_to("next")
    press(Qt.Key.Key_Return)
    settle()

    assert window.sign_ins == ["import_review"]
    assert not window.book.folder.exists()


def test_list_when_brought_in_with_open_questions_then_they_are_open_the_next_time(
    window: IntakeWindow, tmp_path: Path
) -> None:
    _to_the_map(window, write(tmp_path, _OPEN))
    window.mapping.set_column(1, field="confirmed_on")
    settle()
    window.mapping.accept_column(3)
    before = [(each.field, each.questions) for each in window.mapping.columns]
    assert len(before[1][1]) == 1  # day or month first
    tab_to("next")
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.importing.trial is not None)
    *columns, told, where, kept = window.page.left_out.words
    assert columns == [
        "Nobody has said what this column holds, so it stays out: Shoes.",
        "A question about this column is open, so some of it may stay out: Last checked.",
    ]
    assert told == "Once this file is in, this is left to do in the whole directory:"
    assert where.startswith("No distance is known for 1 person.")
    assert kept.startswith("For 1 person, words stand as text in “Notes for staff”.")
    tab_to("next")
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.name == "import_done" and any(window.book.folder.iterdir()))
    now = "This is left to do in the whole directory:"
    assert window.page.told.words == (now, where, kept)

    again = tmp_path / "later"
    again.mkdir()
    _to_the_map(window, write(again, _OPEN.replace("Ana", "Bo")))

    assert window.mapping.is_known
    columns = window.mapping.columns
    assert [(each.field, each.questions) for each in columns] == before
    assert [each.how for each in columns] == ["known", "known", "", "known"]
    assert [(term.text, term.is_open) for term in columns[3].terms] == [
        ("Anxiety", False), ("Welness", True),
    ]  # fmt: skip


def test_column_when_return_is_pressed_on_it_then_its_panel_has_the_focus_and_nothing_is_tried(
    window: IntakeWindow, tmp_path: Path
) -> None:
    headers = ",".join(f"Odd {number}" for number in range(12))
    _to_the_map(window, write(tmp_path, f"Therapist,{headers}\nAna Vidal{',1' * 12}\n"))
    tab_to(lambda name: name.startswith("columns_") and name[-1].isdigit())

    press(Qt.Key.Key_Return)
    assert window.name == "import_map"
    assert focused() == "column_change"
    press(Qt.Key.Key_Backtab)
    assert focused() == "columns_1"

    stops = [focused()]
    for _ in range(5):
        press(Qt.Key.Key_Tab)
        stops.append(focused())
    assert stops == [
        "columns_1", "column_change", "column_leave", "columns_later", "back", "next",
    ]  # fmt: skip
    tab_to("next")
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.importing.trial is not None)
    line, _told, where = window.page.left_out.words
    assert where.startswith("No distance is known for ")
    assert line.startswith("Nobody has said what these columns hold, so they stay out: Odd 0, Odd")
    assert line.endswith("Odd 10, and Odd 11.")
    assert window.page.left_out.y() < window.page.tally.y()


def test_file_when_saved_again_after_the_trial_then_it_is_tried_out_again_and_that_is_said(
    window: IntakeWindow, tmp_path: Path
) -> None:
    path = write(tmp_path, "id,name\np-1,Ana Vidal\n")
    choose_by_keys(window, path)
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.importing.trial is not None)
    stamp = path.stat().st_mtime_ns
    path.write_text("id,name\np-9,Ana Varga\n")
    os.utime(path, ns=(stamp, stamp))  # of the same size and time: what is in it tells

    tab_to("next")
    press(Qt.Key.Key_Return)
    wait_for(lambda: not window.importing.is_busy)

    assert window.name == "import_review"
    line, *_ = window.page.left_out.words
    assert line.startswith("The file was saved again since you tried it out, so nothing was")
    assert not window.directory.exists
    assert focused() == "next"
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.name == "import_done")
    assert [window.directory.count(), window.directory.profile("p-9").name] == [1, "Ana Varga"]


def test_findings_when_shown_and_saved_then_they_name_the_columns_of_the_list(
    window: IntakeWindow, tmp_path: Path
) -> None:
    text = "Clinician,Fee,Takes insurance?\nAna Vidal,cheap,Bluish; Odd\n"
    _to_the_map(window, write(tmp_path, text))
    for place, field in ((0, "name"), (1, "fee_min"), (2, "payers")):
        window.mapping.set_column(place, field=field)
        settle()
    tab_to("next")
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.importing.trial is not None)

    heads = [row.heading.plain for row in window.page.groups.rows if row.isVisible()]
    assert [head for head in heads if "(“Fee”)" in head or "(“Takes insurance?”)" in head]
    window.importing.save_findings(tmp_path / "found.csv", window.words.catalogue)
    wait_for((tmp_path / "found.csv").exists)
    saved = (tmp_path / "found.csv").read_text()
    assert "(“Fee”)" in saved
    assert "fee_min" not in saved
    assert "payers" not in saved


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("clients.csv", b"Name,DOB\nAna,1980\n", "list of clients", id="clients"),
        pytest.param("a.xlsx", b"PK\x03\x04 no more", "it is damaged", id="broken"),
        pytest.param("a.csv", b"", "is empty", id="empty"),
        pytest.param("a.csv", b",,\n", "is empty", id="commas"),
        pytest.param("a.csv", None, "There is no file", id="missing"),
        pytest.param("folder", None, "is a folder", id="folder"),
        pytest.param("pipe", None, "not a plain file", id="pipe"),
        pytest.param("a.json", b'{"b": 1}', "neither FHIR", id="json"),
    ],
)
def test_file_when_it_cannot_come_in_then_the_first_page_says_why_and_keeps_what_was_typed(
    name: str, content: bytes | None, said: str, window: IntakeWindow, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    elif name == "folder":
        path.mkdir()
    elif name == "pipe":
        os.mkfifo(path)

    choose_by_keys(window, path)
    press(Qt.Key.Key_Return)
    wait_for(lambda: not window.importing.is_looking)

    assert window.name == "import"
    assert said in window.page.path.error.plain
    assert focused() == "path"
    assert window.page.path.field.text() == str(path)
    assert window.importing.file is None


def test_file_when_it_may_not_be_read_then_the_first_page_says_so(
    window: IntakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "Name\nAna\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    choose_by_keys(window, path)

    assert "cannot be opened" in window.page.path.error.plain


def test_list_when_it_becomes_one_of_clients_before_the_trial_then_the_trial_refuses_it(
    window: IntakeWindow, tmp_path: Path
) -> None:
    path = write(tmp_path, "Name,City\nAna Vidal,Salem\n")
    choose_by_keys(window, path)
    window.page.go_on()
    wait_for(lambda: window.mapping.draft is not None)
    path.write_text("Name,City,DOB\nAna Vidal,Salem,1980\n")

    window.page.go_on()
    wait_for(lambda: window.importing.trial is not None)

    assert "looks like a list of clients" in window.page.problem.plain
    assert window.page.next_button.isHidden()
    assert focused() == "again"


def test_list_when_it_is_gone_before_it_is_brought_in_then_that_is_said_and_nothing_changes(
    window: IntakeWindow, tmp_path: Path
) -> None:
    path = write(tmp_path, "id,name\np-1,Ana Vidal\n")
    choose_by_keys(window, path)
    window.page.go_on()
    wait_for(lambda: window.importing.trial is not None)
    path.unlink()

    window.page.go_on()
    wait_for(lambda: not window.importing.is_busy)

    assert window.name == "import_review"
    assert "There is no file" in window.page.problem.plain
    assert not window.directory.exists
