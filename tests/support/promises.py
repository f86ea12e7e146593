"""What is promised of the program's safety, one promise a row of the table in SECURITY.md."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """One row.

    Attributes
    ----------
    id, what
        By these figures find their promise.
    text
        What is tried.
    """

    id: str
    what: str
    text: str


PROMISES = (
    Promise("T1a", "directory", "Killed at any moment while it writes: the directory"),
    Promise("T1a", "personal file", "The same: the personal file"),
    Promise("T1b", "directory", "Power cut at any moment, simulated: the directory"),
    Promise("T1b", "personal file", "The same: the personal file"),
    Promise("T1b", "whole files", "The same: files that are replaced as a whole"),
    Promise("T1c", "directory", "Disk full at any point: the directory"),
    Promise("T1c", "personal file", "The same: the personal file"),
    Promise("T1d", "directory", "One bit of the file turned: the directory"),
    Promise("T1d", "personal file", "The same: the personal file"),
    Promise("T2", "sittings", "One sitting after another: what stays in the supervisor"),
    Promise("T2", "changes", "The same, of sittings without a window, since there can be more"),
    Promise("T3", "sittings", "What a sitting was told, looked for in every file afterward"),
    Promise("T3", "changes", "The same, of sittings without a window: a word of each"),
    Promise("T4", "sittings", "What a sitting was told, looked for in the supervisor's memory"),
    Promise("T4", "changes", "The same, of sittings without a window: a word of each"),
    Promise("T5", "sittings", "What a sitting asks of the system: connections and writing"),
    Promise("T6", "clock", "Nobody there: asked, then cleared; with a clock of the test's own"),
    Promise("T6", "real time", "The same, in real time on a real screen"),
    Promise("T7", "kiosk", "Random keys and clicks on a bare screen: a way out of the kiosk"),
    Promise("T7", "touches", "Random touches: another window than the kiosk's"),
    Promise("T8", "PIN", "Guessing the PIN, killed after tries, with clocks that lie"),
    Promise("T8", "hashes", "Guessing every PIN of six digits from a copy of the directory"),
    Promise("T9", "personal file", "The personal file without its key, or with another"),
    Promise("T9", "key", "One bit turned in the file of its wrapped key, which is there twice"),
    Promise("T10", "hostile files", "Files made to harm who reads them, through every reader"),
    Promise("T10", "changed files", "Good files changed at random, through every reader"),
    Promise("T11", "hostile text", "Hostile text in profiles, on every page and sheet"),
    Promise(
        "T12",
        "sitting",
        "One bit turned, cut short, of another version, older, or of another kiosk: the copy "
        "that a sitting ranks from",
    ),
    Promise("T13", "directory", "Brought up to date from every older form, killed at each step"),
    Promise("T14", "roles", "What kiosks and staff may do on a server: every right there could be"),
    Promise("T14", "ways", "The same: ways by which others could listen or answer"),
    Promise(
        "T15",
        "ways of being away",
        "The server away in seven ways while somebody sits at a kiosk, with 2,000 people in the "
        "directory",
    ),
    Promise("T16", "kiosks", "Many kiosks at once on one server"),
    Promise("T18", "forms", "Raw forms that foreign text could use, looked for in the code"),
)
