from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.builders import make_statement
from support.colleagues import busy_colleague, come_between
from support.kept_directories import kept_directory
from support.upkeep import TODAY, confirm_controller, old_people, signed_in
from support.window import settle

from matcher.directory.profile import Source
from matcher.errors import Message, StoreError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.editing import EditingService
from matcher.services.upkeep.history import HistoryService
from ui.controllers.asked_person import AskedPerson
from ui.controllers.confirm_controller import ConfirmController
from ui.controllers.staff_session import StaffSession


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    fresh = make_statement("q", name="Fresh", accepting="yes", confirmed_on=TODAY)
    with closing(kept_directory(tmp_path, [*old_people(12), fresh])) as directory:
        yield directory


@pytest.fixture
def controller(directory: DirectoryService, qtbot: QtBot) -> ConfirmController:
    controller = confirm_controller(directory, signed_in())
    with qtbot.waitSignal(controller.listed):
        controller.request()
    return controller


def _open(controller: ConfirmController) -> dict[str, tuple[str, ...]]:
    return {person.id: person.open_fields for person in controller.people}


def test_request_when_listed_then_the_ten_most_urgent_and_how_many_there_are_in_all(
    controller: ConfirmController,
) -> None:
    assert [*_open(controller)] == [f"p-{number:03}" for number in range(1, 11)]
    assert _open(controller)["p-001"] == ("accepting", "fee_max")
    assert controller.stale == 12
    assert controller.last is None


def test_confirm_when_all_is_so_then_it_is_the_word_of_who_said_so(
    controller: ConfirmController, directory: DirectoryService, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.person_changed) as told:
        controller.confirm("p-001")

    assert told.args[0].open_fields == ()
    fact = directory.profile("p-001").facts["accepting"]
    assert (fact.source, fact.confirmed_on) == (Source.THERAPIST, TODAY)
    assert controller.stale == 11
    assert controller.last is not None
    assert controller.last.id == "p-001"
    with directory.database().reading() as work:
        assert work.trail.acts(1)[0].deed.who == "Kim"


def test_confirm_when_the_clinic_knows_one_fact_then_that_one_is_the_clinic_s_word(
    controller: ConfirmController, directory: DirectoryService, qtbot: QtBot
) -> None:
    controller.source = Source.CLINIC
    with qtbot.waitSignal(controller.person_changed):
        controller.confirm("p-001", "fee_max")

    assert _open(controller)["p-001"] == ("accepting",)
    assert controller.stale == 12
    assert directory.profile("p-001").facts["fee_max"].source is Source.CLINIC


def test_confirm_when_pressed_quickly_then_nobody_is_left_out_and_each_can_be_taken_back(
    controller: ConfirmController, directory: DirectoryService
) -> None:
    for number in (1, 2, 3):
        controller.confirm(f"p-{number:03}")
    settle()
    assert [id_ for id_, fields in _open(controller).items() if not fields] == [
        "p-001", "p-002", "p-003"
    ]  # fmt: skip

    for _ in range(3):
        controller.undo()
        settle()
    assert all(_open(controller).values())
    assert controller.last is None
    assert directory.profile("p-001").facts["accepting"].confirmed_on != TODAY


def test_request_when_it_is_the_same_day_then_the_ten_stay_and_say_how_they_stand(
    controller: ConfirmController, directory: DirectoryService, qtbot: QtBot
) -> None:
    EditingService(directory).change("p-002", {"accepting": "no"}, source=Source.CLINIC, day=TODAY)
    with qtbot.waitSignal(controller.listed):
        controller.request()

    assert len(controller.people) == 10
    assert _open(controller)["p-002"] == ("fee_max",)


def test_request_when_another_day_has_come_then_there_are_another_ten(
    directory: DirectoryService, qtbot: QtBot
) -> None:
    day = [TODAY]
    controller = confirm_controller(directory, signed_in(), lambda: day[0])
    controller.request()
    settle()
    controller.confirm("p-001")
    controller.set_unreached("p-002", is_unreached=True)
    settle()
    day[0] = TODAY + timedelta(days=1)
    controller.request()
    settle()

    assert controller.people[0].id == "p-002"
    assert controller.unreached == frozenset()
    assert controller.last is None


def test_unreached_when_said_then_nothing_changes_and_it_counts_for_today(
    controller: ConfirmController, directory: DirectoryService, qtbot: QtBot
) -> None:
    before = directory.profile("p-001")
    with qtbot.waitSignal(controller.person_changed) as told:
        controller.set_unreached("p-001", is_unreached=True)

    assert controller.is_done(told.args[0])
    assert directory.profile("p-001") == before
    controller.set_unreached("p-001", is_unreached=False)
    assert not controller.is_done(told.args[0])


def test_confirm_when_nobody_is_signed_in_then_it_asks_for_that_and_changes_nothing(
    directory: DirectoryService, qtbot: QtBot
) -> None:
    session = StaffSession()
    controller = confirm_controller(directory, session)
    controller.request()
    settle()
    with qtbot.waitSignal(session.sign_in_requested):
        controller.confirm("p-001")
    settle()

    assert all(_open(controller).values())


def test_confirm_when_the_same_source_spoke_later_then_it_says_why_not(
    controller: ConfirmController, directory: DirectoryService, qtbot: QtBot
) -> None:
    EditingService(directory).change(
        "p-001", {"accepting": "yes"}, source=Source.THERAPIST, day=TODAY
    )
    controller._today = lambda: TODAY - timedelta(days=3)
    with qtbot.waitSignal(controller.failed) as told:
        controller.confirm("p-001")

    assert told.args[0].messages[0].key == "error.store.outdated"
    assert controller.last is None


def test_undo_when_a_colleague_comes_between_then_one_s_own_confirmation_is_taken_back(
    controller: ConfirmController, directory: DirectoryService, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague = busy_colleague(directory, "p-001")
    come_between(monkeypatch, controller._services.confirming, "confirm_seen", colleague)
    controller.confirm("p-001")
    settle()
    controller.undo()
    settle()

    assert controller.last is None
    profile = directory.profile("p-001")
    assert profile.facts["accepting"].confirmed_on != TODAY
    assert profile.value("area") == "Area 2"


def test_confirm_when_only_a_colleague_changed_something_then_there_is_nothing_to_take_back(
    controller: ConfirmController, directory: DirectoryService, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirming = controller._services.confirming
    confirming.confirm(
        "p-001",
        ("accepting", "fee_max"),
        source=Source.THERAPIST,
        day=TODAY,
        who=LoggedIn("colleague"),
    )
    come_between(monkeypatch, confirming, "confirm_seen", busy_colleague(directory, "p-001"))
    controller.confirm("p-001")
    settle()

    assert _open(controller)["p-001"] == ()
    assert controller.last is None


def test_undo_when_it_fails_for_now_then_it_can_be_tried_again(
    controller: ConfirmController,
    directory: DirectoryService,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    controller.confirm("p-001")
    settle()

    def busy(*_: object) -> None:
        raise StoreError(Message("error.store.locked", file="directory.sqlite"))

    with monkeypatch.context() as meanwhile, qtbot.waitSignal(controller.failed):
        meanwhile.setattr(controller._services.history, "undo", busy)
        controller.undo()
    assert controller.last is not None

    controller.undo()
    settle()
    assert controller.last is None
    assert directory.profile("p-001").facts["accepting"].confirmed_on != TODAY


def test_undo_when_a_colleague_took_it_back_already_then_the_one_before_is_next(
    controller: ConfirmController, directory: DirectoryService, qtbot: QtBot
) -> None:
    for number in (1, 2):
        controller.confirm(f"p-{number:03}")
        settle()
    history = HistoryService(directory)
    history.undo(history.acts(1)[0].id, LoggedIn("colleague"))

    with qtbot.waitSignal(controller.failed) as told:
        controller.undo()

    assert told.args[0].messages[0].key == "error.store.undone"
    assert controller.last is not None
    assert controller.last.id == "p-001"


def _change_in_between(
    monkeypatch: pytest.MonkeyPatch, controller: ConfirmController, **cells: str
) -> None:
    """Let a colleague change `p-001` just before something is confirmed."""
    editing = EditingService(controller._services.directory)

    def change() -> None:
        editing.change("p-001", cells, source=Source.CLINIC, day=TODAY, who=LoggedIn("Bo"))

    come_between(monkeypatch, controller._services.confirming, "confirm_seen", change)


def test_confirm_when_a_colleague_changes_it_before_then_nothing_is_signed_and_it_is_asked_anew(
    controller: ConfirmController,
    directory: DirectoryService,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as meanwhile, qtbot.waitSignal(controller.overtaken) as told:
        _change_in_between(meanwhile, controller, accepting="no", fee_max="999")
        controller.confirm("p-001")

    profile = directory.profile("p-001")
    for field in ("accepting", "fee_max"):
        assert profile.facts[field].source is Source.CLINIC
        said = {fact.source: fact.confirmed_on for fact in profile.said(field)}
        assert said[Source.THERAPIST] != TODAY
    assert controller.last is None
    person = told.args[0]
    assert person == controller.people[0]
    assert person.open_fields == ("accepting", "fee_max")
    assert [fact.now for fact in person.facts] == [
        profile.facts["accepting"], profile.facts["fee_max"]
    ]  # fmt: skip

    controller.confirm("p-001")
    settle()
    fact = directory.profile("p-001").facts["fee_max"]
    assert (fact.source, str(fact.value)) == (Source.THERAPIST, "999")


def test_confirm_when_a_colleague_takes_a_fact_out_then_only_the_other_is_left_to_ask(
    controller: ConfirmController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def withdraw() -> None:
        EditingService(controller._services.directory).change(
            "p-001", {"fee_max": ""}, source=Source.THERAPIST, day=TODAY, who=LoggedIn("Bo")
        )

    come_between(monkeypatch, controller._services.confirming, "confirm_seen", withdraw)
    with qtbot.waitSignal(controller.overtaken):
        controller.confirm("p-001")

    assert _open(controller)["p-001"] == ("accepting",)


def test_confirm_when_one_fact_and_then_all_is_pressed_quickly_then_nobody_came_between(
    controller: ConfirmController, directory: DirectoryService, qtbot: QtBot
) -> None:
    controller.source = Source.CLINIC
    with qtbot.assertNotEmitted(controller.overtaken):
        controller.confirm("p-001", "fee_max")
        controller.confirm("p-001")
        controller.confirm("p-001")
        settle()

    assert _open(controller)["p-001"] == ()
    assert directory.profile("p-001").facts["accepting"].source is Source.CLINIC


def test_confirm_when_it_failed_for_now_then_it_can_be_tried_again(
    controller: ConfirmController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise StoreError(Message("error.store.locked", file="directory.sqlite"))

    with monkeypatch.context() as meanwhile, qtbot.waitSignal(controller.failed):
        meanwhile.setattr(controller._services.confirming, "confirm_seen", busy)
        controller.confirm("p-001")

    controller.confirm("p-001")
    settle()
    assert _open(controller)["p-001"] == ()


def test_confirm_when_asked_anew_while_others_wait_then_the_answer_counts(
    controller: ConfirmController, directory: DirectoryService, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = []

    def answer_at_once(person: AskedPerson) -> None:
        waiting.append(controller._doing.busy)
        controller.confirm(person.id)

    with monkeypatch.context() as meanwhile:
        _change_in_between(meanwhile, controller, fee_max="999")
        controller.overtaken.connect(lambda _: meanwhile.undo())
        controller.overtaken.connect(answer_at_once)
        for number in (1, 2, 3):
            controller.confirm(f"p-{number:03}")
        settle()
        settle()

    assert waiting == [True]
    fact = directory.profile("p-001").facts["fee_max"]
    assert (fact.source, str(fact.value)) == (Source.THERAPIST, "999")
    assert [_open(controller)[f"p-{number:03}"] for number in (1, 2, 3)] == [(), (), ()]
