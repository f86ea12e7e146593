"""A server that is away in seven ways, while somebody sits at a kiosk and turns pages.

The kiosk is the program itself on a bare screen, at the other end of a cable where that can be (see
`support.network_way`). Each time away, and until what changed meanwhile is there, takes ten seconds
and more: once in each way in a quick run, in one or two minutes; four times in a full one.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Thread
from time import monotonic

import psycopg
import pytest
from support.away import WAYS, frozen
from support.copies import open_ready
from support.far_server import LASTING, NO_TLS, FarServer, far_server, with_tls
from support.figures import Note
from support.kiosk_process import Kiosk, running_kiosk, wait_until
from support.network_way import NetworkWay, network_way
from support.whole_country import load_server

from matcher.directory.copy_file import read_note
from matcher.errors import SnapshotError, StoreError
from matcher.services.directory.waiting import sittings_folder
from matcher.services.directory.watching import LOOKS_APART_SECONDS, PATIENCE_SECONDS
from matcher.store import Database
from matcher.store.roles import Role

pytestmark = [
    pytest.mark.screen,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(sys.platform != "linux", reason="LOOKS INTO /proc"),
    pytest.mark.lasting,
]

_NEXT, _BACK = (1079, 757), (181, 757)
_HEADING = (199, 140, 600, 120)
_BEFORE = 4
_LATER_MS = 100

_HANGS_MS = 2000
"""The milliseconds within which no page may be late, however rarely."""

_PEOPLE = 2_000
"""How many are in the directory: a kiosk reads all of them again after each change."""

_AWAY = LOOKS_APART_SECONDS + PATIENCE_SECONDS + 1.0
"""Seconds a server is away at least: it is asked, and is no longer waited for."""

_FRESH_WITHIN = 10.0
"""Seconds, from a server's return until what staff change right then is in a kiosk's copy."""

_LONG = 120.0


@dataclass
class Found:
    """What was seen, in seconds."""

    before: list[float] = field(default_factory=list)
    away: list[float] = field(default_factory=list)
    fresh: dict[str, list[float]] = field(default_factory=dict)
    words: int = 0
    shut: int = 0
    made: int = 0


class Turner:
    """Somebody who goes to the next page and back again."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._is_next = False
        self._known: set[bytes] = set()

    def begin(self) -> None:
        """Go where there is a page before and one behind, and neither has a cursor that blinks."""
        seen = self._kiosk.still_picture()
        self._kiosk.click(*_NEXT)
        self._kiosk.still_picture(seen)

    def turn(self) -> tuple[float, bytes]:
        """Turn one page, and return the seconds until it is there and what is seen then."""
        self._is_next = not self._is_next
        place = _NEXT if self._is_next else _BACK
        seconds = self._kiosk.press_and_see(*place, _HEADING)
        return seconds, self._kiosk.still_picture()

    def learn(self) -> float:
        """Turn one, remember how the page looks, and return the seconds."""
        seconds, seen = self.turn()
        self._known.add(seen)
        return seconds

    def knows(self, seen: bytes) -> bool:
        """Tell whether that was seen while everything was as usual."""
        return seen in self._known


@pytest.fixture(scope="module")
def far(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FarServer]:
    if not with_tls():
        pytest.skip(NO_TLS)
    with far_server(tmp_path_factory.mktemp("root"), *LASTING) as far:
        far.make_clinic()
        load_server(far.server.address("clinic"), _PEOPLE)
        far.add("p-0")
        yield far


def _has(folder: Path, profile_id: str) -> bool:
    try:
        return profile_id in open_ready(folder).snapshot.ids
    except SnapshotError:
        return False


def test_sitting_when_its_server_is_away_in_seven_ways_then_nobody_there_notices(
    far: FarServer,
    bare_x_screen: Mapping[str, str],
    tmp_path: Path,
    size: Callable[[int, int], int],
    figure: Note,
) -> None:
    found, times = Found(), size(1, 4)
    with network_way(far.port) as way:
        address = far.way(far.who(Role.KIOSK), at=way.at, port=way.port)
        folder = sittings_folder(tmp_path, address)
        how = {"is_sample": False, "address": address, "before": way.before}
        with running_kiosk(bare_x_screen, tmp_path, **how) as kiosk:
            kiosk.wait_for_front(seconds=_LONG)
            turner = Turner(kiosk)
            turner.begin()
            for number, name in enumerate([*WAYS] * times):
                # Those who come next stand on the newest copy, and nobody is busy with it.
                kiosk.wait_for_spare(_LONG, watched=True)
                found.before += [turner.learn() for _ in range(_BEFORE)]
                version = read_note(folder).version
                with WAYS[name](far, way):
                    _turn_pages(turner, found)
                    found.shut += not _has(folder, f"p-{number}")
                    found.made += read_note(folder).version - version
                fresh = _seconds_until_fresh(far, folder, f"p-{number + 1}")
                found.fresh.setdefault(name, []).append(fresh)
        control = _waits_without_guards(far, way)
        _print(found, way)
    figure("T15", "ways of being away", _tried(found, way, times), _seen(found), control)
    later = 1000 * (median(found.away) - median(found.before))

    assert found.words == found.shut == found.made == 0
    assert max(map(max, found.fresh.values())) <= _FRESH_WITHIN
    # On a machine that does much else pages are late before, too.
    assert later <= max(_LATER_MS, 1000 * median(found.before))
    assert max(found.away) <= max(_HANGS_MS / 1000, 2 * max(found.before))
    assert control == {"connections_still_waiting_without_an_end": 1}


def _tried(found: Found, way: NetworkWay, times: int) -> dict[str, int]:
    return {
        "people": _PEOPLE,
        "ways": len(WAYS),
        "times_away": len(WAYS) * times,
        "cables_cut" if way.is_cable else "connections_held_up": times,
        "copies_cut_off": 2 * times,
        "pages_turned": len(found.away),
    }


def _seen(found: Found) -> dict[str, float]:
    return {
        "ms_a_page_took_before": round(1000 * median(found.before)),
        "ms_while_it_was_away": round(1000 * median(found.away)),
        "ms_the_longest_of_them": round(1000 * max(found.away)),
        "pages_other_than_before": found.words,
        "copies_that_did_not_open": found.shut,
        "copies_made_meanwhile": found.made,
        f"seconds_until_fresh_at_most_({_FRESH_WITHIN:.0f}_promised)": round(
            max(map(max, found.fresh.values())), 1
        ),
    }


def _turn_pages(turner: Turner, found: Found) -> None:
    begun = monotonic()
    while monotonic() - begun < _AWAY:
        seconds, seen = turner.turn()
        found.away.append(seconds)
        found.words += not turner.knows(seen)


def _seconds_until_fresh(far: FarServer, folder: Path, profile_id: str) -> float:
    """Change something right when it is back; return how long since then until the copy has it."""
    begun = monotonic()
    far.add(profile_id)
    wait_until(lambda: _has(folder, profile_id), _LONG)
    return monotonic() - begun


def _waits_without_guards(far: FarServer, way: NetworkWay) -> dict[str, int]:
    """Ask a frozen server by two ways; return how many wait when the program's own has given up."""
    address = far.way(far.who(Role.KIOSK), at=way.at, port=way.port)
    plain = psycopg.connect(address.replace("+psycopg", ""), autocommit=True)
    waits = Thread(target=_ask, args=(plain,), daemon=True)
    with closing(Database(address, PATIENCE_SECONDS)) as guarded, frozen(far, way):
        waits.start()
        with pytest.raises(StoreError), guarded.reading() as work:
            assert work.stamp
        waits.join(PATIENCE_SECONDS)
        still = waits.is_alive()
    waits.join(_LONG)
    plain.close()
    return {"connections_still_waiting_without_an_end": int(still)}


def _ask(connection: "psycopg.Connection[object]") -> None:
    connection.execute("SELECT 1")


def _print(found: Found, way: NetworkWay) -> None:
    how = "a cable between two networks" if way.is_cable else "by a process that hands nothing on"
    print(f"\ncut: {how}")
    for name, seconds in (("before", found.before), ("away", found.away)):
        took = [round(1000 * each) for each in sorted(seconds)]
        print(f"pages {name}: {len(took)}, {median(took)} ms, {took[0]} to {took[-1]}")
    for name, fresh in found.fresh.items():
        print(f"{name}: fresh after {', '.join(f'{each:.1f}' for each in fresh)} s")
