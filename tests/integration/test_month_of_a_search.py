"""A month after the list, on a laptop: whom to ask, first talks, how it goes, and an end."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from support.canaries import count_in, count_in_file, files_in
from support.damage import put_back
from support.keeping import another_day, answer, go_on, keep_from_here, page_of, press_on, said
from support.keeping import type_in as type_into
from support.personal import OTHER, PASSPHRASE, bytes_below, quick_personal
from support.searching import followup_of
from support.window import settle

from matcher import log
from matcher.checklist.statements import STATEMENTS, Step
from matcher.errors import MatcherError
from matcher.followup.check_in import CheckInBook
from matcher.followup.first_talk import Met
from matcher.followup.search_log import Reply
from matcher.i18n import Catalogue
from matcher.services.matching.receipt import make_receipt
from matcher.services.sheets.checklist import ChecklistOptions
from matcher.services.sheets.checklist_files import make_edition
from ui.app import Wiring
from ui.pages.check_in_page import CheckInPage
from ui.pages.reading_page import ReadingPage
from ui.pages.talk_page import TalkPage
from ui.widgets.reminder_list import ReminderList

_TOLD, _SAID, _LETTER = "Okapiwiese", "Wombatruf", "Quollnest"
_FIRST_WEEK = (Step.MOSTLY, Step.PARTLY, Step.PARTLY, Step.FULLY, Step.CANNOT_SAY)
_LATER = (Step.A_LITTLE, Step.MOSTLY, Step.PARTLY, Step.FULLY, Step.PARTLY)

pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class _Month:
    """The folder things are kept in, and the day it is."""

    folder: Path
    day: date = date(2026, 3, 2)
    people: tuple[str, ...] = field(default=())

    def today(self) -> date:
        return self.day

    @contextmanager
    def window(self, days: int = 0) -> Iterator[Wiring]:
        """Open the window some days later, with what is kept taken up again."""
        self.day += timedelta(days)
        with another_day(self.folder) as wiring:
            followup_of(wiring).today = self.today
            if quick_personal(self.folder).exists:
                press_on(wiring.window.page, "reopen")
                type_into(wiring.window.page, reopen_passphrase=PASSPHRASE)
                go_on(wiring.window.page)
            yield wiring
            assert wiring.kept is not None
            assert wiring.kept.is_safe or not quick_personal(self.folder).exists


@pytest.fixture
def month(tmp_path: Path) -> _Month:
    return _Month(tmp_path / "data")


@pytest.fixture
def log_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Path]:
    """Give a log that notes all it can."""
    path = log.to_file(tmp_path / "noted", "debug")
    logging.getLogger("matcher").info("a month begins")
    yield path
    caplog.get_records("call").clear()


def _press(wiring: Wiring, name: str) -> None:
    press_on(wiring.window.page, name)


def _back(wiring: Wiring) -> None:
    wiring.window.page.go_back()
    settle()


def _open_person(wiring: Wiring, profile_id: str) -> None:
    wiring.window.go("results")
    wiring.window.open("search")
    settle()
    _press(wiring, f"open_{profile_id}")


def _choose_day(wiring: Wiring, name: str, day: date) -> None:
    action = wiring.window.page.findChild(QAction, f"{name}_{day.isoformat()}")
    assert action is not None, name
    action.trigger()


def _begin(month: _Month) -> None:
    """Answer, keep it, and put three people on the list of whom to ask."""
    with month.window() as wiring:
        chosen = answer(wiring)
        wiring.window.open("search")
        settle()
        assert not followup_of(wiring).is_open
        _back(wiring)
        keep_from_here(wiring)
        wiring.window.open("search")
        settle()
        _press(wiring, "search_add_chosen")
        match = wiring.results.match
        assert match is not None
        third = match.evaluation.snapshot.ids[2]
        wiring.window.go("results")
        wiring.results.open(third)
        wiring.window.open("profile")
        settle()
        _press(wiring, "search_add")
        month.people = (*chosen, third)
        assert [each.profile_id for each in followup_of(wiring).search.people] == [*month.people]


def _ask_first(month: _Month) -> None:
    """Call the first on the list, who promises an answer in three days."""
    with month.window(days=1) as wiring:
        _open_person(wiring, month.people[0])
        _press(wiring, "contact_add")
        _choose_day(wiring, "contact_answer_by", month.day + timedelta(3))
        _press(wiring, "contact_keep")


def _be_reminded(month: _Month) -> None:
    """Six days later nobody has answered: ask the next one."""
    with month.window(days=6) as wiring:
        assert page_of(wiring) == "search"
        lines = wiring.window.page.findChild(ReminderList)
        assert lines is not None
        names = [each.name for each in followup_of(wiring).search.people]
        assert names[0] in " ".join(lines.words)
        assert names[1] in " ".join(lines.words)
        _press(wiring, "reminder_0")
        settle()
        _press(wiring, "contact_change_0")
        _press(wiring, f"contact_reply_{Reply.NO_ANSWER}")
        _press(wiring, "contact_keep")
        _press(wiring, "similar_show")
        _press(wiring, "next_on_list")
        assert followup_of(wiring).opened == month.people[1]
        _press(wiring, "contact_add")
        _press(wiring, f"contact_reply_{Reply.ANSWERED}")
        _press(wiring, "contact_keep")


def _talk_with_two(month: _Month) -> bytes:
    """Note two first talks; one thing was otherwise than stated. Return the slip."""
    with month.window(days=3) as wiring:
        for profile_id in month.people[2:0:-1]:
            _open_person(wiring, profile_id)
            _press(wiring, "person_talk")
            page = wiring.window.page
            assert isinstance(page, TalkPage)
            _press(wiring, f"languages_met_{Met.AS_STATED}")
            type_into(page, how_it_felt="Easy")
        _press(wiring, f"fee_met_{Met.OTHERWISE}")
        type_into(page, fee_line=_TOLD)
        assert page.table is not None
        assert len(page.table.rows[0].cells) == 2
        (row,) = page.differences
        assert _TOLD in row.said.plain
        _press(wiring, "fee_slip")
        assert page_of(wiring) == "preview_notes"
        sheets = wiring.notes_printout.sheets.sheets
        assert sheets is not None
        _back(wiring)
        assert wiring.window.page is page
        _open_person(wiring, month.people[1])
        _press(wiring, "person_found")
        found = followup_of(wiring).search.found
        assert found is not None
        assert (found.profile_id, found.day) == (month.people[1], month.day)
        return sheets.data


def _look_how_it_goes(month: _Month, steps: tuple[Step, ...]) -> bytes:
    """Say a week later how it goes; return the page as it would be printed."""
    with month.window(days=7) as wiring:
        _open_person(wiring, month.people[1])
        _press(wiring, "person_check_in")
        page = wiring.window.page
        assert isinstance(page, CheckInPage)
        for statement, step in zip(STATEMENTS, steps, strict=False):
            _press(wiring, f"{statement}_step_{step}")
        type_into(page, heard_line=_SAID)
        if not page.use.isHidden():
            _press(wiring, "use_suggested")
            type_into(page, sentence_gap_0="we began late")
        _press(wiring, "notes_print")
        sheets = wiring.notes_printout.sheets.sheets
        assert sheets is not None
        _back(wiring)
        return sheets.data


def _read_and_end(month: _Month) -> bytes:
    """Read a short page, then finish a letter; return it as it would be printed."""
    with month.window(days=2) as wiring:
        _open_person(wiring, month.people[1])
        _press(wiring, "person_check_in")
        _press(wiring, "reading")
        page = wiring.window.page
        assert isinstance(page, ReadingPage)
        page.open(4)
        assert page.opened == "endings"
        _back(wiring)
        _back(wiring)
        assert page_of(wiring) == "check_in"
        _press(wiring, "ending")
        type_into(wiring.window.page, thank=_LETTER)
        _press(wiring, "letter_print")
        sheets = wiring.notes_printout.sheets.sheets
        assert sheets is not None
        return sheets.data


def _is_in(data: bytes, word: str, folder: Path) -> bool:
    path = folder / "looked-at.pdf"
    path.write_bytes(data)
    found = count_in_file(path, [word]) > 0
    path.unlink()
    return found


def _fail_to_save(wiring: Wiring) -> None:
    """Want the newest check-in in a folder that is not there."""
    _open_person(wiring, followup_of(wiring).search.people[1].profile_id)
    _press(wiring, "person_check_in")
    _press(wiring, "notes_print")
    failed: list[MatcherError] = []
    wiring.notes_paper.failed.connect(failed.append)
    wiring.notes_paper.save(Path("/no/such/folder/my-notes.pdf"), wiring.words.catalogue)
    settle()
    assert failed
    log.note_fault(failed[0])


def _make_for_others(wiring: Wiring, folder: Path) -> None:
    """Make what else is made of the same sitting: copies to share, and a receipt."""
    wiring.window.go("results")
    settle()
    match = wiring.results.match
    assert match is not None
    (folder / "receipt").write_bytes(make_receipt(match))
    ids = [each.profile_id for each in followup_of(wiring).search.people]
    for form in ("pdf", "html", "txt"):
        options = ChecklistOptions(is_share_copy=True)
        copy = make_edition(match, ids, Catalogue("en"), options, form)
        (folder / f"copy.{form}").write_bytes(copy)


def _live_a_month(month: _Month) -> dict[str, bytes]:
    """Live it; return each page that was made."""
    _begin(month)
    _ask_first(month)
    _be_reminded(month)
    made = {"slip": _talk_with_two(month)}
    for number, steps in enumerate((_FIRST_WEEK, _FIRST_WEEK, _LATER)):
        made[f"check_in_{number}"] = _look_how_it_goes(month, steps)
    made["letter"] = _read_and_end(month)
    return made


def test_month_when_lived_then_all_is_kept_and_no_word_of_it_is_in_any_file_but_the_own(
    month: _Month, tmp_path: Path, log_file: Path
) -> None:
    made = _live_a_month(month)

    with month.window() as wiring:
        followup = followup_of(wiring)
        first, second, third = followup.search.people
        assert first.reply is Reply.NO_ANSWER
        assert second.contacts[0].reply is Reply.ANSWERED
        assert followup.talks.talk(third.profile_id) is not None
        heard = [each.answer("heard") for each in followup.check_ins.of(second.profile_id)]
        assert [each.step for each in heard] == [Step.MOSTLY, Step.MOSTLY, Step.A_LITTLE]
        assert {each.line for each in heard} == {_SAID}
        _fail_to_save(wiring)
        _make_for_others(wiring, tmp_path)

    files = [*files_in([tmp_path])]
    assert {"personal.sqlite", "receipt", "copy.txt", log_file.name} <= {
        each.name for each in files
    }
    assert " ERROR " in log_file.read_text(encoding="utf-8")
    assert [each.name for each in files if count_in_file(each, (_TOLD, _SAID, _LETTER))] == []
    holds = {name: _is_in(data, _SAID, tmp_path) for name, data in made.items()}
    assert holds == {name: name.startswith("check_in") for name in made}
    assert _is_in(made["check_in_2"], "When we began late", tmp_path)
    assert not _is_in(made["check_in_1"], "we began late", tmp_path)
    assert _is_in(made["slip"], _TOLD, tmp_path)
    assert _is_in(made["letter"], _LETTER, tmp_path)


def test_file_when_opened_wrongly_damaged_or_half_written_then_it_says_so_and_nothing_is_lost(
    month: _Month,
) -> None:
    _begin(month)
    _ask_first(month)
    (path,) = month.folder.rglob("personal.sqlite")
    whole = path.read_bytes()
    turned = bytearray(whole)
    turned[len(turned) // 2] ^= 1
    for passphrase, data in (
        (OTHER, whole),
        (PASSPHRASE, bytes(turned)),
        (PASSPHRASE, whole[: len(whole) // 2]),
        (PASSPHRASE, b""),
    ):
        put_back(path, data)
        with another_day(month.folder) as wiring:
            press_on(wiring.window.page, "reopen")
            type_into(wiring.window.page, reopen_passphrase=passphrase)
            go_on(wiring.window.page)
            page = wiring.window.page
            assert page_of(wiring) == "reopen"
            assert said(page, "reopen_passphrase_error") or said(page, "problem")
            assert not followup_of(wiring).is_open
        assert path.read_bytes() == data

    put_back(path, whole)
    with month.window() as wiring:
        (contact,) = followup_of(wiring).search.people[0].contacts
        assert contact.tried_on == month.day


def test_month_when_all_is_cleared_then_nothing_is_left_of_it(month: _Month) -> None:
    _begin(month)
    _ask_first(month)
    with month.window() as wiring:
        wiring.window.open("kept")
        settle()
        _press(wiring, "kept_clear")
        go_on(wiring.window.page)
        assert not followup_of(wiring).is_open
        assert followup_of(wiring).search.is_empty
        assert followup_of(wiring).check_ins == CheckInBook()

    left = bytes_below(month.folder)
    assert not [name for name in left if not name.endswith(".lock")]
    assert not count_in(b"".join(left.values()), month.people)
