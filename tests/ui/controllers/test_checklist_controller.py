from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from pytestqt.qtbot import QtBot
from support.sittings import make_results

from matcher.checklist.part import PartId
from matcher.checklist.selection import MOST, Selection
from matcher.document import Edition
from matcher.errors import OutputError
from matcher.i18n import Catalogue
from matcher.services.matching.match import Match
from matcher.services.sheets.checklist import ChecklistOptions, suggest
from matcher.services.sheets.sheet_form import Form
from ui.controllers import checklist_controller
from ui.controllers.checklist_controller import ChecklistController
from ui.controllers.results_controller import ResultsController

_ENGLISH = Catalogue("en")
_SLOW = 60_000


@pytest.fixture
def results(qtbot: QtBot) -> ResultsController:
    results, _ = make_results()
    with qtbot.waitSignal(results.match_changed):
        results.request()
    results.choose("p-001")
    return results


def _picked(checklist: ChecklistController) -> list[str]:
    return [each.id for each in checklist.selection("p-001").suggested]


def test_selection_when_nothing_is_picked_then_it_is_the_suggestion(
    results: ResultsController,
) -> None:
    checklist = ChecklistController(results)

    assert 3 <= len(_picked(checklist)) <= MOST
    assert checklist.people == ("p-001",)


def test_pick_when_a_question_is_added_then_it_stands_last(
    results: ResultsController, qtbot: QtBot
) -> None:
    checklist = ChecklistController(results)
    other = checklist.selection("p-001").others[0].id

    with qtbot.waitSignal(checklist.selection_changed):
        checklist.pick("p-001", other, True)

    assert _picked(checklist)[-1] == other


def test_pick_when_five_are_on_the_sheet_then_a_sixth_is_only_told(
    results: ResultsController, qtbot: QtBot
) -> None:
    checklist = ChecklistController(results)
    others = [each.id for each in checklist.selection("p-001").others]
    while len(_picked(checklist)) < MOST:
        checklist.pick("p-001", others.pop(0), True)
    before = _picked(checklist)

    with qtbot.waitSignal(checklist.limit_reached) as told:
        checklist.pick("p-001", others[0], True)

    assert told.args == ["p-001", True]
    assert _picked(checklist) == before


def test_pick_when_the_last_question_is_taken_off_then_it_stays(
    results: ResultsController, qtbot: QtBot
) -> None:
    checklist = ChecklistController(results)
    *rest, last = _picked(checklist)
    for id_ in rest:
        checklist.pick("p-001", id_, False)

    with qtbot.waitSignal(checklist.limit_reached) as told:
        checklist.pick("p-001", last, False)

    assert told.args == ["p-001", False]
    assert _picked(checklist) == [last]


def test_move_when_asked_up_then_two_questions_change_places(results: ResultsController) -> None:
    checklist = ChecklistController(results)
    first, second, *rest = _picked(checklist)

    checklist.move("p-001", second, -1)

    assert _picked(checklist) == [second, first, *rest]


def test_move_when_already_first_then_nothing_changes(
    results: ResultsController, qtbot: QtBot
) -> None:
    checklist = ChecklistController(results)
    before = _picked(checklist)

    with qtbot.assertNotEmitted(checklist.selection_changed):
        checklist.move("p-001", before[0], -1)

    assert _picked(checklist) == before


def test_paper_when_nobody_chose_then_it_is_usual_in_the_region(
    results: ResultsController,
) -> None:
    checklist = ChecklistController(results)
    assert checklist.paper == "Letter"

    checklist.set_paper("A4")

    assert checklist.paper == "A4"


def test_usual_path_when_the_name_is_taken_then_the_next_is_free(
    results: ResultsController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    checklist = ChecklistController(results)
    first = checklist.usual_path()
    first.write_bytes(b"somebody's")

    second = checklist.usual_path()

    assert (first.name, second.name) == ("first-visit-notes.pdf", "first-visit-notes-2.pdf")


def test_save_when_asked_then_the_sheets_are_a_pdf(
    results: ResultsController, qtbot: QtBot, tmp_path: Path
) -> None:
    checklist = ChecklistController(results)
    checklist.set_parts([PartId.TAKE_IN])
    question = checklist.selection("p-001").others[0].id
    checklist.pick("p-001", question, True)

    with qtbot.waitSignal(checklist.saved, timeout=_SLOW) as told:
        checklist.save(tmp_path / "notes.pdf", _ENGLISH)

    assert told.args == [tmp_path / "notes.pdf"]
    assert len(pypdf.PdfReader(tmp_path / "notes.pdf").pages) >= 1
    assert not checklist.busy


def test_save_when_there_is_no_folder_then_it_fails_with_words(
    results: ResultsController, qtbot: QtBot, tmp_path: Path
) -> None:
    checklist = ChecklistController(results)

    with qtbot.waitSignal(checklist.failed, timeout=_SLOW) as told:
        checklist.save(tmp_path / "nowhere" / "notes.pdf", _ENGLISH)

    assert isinstance(told.args[0], OutputError)
    assert _picked(checklist)


def test_add_own_when_there_is_room_then_it_stands_last_and_can_be_moved(
    results: ResultsController,
) -> None:
    checklist = ChecklistController(results)
    before = _picked(checklist)

    assert checklist.add_own("p-001", "Do you know my trade?")
    checklist.move("p-001", "own.1", -1)

    assert _picked(checklist) == [*before[:-1], "own.1", before[-1]]


def test_add_own_when_the_page_is_full_then_the_last_that_was_only_suggested_makes_way(
    results: ResultsController,
) -> None:
    checklist = ChecklistController(results)
    suggested = _picked(checklist)
    others = [each.id for each in checklist.selection("p-001").others]
    while len(_picked(checklist)) < MOST:
        checklist.pick("p-001", others.pop(0), True)
    before = _picked(checklist)
    gone = checklist.makes_way("p-001")

    assert checklist.add_own("p-001", "Do you know my trade?")

    assert gone is not None
    assert gone.id == suggested[-1]
    assert _picked(checklist) == [*(id_ for id_ in before if id_ != gone.id), "own.1"]


def test_add_own_when_the_person_chose_all_then_nothing_makes_way(
    results: ResultsController,
) -> None:
    checklist = ChecklistController(results)
    for number in range(MOST):
        assert checklist.add_own("p-001", f"Question {number}?")
    before = _picked(checklist)

    assert before == [f"own.{number}" for number in range(1, MOST + 1)]
    assert checklist.makes_way("p-001") is None
    assert not checklist.add_own("p-001", "Do you know my trade?")
    assert _picked(checklist) == before


def test_add_own_when_it_stands_there_already_then_nothing_makes_way(
    results: ResultsController,
) -> None:
    checklist = ChecklistController(results)
    while checklist.has_room("p-001"):
        checklist.add_own("p-001", f"Question {len(_picked(checklist))}?")
    before = _picked(checklist)
    words = checklist.order(_ENGLISH).options.own["p-001"][0]

    assert checklist.add_own("p-001", words)

    assert _picked(checklist) == before


def test_pick_when_a_question_is_put_back_then_it_stands_where_it_stood(
    results: ResultsController,
) -> None:
    checklist = ChecklistController(results)
    before = _picked(checklist)

    checklist.pick("p-001", before[0], False)
    checklist.pick("p-001", before[0], True)

    assert _picked(checklist) == before


def test_pick_when_an_own_question_is_taken_off_then_its_words_are_given_back(
    results: ResultsController, qtbot: QtBot
) -> None:
    checklist = ChecklistController(results)
    before = _picked(checklist)
    checklist.add_own("p-001", "Do you know my trade?")

    with qtbot.waitSignal(checklist.own_taken_off) as told:
        checklist.pick("p-001", "own.1", False)

    assert told.args == ["p-001", "Do you know my trade?"]
    assert _picked(checklist) == before


def test_order_when_nobody_picked_then_no_pick_is_made_up(results: ResultsController) -> None:
    checklist = ChecklistController(results)

    assert not checklist.order(_ENGLISH).options.picks["p-001"]


def test_order_when_somebody_picked_then_the_picks_are_in_it(results: ResultsController) -> None:
    checklist = ChecklistController(results)
    checklist.pick("p-001", checklist.selection("p-001").others[0].id, True)

    assert [*checklist.order(_ENGLISH).options.picks["p-001"]] == _picked(checklist)


@pytest.mark.parametrize(
    ("look", "says"),
    [
        ("large", lambda options: options.edition.is_large),
        ("airy", lambda options: options.edition.is_airy),
        ("one_sheet", lambda options: options.is_one_sheet),
        ("share", lambda options: options.is_share_copy),
        ("short", lambda options: options.is_short),
        ("fillable", lambda options: options.is_fillable),
    ],
)
def test_order_when_a_look_is_wanted_then_it_and_no_other_is_in_the_options(
    results: ResultsController, look: str, says: Callable[[ChecklistOptions], bool]
) -> None:
    checklist = ChecklistController(results)
    assert not says(checklist.order(_ENGLISH).options)

    checklist.set_looks([look])

    assert says(checklist.order(_ENGLISH).options)


def test_looks_when_fewer_questions_are_wanted_then_those_on_the_screen_follow(
    results: ResultsController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def spy(match: Match, profile_id: str, *, is_short: bool = False) -> Selection:
        asked.append(is_short)
        return suggest(match, profile_id, is_short=is_short)

    monkeypatch.setattr(checklist_controller, "suggest", spy)
    checklist = ChecklistController(results)
    checklist.selection("p-001")

    with qtbot.waitSignal(checklist.selection_changed):
        checklist.set_looks(["short"])
    checklist.selection("p-001")

    assert asked == [False, True]


@pytest.mark.parametrize(
    ("form", "name"),
    [("txt", "a.txt"), ("html", "a"), ("html", "a.pdf"), ("pdf", "a.htm")],
    ids=["as chosen", "without an ending", "the ending says otherwise", "a short ending"],
)
def test_save_when_a_form_is_chosen_then_the_file_is_what_its_name_says(
    results: ResultsController, qtbot: QtBot, tmp_path: Path, form: Form, name: str
) -> None:
    checklist = ChecklistController(results)
    checklist.set_parts([PartId.TAKE_IN])
    checklist.set_form(form)

    with qtbot.waitSignal(checklist.saved, timeout=_SLOW):
        checklist.save(tmp_path / name, _ENGLISH)

    assert (tmp_path / name).read_bytes().startswith(b"%PDF") is name.endswith(".pdf")


def test_save_when_no_form_has_the_ending_then_it_fails_with_words(
    results: ResultsController, qtbot: QtBot, tmp_path: Path
) -> None:
    checklist = ChecklistController(results)

    with qtbot.waitSignal(checklist.failed, timeout=_SLOW) as told:
        checklist.save(tmp_path / "a.docx", _ENGLISH)

    assert told.args[0].messages[0].key == "error.output.other_ending"
    assert not (tmp_path / "a.docx").exists()


def test_order_when_looks_and_language_are_chosen_then_they_are_in_it(
    results: ResultsController,
) -> None:
    checklist = ChecklistController(results)
    checklist.set_looks(["share", "large"])
    checklist.set_language("es")

    order = checklist.order(_ENGLISH)

    assert checklist.looks == ("large", "share")
    assert order.catalogue.language == "es"
    assert order.options.edition == Edition(is_large=True)
    assert (order.options.is_share_copy, order.options.is_one_sheet) == (True, False)


def test_forget_when_a_sitting_ends_then_picks_are_gone(results: ResultsController) -> None:
    checklist = ChecklistController(results)
    before = _picked(checklist)
    checklist.pick("p-001", before[0], False)
    checklist.add_own("p-001", "Do you know my trade?")
    checklist.set_parts([])
    checklist.set_looks(["large"])
    checklist.set_language("es")

    checklist.forget()

    assert _picked(checklist) == before
    assert checklist.parts == (*PartId,)
    assert (checklist.looks, checklist.language) == ((), "")
