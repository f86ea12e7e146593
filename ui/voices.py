"""The voices of the system: programs that read aloud what they are given through a pipe.

None of them is part of this program or of Qt as it comes with it. What is read never stands among
the words of a command, where everybody on the computer could see it.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_FOLDERS = ("/usr/bin", "/bin")
_WINDOWS = "WindowsPowerShell/v1.0/powershell.exe"

_PASSED_ON = (
    *("HOME", "LOGNAME", "USER", "XDG_RUNTIME_DIR"),
    *("APPDATA", "LOCALAPPDATA", "SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "WINDIR"),
)
_SOUND = "PULSE_SERVER"

_NEAREST = {"en": "en-us", "es": "es-419"}
"""Which of several ways to speak a language is taken where there is a choice."""

_MAC_NAMES = {"en": ("Samantha", "Alex"), "es": ("Paulina", "Mónica")}
"""Voices of macOS that read well; others of the same language sing or croak."""

_MAC_VOICE = re.compile(r"^(\S.*?)\s+([a-z]{2,3})[-_]\S+\s+#", re.MULTILINE)

_OPEN = (
    "$ErrorActionPreference = 'Stop'; Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
)
_NAMED = (
    "$voice.GetInstalledVoices() | Where-Object { $_.Enabled } | "
    "ForEach-Object { $_.VoiceInfo.Culture.Name + [char]9 + $_.VoiceInfo.Name }"
)
_READ_OUT = (
    "$name = @($voice.GetInstalledVoices() | Where-Object { $_.Enabled -and "
    "$_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq 'LANGUAGE' })[0].VoiceInfo.Name; "
    "$voice.SelectVoice($name); $pipe = New-Object System.IO.StreamReader("
    "[Console]::OpenStandardInput(), [System.Text.Encoding]::UTF8); "
    "$voice.Speak($pipe.ReadToEnd())"
)

Names = Mapping[str, str]
"""What a voice is called, by the language it speaks."""


@dataclass(frozen=True, slots=True)
class Voices:
    """One program that reads aloud, and how it is spoken to.

    Attributes
    ----------
    listing
        The command that lists its voices.
    names_in
        Finds in what that says a voice for each language.
    reading
        Makes, from a language and its voice, the command that reads what comes through the pipe.
    hushing
        The command that ends what another program still says when the first is gone.
    complaint
        What it says when it could not speak, though it ends as if it had.
    """

    listing: Sequence[str]
    names_in: Callable[[str], Names]
    reading: Callable[[str, str], Sequence[str]]
    hushing: Sequence[str] = ()
    complaint: bytes = b"\0"


def find_voices(
    system: str = sys.platform, folders: Sequence[str] = _FOLDERS, root: str = ""
) -> Voices | None:
    """Return the program that reads aloud on this computer; ``None`` where there is none.

    Parameters
    ----------
    system
        As in `sys.platform`.
    folders
        Where programs are looked for, and nowhere else.
    root
        The folder of Windows; ``""`` is where Windows says it is.
    """
    if system == "win32":
        folder = Path(root or os.environ.get("SYSTEMROOT", "C:/Windows"), "System32")
        return _power_shell(str(folder / _WINDOWS)) if (folder / _WINDOWS).exists() else None
    makers = (("say", _say),) if system == "darwin" else (("espeak-ng", _espeak), ("spd-say", _spd))
    for name, make in makers:
        if tool := _tool(name, folders):
            return make(tool, _tool("setpriv", folders) if system == "linux" else "")
    return None


def voice_surroundings() -> dict[str, str]:
    """Return the environment of such a program: where its settings and the sound are, no more."""
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    if (sound := os.environ.get(_SOUND, "")).startswith(("unix:", "/")):  # this computer's alone
        passed_on[_SOUND] = sound
    return {**passed_on, "LC_ALL": "C.UTF-8", "PATH": os.pathsep.join(_FOLDERS)}


def plain_for_voices(words: str) -> str:
    """Return words on one line, with nothing in them that a voice takes for a command."""
    return re.sub(r"\[(?=\[)", "[ ", " ".join(words.split())).replace("!-!", "!")


def _tool(name: str, folders: Sequence[str]) -> str:
    paths = [Path(folder, name) for folder in folders]
    return str(next((path for path in paths if path.exists()), ""))


def _bound(setpriv: str) -> tuple[str, ...]:
    """Return what lets a voice end with this process, however that ends."""
    return (setpriv, "--pdeathsig", "KILL") if setpriv else ()


def _espeak(tool: str, setpriv: str) -> Voices:
    return Voices(
        listing=(*_bound(setpriv), tool, "--voices"),
        names_in=lambda said: _by_code(line.split()[1] for line in said.splitlines()[1:] if line),
        reading=lambda _, name: (*_bound(setpriv), tool, "-v", name, "-b", "1", "--stdin"),
        complaint=b"error:",
    )


def _spd(tool: str, setpriv: str) -> Voices:
    """Make the way to the speech service of a desktop, which goes on when its client is gone."""
    return Voices(
        listing=(*_bound(setpriv), tool, "-L"),
        names_in=lambda said: _by_code(
            words[-2] for line in said.splitlines()[1:] if len(words := line.split()) > 2
        ),
        reading=lambda language, _: (*_bound(setpriv), tool, "-e", "-w", "-l", language),
        hushing=(tool, "-S"),
    )


def _say(tool: str, _setpriv: str) -> Voices:
    return Voices(
        listing=(tool, "-v", "?"),
        names_in=_mac_names,
        reading=lambda _, name: (tool, "-v", name, "-f", "-"),
    )


def _power_shell(tool: str) -> Voices:
    command = (tool, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command")
    return Voices(
        listing=(*command, _OPEN + _NAMED),
        names_in=lambda said: _by_code(
            line.partition("\t")[0].lower() for line in said.splitlines()
        ),
        reading=lambda language, _: (*command, _OPEN + _READ_OUT.replace("LANGUAGE", language)),
    )


def _by_code(codes: Iterable[str]) -> Names:
    """Return for each language the code of the way to speak it that is nearest to most readers."""
    names: dict[str, str] = {}
    for code in codes:
        language = code.lower().partition("-")[0]
        if language and (language not in names or code.lower() == _NEAREST.get(language)):
            names[language] = code
    return names


def _mac_names(said: str) -> Names:
    names: dict[str, str] = {}
    for name, language in _MAC_VOICE.findall(said):
        best = _MAC_NAMES.get(language, ())
        if language not in names or (name in best and names[language] not in best):
            names[language] = name
    return names
