"""One window of a kiosk on a bare screen, and hands that try everything to get out of it."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import cycle, islice

from support.kiosk_process import wait_until
from support.source import ROOT
from support.xtest import Hands, children_of, deeds, hands_on

_SEED = 20_261_123
_AT_ONCE = 25
"""Deeds between two looks."""

_PAGES = cycle(
    ("place place_postcode", "results", "issues issues_search", "preview", "welcome", "fee")
)


class OneWindow:
    """The program, and who uses it."""

    def __init__(self, process: subprocess.Popen[str], hands: Hands) -> None:
        self._process = process
        self.hands = hands

    def go(self, page: str = "") -> list[str]:
        """Go to a page, and a field of it; return where the person is, as the program says it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(page + "\n")
        self._process.stdin.flush()
        said = self._process.stdout.readline()
        assert said, f"the window went away with {self._process.wait(10)}"
        return said.rstrip("\n").split("\t")

    def end(self) -> None:
        """End the program at once."""
        self._process.kill()
        self._process.wait()

    def written(self) -> str:
        """Return what the field holds that has the focus."""
        return self.go()[-1]

    def assert_nobody_is_out(self) -> None:
        """See from outside that the window covers all, has the keys, and has started nothing."""
        hands = self.hands
        seen = hands.windows()
        (window,) = (each for each in seen if not each.is_passing)
        assert window.place == (0, 0, hands.width, hands.height)
        assert hands.has_keys() == window.number
        assert all(hands.same_program(each.number, window.number) for each in seen)
        assert children_of(self._process.pid) == []
        wait_until(lambda: not hands.copied(), 5)


@contextmanager
def opened_window(environment: Mapping[str, str], *words: str) -> Iterator[OneWindow]:
    """Run the program that shows one window of a kiosk, and end it."""
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "tests" / "support" / "kiosk_window.py"), *words],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process, hands_on(environment["DISPLAY"]) as hands:
        try:
            hands.fill_clipboards()
            assert process.stdout is not None
            assert process.stdout.readline() == "shown\n"
            yield OneWindow(process, hands)
        finally:
            process.kill()


def try_everything(kiosk: OneWindow, count: int) -> None:
    """Press and click whatever there is; nobody may ever be out."""
    tried = islice(deeds(kiosk.hands, _SEED), count)
    while some := [*islice(tried, _AT_ONCE)]:
        for deed in some:
            deed()
        kiosk.go()
        kiosk.assert_nobody_is_out()
        kiosk.go(next(_PAGES))
