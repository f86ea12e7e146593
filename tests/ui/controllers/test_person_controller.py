from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.colleagues import come_between
from support.staff_rooms import TODAY, Room, open_room
from support.window import settle

from matcher.directory.fact_age import FactAge
from matcher.directory.profile import Fact, Source
from matcher.services.files.backup import BackupService
from matcher.services.staff.signed_in import LoggedIn
from ui.controllers.person_controller import PersonController
from ui.controllers.person_jobs import EditOutcome
from ui.controllers.refusal import Refusal


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with open_room(tmp_path) as room:
        with qtbot.waitSignal(room.person.loaded):
            room.person.request()
        yield room
        settle()


@pytest.fixture
def person(room: Room) -> PersonController:
    return room.person


def _save(person: PersonController, qtbot: QtBot) -> EditOutcome:
    with qtbot.waitSignal(person.done) as told:
        person.save()
    assert isinstance(told.args[0], EditOutcome)
    return told.args[0]


def _refused(person: PersonController, qtbot: QtBot) -> Refusal:
    with qtbot.waitSignal(person.refused) as told:
        person.save()
    assert isinstance(told.args[0], Refusal)
    return told.args[0]


def test_profile_when_read_then_every_word_on_a_field_is_known_with_its_age(
    person: PersonController,
) -> None:
    fact = person.fact("city")

    assert person.is_loaded
    assert fact is not None
    assert (fact.value, person.age(fact)) == ("Aue", FactAge.FRESH)
    assert [(other.source, other.value) for other in person.others("city")] == [
        (Source.REGISTER, "Ems")
    ]
    fee = person.fact("fee_max")
    assert fee is not None
    assert person.age(fee) is FactAge.OLD


def test_draft_when_it_is_what_holds_again_then_nothing_is_changed(
    person: PersonController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(person.draft_changed) as told:
        person.set_cell("city", "Ulm")
    assert told.args == ["city"]
    assert (person.cell("city"), person.changed) == ("Ulm", ("city",))

    person.set_cell("city", "Aue")

    assert person.changed == ()


def test_save_when_all_is_well_then_it_is_one_act_of_the_word_chosen(
    person: PersonController, room: Room, qtbot: QtBot
) -> None:
    person.source, person.day = Source.THERAPIST, "2026-11-20"
    person.set_cell("city", "Ulm")
    person.set_cell("tools", "-")

    done = _save(person, qtbot)

    facts = room.directory.profile("p-1").facts
    assert (facts["city"].source, facts["city"].confirmed_on) == (
        Source.THERAPIST,
        date(2026, 11, 20),
    )
    assert facts["tools"].value == ()
    assert (done.what, person.changed) == ("saved", ())
    assert room.services.history.acts(1)[0].changes == 2


def test_save_when_nothing_was_changed_then_that_is_told(
    person: PersonController, qtbot: QtBot
) -> None:
    assert _save(person, qtbot).what == "nothing"


def test_save_when_a_cell_is_wrong_then_it_is_told_by_field_and_nothing_is_lost(
    person: PersonController, room: Room, qtbot: QtBot
) -> None:
    person.set_cell("fee_max", "much")
    person.set_cell("next_opening", "soon")
    person.set_cell("city", "Ulm")

    refusal = _refused(person, qtbot)

    assert {*refusal.by_field} == {"fee_max", "next_opening"}
    assert refusal.by_field["fee_max"][0].key == "finding.cell.number"
    assert person.changed == ("next_opening", "city", "fee_max") or len(person.changed) == 3
    assert room.directory.profile("p-1").value("city") == "Aue"


def test_save_when_the_source_has_spoken_since_then_the_field_is_told(
    person: PersonController, qtbot: QtBot
) -> None:
    person.source, person.day = Source.THERAPIST, "2026-02-01"
    person.set_cell("city", "Ulm")

    refusal = _refused(person, qtbot)

    assert [message.key for message in refusal.by_field["city"]] == ["editor.newer"]
    assert [message.key for message in refusal.others] == ["error.store.outdated"]


@pytest.mark.parametrize(
    ("day", "key"),
    [("tomorrow", "editor.no_day"), ("", "editor.no_day"), ("2026-11-23", "editor.day_to_come")],
)
def test_save_when_the_day_is_wrong_then_that_is_told_under_no_field(
    person: PersonController, qtbot: QtBot, day: str, key: str
) -> None:
    person.set_cell("city", "Ulm")
    person.day = day

    refusal = _refused(person, qtbot)

    assert [message.key for message in refusal.by_field[""]] == [key]
    assert person.changed == ("city",)


def test_change_when_nobody_is_signed_in_then_signing_in_is_asked_for_and_nothing_is_lost(
    person: PersonController, room: Room, qtbot: QtBot
) -> None:
    person.set_cell("city", "Ulm")
    room.session.sign_out()

    with qtbot.waitSignal(room.session.sign_in_requested):
        person.save()

    assert not person.busy
    assert person.changed == ("city",)
    room.session.sign_in(LoggedIn("Kim"))
    _save(person, qtbot)
    assert room.services.history.acts(1)[0].deed.who == "Kim"


@pytest.mark.parametrize(
    ("source", "cell", "over"),
    [
        pytest.param(Source.CLINIC, "Ulm", None, id="newer"),
        pytest.param(Source.CLINIC, "", Source.THERAPIST, id="only its own is taken back"),
        pytest.param(Source.THERAPIST, "", Source.REGISTER, id="the next holds"),
    ],
)
def test_draft_when_another_word_would_hold_then_it_is_known_before_saving(
    person: PersonController, source: Source, cell: str, over: Source | None
) -> None:
    person.source = source
    person.set_cell("city", cell)

    found = person.outweighed_by("city")

    assert (found.source if found else None) is over
    assert person.outweighed_by("area") is None


def test_draft_when_of_an_older_day_then_the_newer_word_would_hold(
    person: PersonController,
) -> None:
    person.day = "2026-03-01"
    person.set_cell("city", "Ulm")

    found = person.outweighed_by("city")

    assert found is not None
    assert found.value == "Aue"
    person.day = "once"
    assert person.outweighed_by("city") is None


def test_confirm_when_something_is_not_saved_then_that_comes_first(
    person: PersonController, qtbot: QtBot
) -> None:
    person.set_cell("city", "Ulm")
    with qtbot.waitSignal(person.refused) as told:
        person.confirm_all()
    assert [message.key for message in told.args[0].others] == ["editor.save_first"]

    person.let_go()
    with qtbot.waitSignal(person.done) as told:
        person.confirm_all()
    assert told.args[0].what == "confirmed"
    fact = person.fact("fee_max")
    assert fact is not None
    assert (fact.confirmed_on, fact.source) == (TODAY, Source.CLINIC)


def test_publish_when_taken_back_then_it_is_as_before(
    person: PersonController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(person.done) as told:
        person.publish(shown=False)
    assert not person.profile.published

    with qtbot.waitSignal(person.done):
        person.undo(told.args[0].act_id)
    assert person.profile.published


def test_new_person_when_saved_then_the_editor_is_about_them(
    person: PersonController, qtbot: QtBot
) -> None:
    person.open("")
    with qtbot.waitSignal(person.loaded):
        person.request()
    assert (person.is_loaded, person.profile.facts) == (True, {})
    person.set_cell("name", "Cy Dahl")

    done = _save(person, qtbot)

    assert (done.what, person.profile_id, person.profile.published) == ("added", "cy-dahl", False)
    with qtbot.waitSignal(person.done) as told:
        person.undo(done.act_id)
    assert (told.args[0].what, person.profile_id) == ("gone", "")


def test_profile_when_there_is_none_then_that_is_told(
    person: PersonController, qtbot: QtBot
) -> None:
    person.open("p-9")

    with qtbot.waitSignal(person.failed):
        person.request()
    assert not person.is_loaded


def _colleague_writes(room: Room, field: str, cell: str) -> None:
    room.services.editing.change(
        "p-1", {field: cell}, source=Source.CLINIC, day=TODAY, who=LoggedIn("Bo")
    )


def test_save_when_a_colleague_changed_it_meanwhile_then_nothing_is_lost_and_both_are_known(
    person: PersonController, room: Room, qtbot: QtBot
) -> None:
    person.set_cell("city", "Ulm")
    person.set_cell("tools", "-")
    _colleague_writes(room, "city", "Jena")

    refusal = _refused(person, qtbot)

    assert [*refusal.by_field] == ["city"]
    fact, act = person.fact("city"), person.overtaken["city"]
    assert fact is not None
    assert act is not None
    assert (fact.value, act.deed.who) == ("Jena", "Bo")
    assert person.cell("city") == "Ulm"
    assert person.changed == ("city", "tools")
    assert room.directory.profile("p-1").text("city") == "Jena"
    assert [*_refused(person, qtbot).by_field] == ["city"]


@pytest.mark.parametrize(("keeps", "city"), [(True, "Ulm"), (False, "Jena")])
def test_save_when_it_is_decided_which_one_stays_then_that_does(
    person: PersonController, room: Room, qtbot: QtBot, keeps: bool, city: str
) -> None:
    person.set_cell("city", "Ulm")
    person.set_cell("tools", "-")
    _colleague_writes(room, "city", "Jena")
    _refused(person, qtbot)

    (person.keep_mine if keeps else person.take_theirs)("city")
    done = _save(person, qtbot)

    assert done.what == "saved"
    assert room.directory.profile("p-1").text("city") == city
    assert room.directory.profile("p-1").value("tools") == ()
    assert person.changed == ()


def test_save_when_a_colleague_changed_another_word_of_the_field_then_it_is_noticed_too(
    person: PersonController, room: Room, qtbot: QtBot
) -> None:
    person.set_cell("city", "Ulm")
    room.services.editing.change("p-1", {"city": "Ems"}, source=Source.THERAPIST, day=TODAY)

    assert [*_refused(person, qtbot).by_field] == ["city"]


def test_save_when_a_colleague_wrote_the_same_or_elsewhere_then_nobody_is_asked(
    person: PersonController, room: Room, qtbot: QtBot
) -> None:
    person.set_cell("city", "Ulm")
    person.set_cell("tools", "-")
    _colleague_writes(room, "city", "Ulm")
    _colleague_writes(room, "phone", "555-0123")

    assert _save(person, qtbot).what == "saved"
    assert room.directory.profile("p-1").value("tools") == ()


def test_profile_when_read_anew_over_a_draft_then_what_a_colleague_changed_is_noticed(
    person: PersonController, room: Room, qtbot: QtBot
) -> None:
    person.set_cell("city", "Ulm")
    _colleague_writes(room, "city", "Jena")
    with qtbot.waitSignal(person.loaded):
        person.request()

    assert [*_refused(person, qtbot).by_field] == ["city"]


def test_save_when_it_follows_another_then_ones_own_change_is_no_news(
    person: PersonController, qtbot: QtBot
) -> None:
    person.set_cell("city", "Ulm")
    _save(person, qtbot)
    person.set_cell("city", "Jena")

    assert _save(person, qtbot).what == "saved"


def test_save_when_what_is_being_saved_is_written_on_then_the_rest_can_be_saved_after_it(
    person: PersonController, qtbot: QtBot
) -> None:
    person.set_cell("city", "Ulm")
    with qtbot.waitSignal(person.done):
        person.save()
        person.set_cell("city", "Ulm an der Donau")

    assert person.changed == ("city",)
    assert _save(person, qtbot).what == "saved"


def test_save_when_somebody_new_has_no_name_then_it_is_said_at_the_name(
    person: PersonController, qtbot: QtBot
) -> None:
    person.open("")

    assert [*_refused(person, qtbot).by_field] == ["name"]
    person.set_cell("city", "Ulm")
    assert [*_refused(person, qtbot).by_field] == ["name"]
    assert person.cell("city") == "Ulm"


def test_draft_when_put_aside_then_who_wrote_it_goes_on_and_nobody_else(
    person: PersonController, room: Room
) -> None:
    person.set_cell("city", "Ulm")
    person.source, person.day = Source.THERAPIST, "2026-11-20"
    person.put_aside()
    room.session.sign_out()

    assert (person.changed, person.kept.names) == ((), ("Kim",))
    assert not person.take_up()
    room.session.sign_in(LoggedIn("Bo"))
    assert not person.take_up()
    person.open("p-2")
    room.session.sign_in(LoggedIn("Kim"))

    assert person.take_up()
    assert (person.profile_id, person.cell("city")) == ("p-1", "Ulm")
    assert (person.source, person.day, person.kept.names) == (Source.THERAPIST, "2026-11-20", ())


def test_draft_when_signed_out_before_it_is_put_aside_then_it_is_still_its_writers(
    person: PersonController, room: Room
) -> None:
    person.set_cell("city", "Ulm")
    room.session.sign_out()
    person.put_aside()

    assert person.kept.names == ("Kim",)
    assert not person.take_up()
    room.session.sign_in(LoggedIn("Bo"))
    assert not person.take_up()
    room.session.sign_in(LoggedIn("Kim"))
    assert person.take_up()


def test_draft_when_another_signs_in_over_it_then_it_waits_for_who_wrote_it(
    person: PersonController, room: Room, qtbot: QtBot
) -> None:
    person.set_cell("city", "Ulm")
    room.session.sign_out()
    with qtbot.waitSignal(person.kept_aside) as told:
        room.session.sign_in(LoggedIn("Bo"))

    assert told.args == ["Kim"]
    assert (person.profile_id, person.changed, person.kept.names) == ("p-1", (), ("Kim",))


def test_draft_when_nobody_was_signed_in_then_it_is_theirs_who_sign_in_first(
    person: PersonController, room: Room
) -> None:
    room.session.sign_out()
    person.set_cell("city", "Ulm")
    room.session.sign_in(LoggedIn("Bo"))
    assert person.changed == ("city",)
    room.session.sign_out()
    room.session.sign_in(LoggedIn("Kim"))

    assert (person.changed, person.kept.names) == ((), ("Bo",))


def test_draft_when_taken_back_then_the_next_one_is_theirs_who_write_it(
    person: PersonController, room: Room
) -> None:
    person.set_cell("city", "Ulm")
    person.set_cell("city", "Aue")
    room.session.sign_in(LoggedIn("Bo"))
    person.set_cell("city", "Jena")
    person.put_aside()

    assert person.kept.names == ("Bo",)


def test_draft_when_put_aside_while_another_is_being_written_then_neither_is_lost(
    person: PersonController, room: Room
) -> None:
    person.set_cell("city", "Ulm")
    person.put_aside()
    person.open("p-2")
    person.set_cell("city", "Jena")

    assert not person.take_up()
    assert (person.cell("city"), person.kept.names) == ("Jena", ("Kim",))


def test_word_when_its_day_has_yet_to_come_then_that_is_known(person: PersonController) -> None:
    assert person.is_ahead(Fact("Aue", Source.CLINIC, TODAY + timedelta(days=1)))
    assert not person.is_ahead(Fact("Aue", Source.CLINIC, TODAY))
    assert not person.is_ahead(Fact("Aue", Source.CLINIC))


def test_confirm_all_when_a_colleague_changes_it_before_then_nothing_is_and_it_is_shown_anew(
    person: PersonController, room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    come_between(
        monkeypatch,
        room.services.confirming,
        "confirm_seen",
        lambda: _colleague_writes(room, "fee_max", "999"),
    )

    with qtbot.waitSignal(person.done) as told:
        person.confirm_all()

    assert told.args[0].what == "overtaken"
    fact = person.fact("fee_max")
    assert fact is not None
    assert str(fact.value) == "999"
    accepting = room.directory.profile("p-1").facts["accepting"]
    assert accepting.confirmed_on != TODAY


def test_save_when_an_older_change_holds_again_then_nobody_is_blamed_for_it(
    person: PersonController, room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    _colleague_writes(room, "city", "Jena")
    backup, copy = BackupService(room.directory), tmp_path / "copy.sqlite"
    backup.backup(copy)
    room.services.editing.change("p-1", {"city": "Suhl"}, source=Source.CLINIC, day=TODAY)
    with qtbot.waitSignal(person.loaded):
        person.request()
    person.set_cell("city", "Ulm")
    backup.restore(copy, LoggedIn("Ada"))

    _refused(person, qtbot)

    assert person.overtaken == {"city": None}


def test_draft_when_written_on_while_it_is_saved_then_one_s_own_act_is_known(
    person: PersonController, room: Room, qtbot: QtBot
) -> None:
    person.set_cell("city", "Ulm")
    with qtbot.waitSignal(person.done) as told:
        person.save()
        person.set_cell("city", "Jena")

    assert person._draft.edit().seen["city"].newest == told.args[0].act_id
