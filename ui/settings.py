"""What the window starts with; nothing of it is written anywhere."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale

from matcher.i18n import SOURCE_LANGUAGE, languages
from matcher.region import HOME, region_of_country


@dataclass(frozen=True, slots=True)
class Settings:
    """What a new window is like.

    Attributes
    ----------
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
    moves
        Whether pages fade and folds open slowly.
    """

    language: str = SOURCE_LANGUAGE
    region: str = HOME
    text_size: int = 100
    own_words: bool = True
    is_kiosk: bool = False
    warns_after: float = 120.0
    clears_after: float = 60.0
    moves: bool = False


def settings_of_system() -> Settings:
    """Return what the system's own language and country suggest."""
    locale = QLocale.system()
    language = QLocale.languageToCode(locale.language())
    territory = QLocale.territoryToCode(locale.territory())
    return Settings(
        language=language if language in languages() else SOURCE_LANGUAGE,
        region=region_of_country(territory) or HOME,
    )
