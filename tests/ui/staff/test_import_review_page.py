from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.held_work import HeldWork
from support.importing import write
from support.intake_window import IntakeWindow, choose_by_keys, open_intake, wait_for
from support.window import focused, settle

from matcher.services.staff.signed_in import LoggedIn
from ui.staff.finding_fold import FindingFold
from ui.staff.import_review_page import ImportReviewPage
from ui.widgets.save_dialog import SaveDialog

_LIST = "id,name,city,accepting\np-1,Ana Vidal,Salem,yes\np-2,Bo Lund,Salem,perhaps\n,,,\n-!,,,\n"


@pytest.fixture
def window(tmp_path: Path, qapp: object) -> Iterator[IntakeWindow]:
    with open_intake(tmp_path) as opened:
        yield opened


def _review(window: IntakeWindow, path: Path) -> ImportReviewPage:
    window.importing.forget()
    window.go("import")
    choose_by_keys(window, path)
    window.page.go_on()
    wait_for(lambda: window.importing.trial is not None)
    settle()
    page = window.page
    assert isinstance(page, ImportReviewPage)
    return page


def test_page_when_a_trial_is_done_then_it_counts_and_puts_first_what_needs_a_hand(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _review(window, write(tmp_path, _LIST))

    assert page.why.plain == "This was a trial. Nothing has been changed yet."
    assert [page.tally.figures[each].plain for each in ("added", "skipped", "rows")] == [
        "2", "1", "3",
    ]  # fmt: skip
    first = page.groups.rows[0]
    assert isinstance(first, FindingFold)
    assert first.heading.plain.endswith("not taken over as it stands")
    assert focused() == "next"
    assert not window.directory.exists


def test_page_when_a_list_was_taken_over_before_then_it_says_that_nothing_would_happen(
    window: IntakeWindow, tmp_path: Path
) -> None:
    path = write(tmp_path, "id,name\np-1,Ana Vidal\n")
    _review(window, path).go_on()
    wait_for(lambda: window.name == "import_done")

    page = _review(window, path)

    assert page.next_button.isHidden()
    assert "The file would bring nobody in and change nobody." in page.left_out.words


def test_page_when_people_are_brought_in_then_it_says_so_and_how_far_it_is(
    window: IntakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = HeldWork(monkeypatch)
    page = _review(window, write(tmp_path, _LIST))

    page.go_on()
    window.importing.moved.emit(2)

    assert page.heading.plain == "Bringing them in …"
    assert "trial" not in page.why.plain
    assert page.progress.plain == "2 of 3 rows read."
    held.let_go()
    wait_for(lambda: window.name == "import_done")


def test_page_when_covered_while_people_are_brought_in_then_what_came_of_it_is_below(
    window: IntakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = HeldWork(monkeypatch)
    page = _review(window, write(tmp_path, _LIST))
    page.go_on()
    window.hide()

    held.let_go()
    wait_for(lambda: window.name == "import_done")


def test_page_when_nobody_signed_in_then_bringing_in_asks_for_it_and_loses_nothing(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _review(window, write(tmp_path, _LIST))
    window.session.sign_out()

    page.go_on()

    assert window.sign_ins == ["import_review"]
    assert page.next_button.isVisible()
    assert page.all.isVisible()
    assert not window.directory.exists
    window.session.sign_in(LoggedIn("rosa"))
    page.go_on()
    wait_for(lambda: window.name == "import_done")


def test_page_when_stopped_then_it_says_that_the_directory_is_as_it_was(
    window: IntakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = "".join(f"q-{number},Name {number}\n" for number in range(20_000))
    page = _review(window, write(tmp_path, f"id,name\n{rows}"))
    window.importing.moved.connect(page.stop.click)

    with qtbot.waitSignal(page.moved_on):
        page.go_on()
    assert page.stop.isVisible()
    assert focused() == "stop"
    # Not by `wait_for`: it lets the work end before it lets the window hear of it.
    qtbot.waitUntil(lambda: not window.importing.is_busy, timeout=60_000)

    assert page.problem.plain == "Stopped. The directory is as it was."
    assert page.next_button.isVisible()
    assert focused() == "next"
    assert not window.directory.exists or window.directory.count() == 0


def test_page_when_a_trial_is_stopped_then_it_can_be_tried_again(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _review(window, write(tmp_path, _LIST))
    window.importing.trial = None
    page.enter()
    page.stop.click()
    wait_for(lambda: not window.importing.is_busy)
    if window.importing.trial is None:
        assert page.problem.plain == "Stopped. The directory is as it was."
        assert focused() == "again"
        page.again.click()

    wait_for(lambda: window.importing.trial is not None)
    settle()
    assert page.next_button.isVisible()
    assert page.problem.plain == ""


def test_page_when_left_while_a_trial_runs_and_entered_at_once_then_the_trial_is_shown(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _review(window, write(tmp_path, _LIST))
    window.importing.trial = None
    page.enter()

    page.go_back()
    assert window.name == "import"
    window.page.go_on()
    assert window.name == "import_review"
    wait_for(lambda: window.importing.trial is not None)
    settle()

    assert page.problem.plain == ""
    assert page.again.isHidden()
    assert page.next_button.isVisible()


def test_page_when_the_list_is_saved_then_it_says_where(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _review(window, write(tmp_path, _LIST))
    page.save.click()
    (dialog,) = page.findChildren(SaveDialog)

    dialog.fileSelected.emit(str(tmp_path / "found.csv"))
    dialog.reject()
    wait_for(lambda: "found.csv" in page.saved.plain)

    assert "perhaps" in (tmp_path / "found.csv").read_text()


def test_page_when_a_list_cannot_be_saved_then_it_says_why_and_all_stays(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _review(window, write(tmp_path, _LIST))
    (tmp_path / "mine.csv").write_text("my own")

    window.importing.save_findings(tmp_path / "mine.csv", window.words.catalogue)
    wait_for(lambda: page.problem.plain != "")

    assert (tmp_path / "mine.csv").read_text() == "my own"
    assert page.next_button.isVisible()
    assert page.saved.plain == ""


def test_page_when_the_language_changes_then_every_word_does(
    window: IntakeWindow, tmp_path: Path
) -> None:
    page = _review(window, write(tmp_path, _LIST))

    window.words.set_code("es")
    settle()

    assert page.heading.plain == "Esto es lo que pasaría"
    assert page.tally.figures["added"].accessibleName() == "Personas nuevas: 2"
