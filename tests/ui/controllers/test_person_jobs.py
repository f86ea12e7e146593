from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.colleagues import busy_colleague, come_between
from support.staff_rooms import TODAY, Room, open_room

from matcher.directory.profile import Source
from matcher.errors import StoreError
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.overtaken import Edit, Seen, seen_on
from ui.controllers.person_jobs import Voice, add, confirm, publish, read, save, undo

_FIRST_DAY = date(2026, 1, 2)
_KIM = Voice(Source.CLINIC, TODAY, LoggedIn("Kim"))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with open_room(tmp_path) as room:
        yield room


def _all_seen(room: Room) -> dict[str, Seen]:
    profile = room.directory.profile("p-1")
    return {field: seen_on(profile, field) for field in profile.facts}


def test_save_when_it_is_news_then_it_is_one_act_that_can_be_taken_back(room: Room) -> None:
    done = save(room.services, "p-1", Edit({"city": "Ulm", "area": "Mill"}, {}), _KIM)

    assert (done.what, done.profile.value("city")) == ("saved", "Ulm")
    (act,) = room.services.history.acts(1)
    assert (act.id, act.deed.who, act.changes) == (done.act_id, "Kim", 2)

    undone = undo(room.services, "p-1", done.act_id, LoggedIn("Kim"))
    assert (undone.what, undone.profile.value("city")) == ("undone", "Aue")
    again = undo(room.services, "p-1", undone.act_id, LoggedIn("Kim"))
    assert again.profile.value("city") == "Ulm"


def test_save_when_it_is_no_news_then_there_is_nothing_to_take_back(room: Room) -> None:
    voice = _KIM._replace(source=Source.CLINIC)
    save(room.services, "p-1", Edit({"city": "Ulm"}, {}), voice)

    done = save(room.services, "p-1", Edit({"city": "Ulm"}, {}), voice)

    assert (done.what, done.act_id) == ("nothing", 0)


def test_add_when_taken_back_then_the_person_is_gone(room: Room) -> None:
    done = add(room.services, "", Edit({"name": "Cy Dahl"}, {}), _KIM)
    assert (done.what, done.profile.id) == ("added", "cy-dahl")

    assert undo(room.services, "cy-dahl", done.act_id, LoggedIn("Kim")).what == "gone"
    with pytest.raises(StoreError):
        read(room.services, "cy-dahl")


@pytest.mark.parametrize(("shown", "what"), [(False, "hidden"), (True, "shown")])
def test_publish_when_turned_then_clients_see_the_profile_or_not(
    room: Room, shown: bool, what: str
) -> None:
    publish(room.services, "p-1", _KIM, not shown)

    done = publish(room.services, "p-1", _KIM, shown)

    assert (done.what, done.profile.published) == (what, shown)


def test_confirm_when_done_then_all_that_is_stated_is_of_today(room: Room) -> None:
    done = confirm(room.services, "p-1", _all_seen(room), _KIM)

    assert done.what == "confirmed"
    assert {fact.confirmed_on for fact in done.profile.facts.values()} == {TODAY}


def test_confirm_when_it_was_done_before_then_there_is_nothing_to_take_back(room: Room) -> None:
    confirm(room.services, "p-1", _all_seen(room), _KIM)

    done = confirm(room.services, "p-1", _all_seen(room), _KIM)

    assert (done.what, done.act_id) == ("confirmed", 0)


@pytest.mark.parametrize(
    ("service", "work"),
    [
        ("editing", "change_seen"),
        ("editing", "add"),
        ("editing", "withdraw"),
        ("confirming", "confirm_seen"),
    ],
)
def test_work_when_a_colleague_comes_between_then_one_s_own_act_is_taken_back(
    room: Room, monkeypatch: pytest.MonkeyPatch, service: str, work: str
) -> None:
    services = room.services
    colleague = busy_colleague(services.directory, "p-1")
    come_between(monkeypatch, getattr(services, service), work, colleague)

    if work == "change_seen":
        done = save(services, "p-1", Edit({"city": "Ulm"}, {}), _KIM)
    elif work == "add":
        done = add(services, "", Edit({"name": "Cy Dahl"}, {}), _KIM)
    elif work == "withdraw":
        done = publish(services, "p-1", _KIM, shown=False)
    else:
        done = confirm(services, "p-1", _all_seen(room), _KIM)

    own = [act.id for act in services.history.acts(9) if act.deed.who == "Kim"]
    assert [done.act_id] == own


def test_confirm_when_a_colleague_comes_between_then_nothing_of_it_is_confirmed(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = room.services
    services.editing.change("p-1", {"area": "Mill"}, source=Source.CLINIC, day=_FIRST_DAY)
    seen = _all_seen(room)
    colleague = busy_colleague(services.directory, "p-1")
    come_between(monkeypatch, services.confirming, "confirm_seen", colleague)

    done = confirm(services, "p-1", seen, _KIM)

    assert (done.what, done.act_id) == ("overtaken", 0)
    assert done.profile.value("area") == "Area 1"
    assert done.newest == services.history.acts(1)[0].id
    profile = services.directory.profile("p-1")
    assert profile.facts["city"].confirmed_on != TODAY
    assert [act.deed.who for act in services.history.acts(2)] == ["colleague", ""]
