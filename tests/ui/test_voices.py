from pathlib import Path

import pytest

from ui.voices import Voices, find_voices, plain_for_voices, voice_surroundings

_ESPEAK = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  es              --/M      Spanish_(Spain)    roa/es
 5  es-419          --/M      Spanish_(Latin_America) roa/es-419           (es-mx 6)
"""
_SPD = """\
                     NAME                 LANGUAGE                  VARIANT
          English+Auntie                    en-GB                   Auntie
         Spanish (Spain)                       es                     none
"""
_SAY = """\
Albert              en_US    # Hello! My name is Albert.
Bad News            en_US    # Hello! My name is Bad News.
Mónica              es_ES    # ¡Hola! Me llamo Mónica.
Samantha            en_US    # Hello! My name is Samantha.
"""
_WINDOWS = "en-US\tMicrosoft Zira Desktop\r\nes-MX\tMicrosoft Sabina Desktop\r\n"
_CASES = [
    pytest.param("linux", "espeak-ng", _ESPEAK, {"en": "en-us", "es": "es-419"}, id="espeak-ng"),
    pytest.param("linux", "spd-say", _SPD, {"en": "en-GB", "es": "es"}, id="spd-say"),
    pytest.param("darwin", "say", _SAY, {"en": "Samantha", "es": "Mónica"}, id="macOS"),
    pytest.param(
        "win32",
        "System32/WindowsPowerShell/v1.0/powershell.exe",
        _WINDOWS,
        {"en": "en-us", "es": "es-mx"},
        id="Windows",
    ),
]


def _found(folder: Path, system: str, *tools: str) -> Voices:
    for tool in tools:
        (folder / tool).parent.mkdir(parents=True, exist_ok=True)
        (folder / tool).touch()
    voices = find_voices(system, (str(folder),), str(folder))
    assert voices is not None
    return voices


@pytest.mark.parametrize(("system", "tool", "said", "names"), _CASES)
def test_voices_when_listed_then_there_is_one_for_each_language(
    tmp_path: Path, system: str, tool: str, said: str, names: dict[str, str]
) -> None:
    voices = _found(tmp_path, system, tool)

    assert voices.listing[0] == str(tmp_path / tool)
    assert voices.names_in(said) == names
    assert voices.names_in("") == {}


@pytest.mark.parametrize(("system", "tool", "said", "names"), _CASES)
def test_voices_when_something_is_read_then_the_command_only_names_the_voice(
    tmp_path: Path, system: str, tool: str, said: str, names: dict[str, str]
) -> None:
    voices = _found(tmp_path, system, tool)
    command = [*voices.reading("es", names["es"])]

    assert command[0] == str(tmp_path / tool)
    assert any(word in {names["es"], "es"} or "-eq 'es'" in word for word in command)


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_voices_when_the_system_has_none_then_there_is_none(tmp_path: Path, system: str) -> None:
    assert find_voices(system, (str(tmp_path),), str(tmp_path)) is None


def test_voices_when_two_programs_are_there_then_the_one_that_ends_with_us_reads(
    tmp_path: Path,
) -> None:
    voices = _found(tmp_path, "linux", "spd-say", "espeak-ng", "setpriv")

    assert [Path(word).name for word in voices.listing[:4]] == [
        *("setpriv", "--pdeathsig", "KILL", "espeak-ng")
    ]
    assert not voices.hushing


def test_voices_when_the_speech_of_the_desktop_reads_then_another_command_ends_it(
    tmp_path: Path,
) -> None:
    assert [*_found(tmp_path, "linux", "spd-say").hushing] == [str(tmp_path / "spd-say"), "-S"]


def test_surroundings_when_a_voice_is_started_then_it_gets_no_more_than_it_needs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("SECRET", "SPEECHD_ADDRESS", "LD_PRELOAD", "PATH", "RAPPORT_DATABASE"):
        monkeypatch.setenv(name, "canary")
    monkeypatch.setenv("HOME", "/home/ana")

    surroundings = voice_surroundings()

    assert "canary" not in surroundings.values()
    assert surroundings["HOME"] == "/home/ana"


@pytest.mark.parametrize(
    ("server", "is_given"),
    [("unix:/run/pulse", True), ("/run/pulse", True), ("tcp:10.0.0.1", False), ("far", False)],
)
def test_surroundings_when_sound_would_leave_the_computer_then_that_is_not_passed_on(
    monkeypatch: pytest.MonkeyPatch, server: str, is_given: bool
) -> None:
    monkeypatch.setenv("PULSE_SERVER", server)

    assert ("PULSE_SERVER" in voice_surroundings()) is is_given


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("Fits.\nTimes:\tevenings", "Fits. Times: evenings"),
        ("[[volm 0]] silent", "[ [volm 0]] silent"),
        ("[[[rate 900]]]", "[ [ [rate 900]]]"),
        ("!-!SET SELF RATE 100", "!SET SELF RATE 100"),
    ],
)
def test_words_when_foreign_then_no_voice_takes_them_for_a_command(words: str, plain: str) -> None:
    assert plain_for_voices(words) == plain
