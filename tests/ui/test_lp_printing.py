import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from reportlab.lib.pagesizes import A4
from support.fake_cups import (
    FAILS,
    HANGS,
    LP_DIES,
    LP_NAMES_NO_JOB,
    LP_NEVER_ENDS,
    LP_QUEUES_AND_NEVER_ENDS,
    LP_SAYS_NO,
    LP_SAYS_NOTHING,
    LP_TELLS_AND_WAITS,
    QUEUES_LATE,
    FakeCups,
)
from support.pdf_files import blank_pdf
from support.source import ROOT

from matcher.errors import MatcherError, OutputError
from ui.lp_printing import LpPrinters, Patience, kiosk_printers
from ui.printing import THIS_COMPUTER, BrokenOffError, PrinterFacts

_QUICK = Patience(taking=0.5, trouble=0.0, printing=0.3, step=0.01)
_IDLE = "printer Desk is idle.  enabled since Mon 02 Nov 2026\n\tAlerts: none\n"


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeCups]:
    cups = FakeCups(tmp_path / "bin")
    monkeypatch.setenv("CUPS_SERVER", cups.address)
    cups.say("lpstat", "-l", _IDLE)
    cups.say("lpstat", "-a", "Desk accepting requests since Mon 02 Nov 2026\n")
    yield cups
    cups.close()


@pytest.fixture
def lp(cups: FakeCups) -> LpPrinters:
    return LpPrinters("", [str(cups.folder)], _QUICK)


def _print(lp: LpPrinters, first: int = 0, stop: Event | None = None) -> bool:
    return lp.print("Desk", blank_pdf(A4, A4, A4), first, stop or Event(), lambda _: None)


def _keys(error: MatcherError) -> list[str]:
    return [message.key for message in error.messages]


def test_find_when_there_are_two_then_the_usual_one_is_first(
    cups: FakeCups, lp: LpPrinters
) -> None:
    cups.say("lpstat", "-d", "system default destination: Office\n")

    assert [each.name for each in lp.find()] == ["Office", "Desk"]


def test_find_when_one_is_wanted_then_it_is_first(cups: FakeCups) -> None:
    lp = LpPrinters("Office", [str(cups.folder)])

    assert [each.name for each in lp.find()] == ["Office", "Desk"]


def test_find_when_the_wanted_one_is_gone_then_a_sentence_says_so(cups: FakeCups) -> None:
    with pytest.raises(OutputError) as refused:
        LpPrinters("Attic", [str(cups.folder)]).find()

    assert _keys(refused.value) == ["checklist.error.away"]


_OPTIONS = """PageSize/Media Size: Letter {a4}A4 Legal
Duplex/2-Sided Printing: {none}None {both}DuplexNoTumble
"""


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        (_OPTIONS.format(a4="*", none="*", both=""), PrinterFacts("Desk", "A4")),
        (_OPTIONS.format(a4="*", none="", both="*"), PrinterFacts("Desk", "A4", is_two_sided=True)),
        ("PageSize/Media Size: A4 *Legal\n", PrinterFacts("Desk")),
        ("media/Media Size: *Letter A4\n", PrinterFacts("Desk", "Letter")),
        ("", PrinterFacts("Desk")),
    ],
    ids=["one side", "both sides", "other paper", "other words", "nothing known"],
)
def test_find_when_the_printer_says_how_it_is_set_then_that_is_known(
    cups: FakeCups, lp: LpPrinters, said: str, facts: PrinterFacts
) -> None:
    cups.say("lpoptions", "-p", said)

    assert lp.find()[0] == facts


def test_find_when_there_is_no_cups_then_there_is_no_printer(tmp_path: Path) -> None:
    assert LpPrinters("", [str(tmp_path)]).find() == ()


def test_print_when_taken_then_lp_reads_the_same_pdf_under_a_neutral_name(
    cups: FakeCups, lp: LpPrinters
) -> None:
    told: list[tuple[int, int]] = []
    data = blank_pdf(A4, A4, A4)

    assert lp.print("Desk", data, 0, Event(), told.append)

    words, names, read = cups.take()
    assert words == ["-d", "Desk", "-t", "Pages", "-"]
    assert {*names} <= {"CUPS_SERVER", "HOME", "LC_ALL", "PATH", "USER", "LC_CTYPE"}
    assert read == data
    assert told == [(3, 3)]


def test_print_when_begun_later_then_only_the_rest_is_asked_for(
    cups: FakeCups, lp: LpPrinters
) -> None:
    assert _print(lp, 1)

    assert cups.take()[0] == ["-d", "Desk", "-t", "Pages", "-P", "2-3", "-"]


def test_print_when_cancelled_before_then_lp_never_runs(cups: FakeCups, lp: LpPrinters) -> None:
    stop = Event()
    stop.set()
    cups.set_lp(LP_SAYS_NO)

    assert not _print(lp, stop=stop)


@pytest.mark.parametrize(
    ("script", "error", "key"),
    [
        (LP_SAYS_NO, OutputError, "printer"),
        (LP_DIES, BrokenOffError, "broken_off"),
        (LP_NEVER_ENDS, BrokenOffError, "broken_off"),
    ],
    ids=["says no", "dies", "never ends"],
)
def test_print_when_lp_fails_then_a_sentence_says_how_far_it_came(
    cups: FakeCups, lp: LpPrinters, script: str, error: type[OutputError], key: str
) -> None:
    cups.set_lp(script)

    with pytest.raises(OutputError) as refused:
        _print(lp)

    assert type(refused.value) is error
    assert _keys(refused.value) == [f"checklist.error.{key}"]


def test_print_when_lp_is_gone_then_a_sentence_says_so(cups: FakeCups, lp: LpPrinters) -> None:
    (cups.folder / "lp").unlink()

    with pytest.raises(OutputError) as refused:
        _print(lp)

    assert _keys(refused.value) == ["checklist.error.printer"]


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("-l", "printer Desk disabled since Mon 02 Nov 2026 -\n\tPaused\n"),
        ("-a", "Desk not accepting requests since Mon 02 Nov 2026 -\n\tRejecting Jobs\n"),
    ],
    ids=["paused", "takes nothing"],
)
def test_print_when_the_queue_is_closed_then_nothing_is_left_waiting_in_it(
    cups: FakeCups, lp: LpPrinters, option: str, said: str
) -> None:
    cups.say("lpstat", option, said)
    cups.set_lp(LP_DIES)

    with pytest.raises(OutputError) as refused:
        _print(lp)

    assert _keys(refused.value) == ["checklist.error.printer"]


@pytest.mark.parametrize(
    ("alerts", "key"),
    [
        ("media-empty-error media-needed", "no_paper"),
        ("media-empty", "no_paper"),
        ("media-jam-error", "broken_off"),
        ("offline", "broken_off"),
        ("media-empty-warning", "broken_off"),
        ("none", "broken_off"),
    ],
    ids=["no paper", "no paper, shortly", "jam", "off", "another tray is empty", "too long"],
)
def test_print_when_the_job_stays_in_the_queue_then_it_is_taken_back(
    cups: FakeCups, lp: LpPrinters, alerts: str, key: str
) -> None:
    cups.say("lpstat", "-l", f"printer Desk now printing Desk-7.\n\tAlerts: {alerts}\n")
    cups.say("lpstat", "-o", "Desk-7  kiosk  1024  Mon 02 Nov 2026\n")

    with pytest.raises(BrokenOffError) as broken:
        _print(lp)

    assert _keys(broken.value) == [f"checklist.error.{key}"]
    assert cups.cancelled == ["Desk-7"]


def test_print_when_cancelled_after_lp_then_the_job_is_taken_back(
    cups: FakeCups, lp: LpPrinters
) -> None:
    cups.say("lpstat", "-o", "Desk-7  kiosk  1024  Mon 02 Nov 2026\n")
    stop = _SetAtSecondLook()

    with pytest.raises(BrokenOffError):
        _print(lp, stop=stop)

    assert cups.cancelled == ["Desk-7"]


class _SetAtSecondLook(Event):
    """Is set only by the time that a job has been sent."""

    def wait(self, timeout: float | None = None) -> bool:
        self.set()
        return super().wait(timeout)


def test_print_when_other_jobs_wait_then_only_its_own_is_waited_for(
    cups: FakeCups, lp: LpPrinters
) -> None:
    cups.say("lpstat", "-o", "Desk-71  somebody  1024  Mon 02 Nov 2026\n")

    assert _print(lp)
    assert cups.cancelled == []


def test_print_when_lp_names_no_job_and_none_has_come_then_none_is_waited_for(
    cups: FakeCups, lp: LpPrinters
) -> None:
    cups.say("lpstat", "-o", "Desk-71  somebody  1024  Mon 02 Nov 2026\n")
    cups.set_lp(LP_SAYS_NOTHING)

    assert _print(lp)
    assert cups.cancelled == []


def test_print_when_lp_names_no_job_then_the_one_that_has_come_is_taken_back(
    cups: FakeCups, lp: LpPrinters
) -> None:
    cups.say("lpstat", "-o", "Desk-71  somebody  1024  Mon 02 Nov 2026\n")
    cups.set_lp(LP_NAMES_NO_JOB)

    with pytest.raises(BrokenOffError):
        _print(lp)

    assert cups.cancelled == ["Desk-9"]


def test_print_when_lp_takes_the_job_and_never_answers_then_it_is_taken_back(
    cups: FakeCups, lp: LpPrinters
) -> None:
    cups.say("lpstat", "-o", "Desk-71  somebody  1024  Mon 02 Nov 2026\n")
    cups.set_lp(LP_QUEUES_AND_NEVER_ENDS)

    with pytest.raises(BrokenOffError):
        _print(lp)

    assert cups.cancelled == ["Desk-9"]


def test_print_when_the_job_comes_into_the_queue_after_lp_is_ended_then_it_is_taken_back(
    cups: FakeCups, lp: LpPrinters
) -> None:
    cups.hold("lpstat", "-o", QUEUES_LATE)
    cups.set_lp(LP_DIES)

    with pytest.raises(BrokenOffError):
        _print(lp)

    assert cups.cancelled == ["Desk-9"]


def test_print_when_cancelled_before_lp_answers_then_the_job_is_taken_back(cups: FakeCups) -> None:
    cups.set_lp(LP_QUEUES_AND_NEVER_ENDS)
    queue = cups.folder / "lpstat.-o"

    class SetOnceQueued(Event):
        def is_set(self) -> bool:
            return queue.exists()

    with pytest.raises(BrokenOffError):
        _print(LpPrinters("", [str(cups.folder)], Patience(taking=3600)), stop=SetOnceQueued())

    assert cups.cancelled == ["Desk-9"]


@pytest.mark.parametrize("instead", [FAILS, HANGS], ids=["fails", "hangs"])
def test_print_when_the_queue_no_longer_answers_then_the_job_is_taken_back(
    cups: FakeCups, lp: LpPrinters, instead: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.lp_printing._LOOKS", 0.5)

    with pytest.raises(BrokenOffError) as broken:
        lp.print(*_ARGUMENTS, Event(), lambda _: cups.hold("lpstat", "-o", instead))

    assert _keys(broken.value) == ["checklist.error.broken_off"]
    assert cups.cancelled == ["Desk-7"]


_ARGUMENTS = ("Desk", blank_pdf(A4), 0)


def test_print_when_the_queue_answers_again_then_what_it_says_counts(
    cups: FakeCups, lp: LpPrinters
) -> None:
    class AnswersAtSecondLook(Event):
        def wait(self, timeout: float | None = None) -> bool:
            cups.let_go("lpstat", "-o")
            return super().wait(timeout)

    assert lp.print(*_ARGUMENTS, AnswersAtSecondLook(), lambda _: cups.hold("lpstat", "-o", FAILS))
    assert cups.cancelled == []


@pytest.mark.parametrize("option", ["-l", "-a", "-o"])
def test_print_when_nobody_says_how_the_printer_is_then_lp_never_runs(
    cups: FakeCups, lp: LpPrinters, option: str
) -> None:
    cups.hold("lpstat", option, FAILS)
    cups.set_lp(LP_DIES)

    with pytest.raises(OutputError) as refused:
        _print(lp)

    assert _keys(refused.value) == ["checklist.error.printer"]


def test_find_when_options_fail_half_way_then_nothing_is_known_of_the_printer(
    cups: FakeCups, lp: LpPrinters
) -> None:
    cups.hold("lpoptions", "-p", f"echo 'PageSize/Media Size: *A4'\n{FAILS}")

    assert lp.find()[0] == PrinterFacts("Desk")


def test_find_when_cups_does_not_answer_then_there_is_no_printer(
    cups: FakeCups, lp: LpPrinters
) -> None:
    cups.hold("lpstat", "-e", f"echo Desk\n{FAILS}")

    assert lp.find() == ()


_WITHOUT_FILES = """
import resource, sys
from pathlib import Path
from threading import Event
from ui.lp_printing import LpPrinters
folder = Path(sys.argv[1])
data = sys.stdin.buffer.read()
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    (folder / "forbidden").write_bytes(b"x")
except OSError:
    sys.exit(not LpPrinters("", [str(folder)]).print("Desk", data, 0, Event(), lambda _: None))
sys.exit("a file was written")
"""


@contextmanager
def _sitting(cups: FakeCups) -> Iterator[subprocess.Popen[bytes]]:
    """Print from a process that may write no file."""
    command = [sys.executable, "-c", _WITHOUT_FILES, str(cups.folder)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as sitting:
        assert sitting.stdin is not None
        sitting.stdin.write(_LONG)
        sitting.stdin.close()
        try:
            yield sitting
        finally:
            sitting.kill()


_LONG = blank_pdf(*[A4] * 40) + b"%" * 0x20000
"""More than a pipe holds."""


def test_print_when_no_file_may_be_written_then_the_pdf_goes_through_all_the_same(
    cups: FakeCups,
) -> None:
    with _sitting(cups) as sitting:
        assert cups.take()[2] == _LONG

        assert sitting.stderr is not None
        assert (sitting.wait(20), sitting.stderr.read()) == (0, b"")


def test_print_when_the_process_is_killed_under_way_then_lp_sends_no_half_of_the_pages(
    cups: FakeCups,
) -> None:
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("NO WAY TO BIND A PROCESS: setpriv not found")
    (cups.folder / "setpriv").symlink_to(setpriv)
    cups.set_lp(LP_TELLS_AND_WAITS)
    with _sitting(cups) as sitting:
        way = cups.hear()
        assert way.read(5) == b"begun"
        sitting.kill()
        # It would be told of the end of its input only now, and say so.
        assert way.read() == b""


@pytest.mark.parametrize("wanted", ["", "Desk"], ids=["the usual one", "one by name"])
def test_kiosk_printers_when_on_linux_then_files_are_not_needed(wanted: str) -> None:
    printers = kiosk_printers(wanted, "linux")

    assert printers.find.__self__ == LpPrinters(wanted)  # type: ignore[attr-defined]


def test_kiosk_printers_when_elsewhere_then_the_system_prints() -> None:
    assert kiosk_printers("", "win32") is THIS_COMPUTER
