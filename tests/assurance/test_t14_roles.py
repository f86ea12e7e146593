"""What kiosks and staff may do on a server, and by which ways nobody comes to it.

Servers are asked for every right on every table and column, on the oldest and the newest version
there is, in a quick run as in a full one.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, create_engine
from support.builders import make_statement
from support.certificates import write_certificate
from support.far_server import CARELESS, NAME, NO_TLS, FarServer, far_server, with_tls
from support.figures import Note
from support.loosening import LOOSENINGS, forget_passers_by, is_loose, loosen
from support.rights import Right, all_rights, rights_of, written_rights
from support.servers import NO_SERVER, Server, database_of, installed, of_role, running

from matcher.directory.field import FOR_STAFF
from matcher.errors import StoreError
from matcher.store import Database, locate
from matcher.store.location import Location
from matcher.store.roles import Role, init_roles
from matcher.store.server import open_server

_PEOPLE, _HIDDEN = 200, 20
_SAID = {field: f"said to staff of {field}" for field in FOR_STAFF}
_OF_SOMEBODY_SEEN = "EXISTS (SELECT FROM profile WHERE profile.id = fact.profile_id)"
_ELSEWHERE = "10.213.7.9"
"""Another computer: whoever would come to it by an unsafe way is stopped before."""

_ANOTHER = "0.0.0.0"
"""A number by which one comes to this computer, and that is none of its own."""

_ENVIRONMENT = (("PGHOSTADDR", _ANOTHER), ("PGSERVICE", "another"))

_UNSAFE = ("disable", "allow", "prefer", "require", "verify-ca")


@dataclass
class Found:
    """What a server says.

    Attributes
    ----------
    asked
        For how many rights it was asked.
    wrong
        Those it gives or keeps otherwise than is written.
    hidden_seen
        How many of those whom clients may not see a kiosk got.
    for_staff_seen, for_staff_loosened
        How many facts that are for staff alone a kiosk got, and how many where its policy leaves
        them in.
    noticed
        What is wrong besides where a kiosk was given a right too many.
    loosened, left
        In which ways more was given to it, as what it got showed, and which are left when the
        roles were made again.
    """

    asked: int
    wrong: set[Right]
    hidden_seen: int
    for_staff_seen: int
    for_staff_loosened: int
    noticed: set[Right]
    loosened: set[str]
    left: set[str]


def _said_by(server: Server) -> Found:
    with server.clinic() as address:
        init_roles(address)
        people = [
            make_statement(f"p-{n}", city="Aue", published=n >= _HIDDEN, **_SAID)
            for n in range(_PEOPLE)
        ]
        with closing(Database(of_role(address, Role.STAFF))) as staff, staff.writing() as work:
            work.profiles.apply(people)
            work.commit()
        asked, wrong = _look_at(address)
        with closing(Database(of_role(address, Role.KIOSK))) as kiosk, kiosk.reading() as work:
            facts = work.connection.exec_driver_sql("SELECT DISTINCT profile_id FROM fact")
            seen = {profile.id for profile in work.profiles.all()} | {id_ for (id_,) in facts}
        for_staff = _for_staff_seen(address)
        loose = f"ALTER POLICY for_rapport_kiosk ON fact USING ({_OF_SOMEBODY_SEEN})"
        server.execute(loose, database_of(address))
        for_staff_then = _for_staff_seen(address)
        grant = "GRANT SELECT (hash) ON staff_secret TO rapport_kiosk"
        server.execute(grant, database_of(address))
        _, too_many = _look_at(address)
        loosened, left = _loosened_and_left(server, address)
        _, wrong_then = _look_at(address)
    hidden_seen = len(seen) - (_PEOPLE - _HIDDEN)
    return Found(
        asked,
        wrong | wrong_then,
        hidden_seen,
        for_staff,
        for_staff_then,
        too_many - wrong,
        loosened,
        left,
    )


def _for_staff_seen(address: str) -> int:
    """Count what is for staff alone in all that a kiosk gets, or could try it out with."""
    engine = create_engine(of_role(address, Role.KIOSK))
    with engine.connect() as connection:
        facts = [*connection.exec_driver_sql("SELECT field, value FROM fact")]
        digests = [*connection.exec_driver_sql("SELECT digest FROM whole_digest")]
    engine.dispose()
    return len(digests) + sum(bool({*fact} & {*_SAID, *_SAID.values()}) for fact in facts)


def _loosened_and_left(server: Server, address: str) -> tuple[set[str], set[str]]:
    loosened, left = set(), set()
    for name, (statement, _) in LOOSENINGS.items():
        loosen(server, address, name)
        if is_loose(address, name):
            loosened.add(name)
        init_roles(address)
        if is_loose(address, name):
            left.add(name)
        if "passer_by" in statement:
            forget_passers_by(server, address)
    return loosened, left


def _look_at(address: str) -> tuple[int, set[Right]]:
    number, wrong = 0, set[Right]()
    for role in (Role.KIOSK, Role.STAFF):
        engine = create_engine(of_role(address, role))
        with engine.connect() as connection:
            asked = all_rights(connection)
            wrong |= rights_of(connection, role, asked) ^ written_rights(role, asked)
            number += len(asked)
        engine.dispose()
    return number, wrong


def test_servers_when_asked_for_every_right_then_each_is_as_it_is_written(figure: Note) -> None:
    if not installed():
        pytest.skip(NO_SERVER)
    found = []
    for programs in {installed()[0], installed()[-1]}:
        with running(programs) as server:
            found.append(_said_by(server))
    tried = {
        "versions": len(found),
        "rights_asked_for": sum(each.asked for each in found),
        "hidden_people": _HIDDEN * len(found),
        "facts_for_staff_alone": _PEOPLE * len(_SAID) * len(found),
        "ways_of_giving_more": len(LOOSENINGS) * len(found),
    }
    seen = {
        "otherwise_than_written": sum(len(each.wrong) for each in found),
        "hidden_people_seen": sum(each.hidden_seen for each in found),
        "facts_for_staff_alone_a_kiosk_sees": sum(each.for_staff_seen for each in found),
        "left_when_made_again": sum(len(each.left) for each in found),
    }
    control = {
        "noticed_where_a_right_is_given_too_many": sum(len(each.noticed) for each in found),
        "facts_for_staff_alone_seen_where_no_policy_takes_them_out": sum(
            each.for_staff_loosened for each in found
        ),
        "had_more_before": sum(len(each.loosened) for each in found),
    }
    figure("T14", "roles", tried, seen, control)

    assert not any(each.wrong for each in found)
    assert seen["hidden_people_seen"] == 0
    assert seen["facts_for_staff_alone_a_kiosk_sees"] == 0
    told = (_PEOPLE - _HIDDEN) * len(_SAID)
    assert [each.for_staff_loosened for each in found] == [told] * len(found)
    assert [each.loosened for each in found] == [{*LOOSENINGS}] * len(found)
    assert not any(each.left for each in found)
    assert [each.noticed for each in found] == [{("staff_secret", "hash", "SELECT")}] * len(found)


@pytest.fixture
def far(tmp_path: Path) -> Iterator[FarServer]:
    if not with_tls():
        pytest.skip(NO_TLS)
    with far_server(tmp_path) as far:
        far.make_clinic()
        yield far


def test_kiosk_when_others_could_listen_or_answer_then_it_is_not_connected(
    far: FarServer, figure: Note, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "another").mkdir()
    write_certificate(tmp_path / "another", NAME)
    others = {"root": tmp_path / "another" / "root.crt"}
    who = far.who(Role.KIOSK)
    ways = [
        *(far.way(who, mode=mode, at=_ELSEWHERE) for mode in _UNSAFE),
        far.way(who, mode="disable"),
        far.way(who, host="other.example.org"),
        far.way(who, **others),
        far.way(who, root=tmp_path / "nothing"),
    ]
    reasons = [_why_refused(way) for way in ways]
    unchecked = {
        "in_plain_words_where_a_server_lets": far.way("rapport", CARELESS, mode="disable"),
        "to_whoever_answers_where_nobody_looks": far.way(who, mode="require", root="nothing"),
    }
    control = {f"connected_{what}": _connects(way) for what, way in unchecked.items()}
    led = _led_elsewhere(far, tmp_path, monkeypatch, open_server)
    led_alone = _led_elsewhere(far, tmp_path, monkeypatch, lambda at: create_engine(at.server))
    tried = {"unsafe_ways": len(ways), "ways_the_environment_says": len(_ENVIRONMENT)}
    found = {"connected": reasons.count(""), "led_elsewhere": led}
    control["led_elsewhere_where_the_environment_is_heard"] = led_alone
    figure("T14", "ways", tried, found, control)

    assert (led, led_alone) == (0, len(_ENVIRONMENT))
    assert reasons[: len(_UNSAFE)] == ["error.store.unsafe_way"] * len(_UNSAFE)
    told = ["not_let_in", "other_name", "not_trusted", "no_root"]
    assert reasons[len(_UNSAFE) :] == [f"error.store.{reason}" for reason in told]
    assert _why_refused(far.way(who)) == ""
    assert all(control.values())


def _led_elsewhere(
    far: FarServer,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    open_at: Callable[[Location], Engine],
) -> int:
    """Count by what the environment says one comes to a number, and not by the socket named."""
    led = 0
    (folder / "services").write_text(f"[another]\nhostaddr={_ANOTHER}\n", encoding="utf-8")
    for environment in _ENVIRONMENT:
        with monkeypatch.context() as told:
            told.setenv("PGSERVICEFILE", str(folder / "services"))
            told.setenv(*environment)
            engine = open_at(locate(far.server.address(CARELESS)))
            with engine.connect() as connection:
                driven = connection.connection.driver_connection
                assert isinstance(driven, psycopg.Connection)
                led += driven.info.hostaddr == _ANOTHER
            engine.dispose()
    return led


def _why_refused(address: str) -> str:
    try:
        Database(address).close()
    except StoreError as error:
        return error.messages[0].key
    return ""


def _connects(address: str) -> int:
    """Return 1 if the driver alone, which is not told to look, has a connection."""
    with psycopg.connect(address.replace("+psycopg", "")) as connection:
        return connection.execute("SELECT 1").rowcount
