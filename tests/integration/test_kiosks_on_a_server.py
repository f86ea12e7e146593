"""Two kiosks and a computer of staff, each a process of its own, and one server between them.

What is promised within seconds is that a kiosk's copy is new: who sits down next stands on it. When
that person's list is on the screen is printed, and not promised: pages are walked before.
"""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import pytest
from support.commands import write_csv
from support.copies import open_ready
from support.kiosk_process import wait_until
from support.screen import bare_screen, missing_for_bare_screen
from support.servers import Server
from support.sitting_run import SittingRun, Told, sitting_run
from support.source import ROOT, program_environment

from matcher.errors import SnapshotError
from matcher.services.directory.server_setup import set_up_server
from matcher.services.directory.waiting import sittings_folder

pytestmark = [
    pytest.mark.long,
    pytest.mark.screen,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
]

_SAMPLE = ROOT / "resources" / "sample_directory" / "directory.csv"
_FRESH_WITHIN = 10.0
"""Seconds until a change that staff have made is in the copies of kiosks."""

_LONG = 120.0
_SITTINGS = 4
"""So many may follow until one shows what is new: those that were ready did not know it."""


@dataclass
class Kiosk:
    """One of the two.

    Attributes
    ----------
    run
        Its process, and its sittings.
    copy
        The folder of its copy of the directory.
    sitting
        Who sits there now, and has the list.
    """

    run: SittingRun
    copy: Path
    sitting: Told

    def go_on(self) -> int:
        """Let who sits there finish, and return how many the next person has on the list."""
        self.run.finish(self.sitting)
        self.sitting = self.run.next()
        return self.sitting.listed

    def has(self, count: int) -> bool:
        """Tell whether its copy holds so many."""
        try:
            return open_ready(self.copy).snapshot.size == count
        except SnapshotError:
            return False


@pytest.fixture
def addresses(clinic: str) -> Mapping[str, str]:
    made = set_up_server(clinic).addresses
    _import(made["rapport_staff"], _SAMPLE)
    return made


@pytest.fixture
def kiosks(addresses: Mapping[str, str]) -> Iterator[list[Kiosk]]:
    if missing := missing_for_bare_screen():
        pytest.skip(f"NO VIRTUAL SCREEN: {', '.join(missing)} not found; run `sh .ci/setup test`")
    directory = addresses["rapport_kiosk"]
    with ExitStack() as open_:
        runs = []
        for _ in range(2):
            folder = Path(open_.enter_context(TemporaryDirectory(prefix="k")))
            screen = open_.enter_context(bare_screen(folder))
            runs.append(open_.enter_context(sitting_run(screen, folder, directory=directory)))
        kiosks = [
            Kiosk(run, sittings_folder(run.home / "data", directory), run.next()) for run in runs
        ]
        yield kiosks
        for kiosk in kiosks:
            kiosk.sitting.way.close()


def _import(address: str, path: Path) -> None:
    """Add people, as a computer of staff does."""
    command = [sys.executable, "-m", "ui", "--database", address, "import", str(path)]
    subprocess.run(command, check=True, env=program_environment(), stdout=subprocess.DEVNULL)


def _show(kiosks: list[Kiosk], count: int, what: str) -> None:
    """Wait until both kiosks have so many people, in their copies and on the screen."""
    begun = monotonic()
    for name, kiosk in zip("AB", kiosks, strict=True):
        wait_until(lambda kiosk=kiosk: kiosk.has(count), _LONG)  # type: ignore[misc]
        took = monotonic() - begun
        print(f"\n{what}: kiosk {name} has it after {took:.1f} s", end="")
        assert took <= _FRESH_WITHIN
    for name, kiosk in zip("AB", kiosks, strict=True):
        listed = [kiosk.go_on()]
        while listed[-1] != count and len(listed) < _SITTINGS:
            listed.append(kiosk.go_on())
        print(
            f"; {name} shows it after {monotonic() - begun:.1f} s, as number {len(listed)}", end=""
        )
        assert listed[-1] == count
    print()


def test_kiosks_when_staff_change_something_and_the_server_goes_then_both_show_it_and_go_on(
    server: Server, kiosks: list[Kiosk], addresses: Mapping[str, str], tmp_path: Path
) -> None:
    (count,) = {kiosk.sitting.listed for kiosk in kiosks}
    assert count > 50

    _import(addresses["rapport_staff"], write_csv(tmp_path, "new-1,Ana Vidal,yes"))
    _show(kiosks, count + 1, "changed")

    server.stop()
    try:
        for _ in range(2):
            assert [kiosk.go_on() for kiosk in kiosks] == [count + 1] * 2
    finally:
        server.start()
    _import(addresses["rapport_staff"], write_csv(tmp_path, "new-2,Iris Holm,yes"))
    _show(kiosks, count + 2, "changed after the server was away")

    assert all(kiosk.run.process.poll() is None for kiosk in kiosks)
