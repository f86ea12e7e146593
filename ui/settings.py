"""What the window starts with; nothing of it is written anywhere."""

from dataclasses import dataclass

from matcher.i18n import SOURCE_LANGUAGE, languages
from matcher.region import HOME, region_of_country
from matcher.services.settings.program_settings import ProgramSettings

_USUAL = ProgramSettings.of({})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a new window is like.

    Attributes
    ----------
    languages
        Codes of those that the first page shows first; all others follow.
    region
        As in an answers file: help lines, currency, unit of distances, youth limit.
    text_size
        Per cent.
    own_words
        Whether there is a field to write in with one's own words. No free text is wanted where
        strangers share a screen.
    is_kiosk
        Whether strangers share the screen: larger type and targets, and a watch for who left.
    warns_after, clears_after
        Seconds without a sign of the person before a kiosk asks whether they are there, and from
        then on before it forgets the sitting.
    staff_after
        Seconds a kiosk waits for the PIN without a sign before it is for clients again.
    printer
        The one that a kiosk prints on, as the system calls it; ``""`` for the usual one.
    moves
        Whether pages fade and folds open slowly.
    program
        All that the clinic has set: it holds elsewhere too while the file cannot be read.
    """

    language: str = SOURCE_LANGUAGE
    languages: tuple[str, ...] = _USUAL.languages
    region: str = _USUAL.home
    text_size: int = _USUAL.text_size
    own_words: bool = True
    is_kiosk: bool = False
    warns_after: float = float(_USUAL.warn_after_seconds)
    clears_after: float = float(_USUAL.clear_after_seconds)
    staff_after: float = float(_USUAL.staff_after_seconds)
    printer: str = _USUAL.printer
    moves: bool = False
    program: ProgramSettings = _USUAL


def settings_of_system() -> Settings:
    """Return what the system's own language and country suggest."""
    from PySide6.QtCore import QLocale  # what starts a kiosk reads its settings without Qt

    locale = QLocale.system()
    language = QLocale.languageToCode(locale.language())
    territory = QLocale.territoryToCode(locale.territory())
    return Settings(
        language=language if language in languages() else SOURCE_LANGUAGE,
        region=region_of_country(territory) or HOME,
    )


def kiosk_settings(program: ProgramSettings) -> Settings:
    """Return what a window of a kiosk is like, as the clinic has set it.

    Whatever the system says of a language or a country is that of whoever set it up.
    """
    return Settings(
        language=program.languages[0] if program.languages else SOURCE_LANGUAGE,
        languages=program.languages,
        region=program.home,
        text_size=program.text_size,
        own_words=False,
        is_kiosk=True,
        warns_after=float(program.warn_after_seconds),
        clears_after=float(program.clear_after_seconds),
        staff_after=float(program.staff_after_seconds),
        printer=program.printer,
        program=program,
    )
