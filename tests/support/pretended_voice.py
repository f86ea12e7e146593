"""A program that is called as a voice is, and writes down what it is given instead of saying it."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from textwrap import dedent

from ui.voices import Voices, find_voices

LISTED = " 5  en-us  --/M  English\n 5  es-419  --/M  Spanish\n"


@dataclass(frozen=True, slots=True)
class PretendedVoice:
    """Stands in a folder as ``espeak-ng`` does.

    Attributes
    ----------
    folder
        Where it stands, and where it writes what it was given.
    """

    folder: Path

    @property
    def said(self) -> str:
        """All that came through the pipe so far."""
        said = self.folder / "said"
        return said.read_text(encoding="utf-8") if said.exists() else ""

    @property
    def calls(self) -> list[str]:
        """The words of each command with which it was called."""
        calls = self.folder / "calls"
        return calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []

    @property
    def surroundings(self) -> str:
        """The environment it was called in the last time."""
        return (self.folder / "surroundings").read_text(encoding="utf-8")

    def find(self) -> Voices | None:
        """Find it as the program does."""
        return find_voices("linux", (str(self.folder), "/usr/bin"))


def pretend_voice(folder: Path, then: str = "", listed: str = LISTED) -> PretendedVoice:
    """Make one.

    Parameters
    ----------
    then
        What it does when it has been given everything, in the words of a shell.
    listed
        The voices it says it has.
    """
    folder.mkdir()
    tool = folder / "espeak-ng"
    program = f"""\
        #!/bin/sh
        cd {folder}
        echo "$*" >> calls
        env > surroundings
        case "$*" in *--voices*) echo head; cat listed; exit;; esac
        cat >> said
        {then}
    """
    tool.write_text(dedent(program), encoding="utf-8")
    tool.chmod(0o755)
    (folder / "listed").write_text(listed, encoding="utf-8")
    return PretendedVoice(folder)


GOES_ON = "exec sleep 600"
"""Done by a voice that speaks until it is ended."""

no_voice = partial(find_voices, "linux", ())
