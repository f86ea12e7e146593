"""What the window starts with; nothing of it is written anywhere."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLocale

from matcher.i18n import SOURCE_LANGUAGE, languages

_REGIONS = frozenset({"us", "gb", "ie", "de", "at", "ca", "au", "nz"})
_LETTER_REGIONS = frozenset({"us", "ca"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a new window is like.

    Attributes
    ----------
    region
        Name of a file under ``resources/crisis``: help lines, currency, youth limit.
    text_size
        Per cent.
    own_words
        Whether there is a field to write in with one's own words. No free text is wanted where
        strangers share a screen.
    """

    language: str = SOURCE_LANGUAGE
    region: str = "us"
    text_size: int = 100
    own_words: bool = True


def settings_of_system() -> Settings:
    """Return what the system's own language and country suggest."""
    locale = QLocale.system()
    language = QLocale.languageToCode(locale.language())
    territory = QLocale.territoryToCode(locale.territory()).lower()
    return Settings(
        language=language if language in languages() else SOURCE_LANGUAGE,
        region=territory if territory in _REGIONS else "us",
    )


@dataclass(frozen=True, slots=True)
class Region:
    """What a region means for money and distance.

    Attributes
    ----------
    id
        Name of a file under ``resources/crisis``.
    """

    id: str

    @property
    def country(self) -> str:
        """ISO 3166 code, or ``""`` for a region that is no country."""
        return self.id.upper() if self.id in _REGIONS else ""

    @property
    def paper(self) -> Literal["A4", "Letter"]:
        """The usual paper."""
        return "Letter" if self.id in _LETTER_REGIONS else "A4"

    @property
    def currency(self) -> str:
        """ISO 4217 code."""
        if self.id == "eu":
            return "EUR"
        return self._locale().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) or "USD"

    @property
    def uses_miles(self) -> bool:
        """Whether people there think in miles."""
        return bool(self.country) and (
            self._locale().measurementSystem() != QLocale.MeasurementSystem.MetricSystem
        )

    def _locale(self) -> QLocale:
        territory = QLocale.codeToTerritory(self.country or "US")
        return QLocale(QLocale.Language.AnyLanguage, territory)
