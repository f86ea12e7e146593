"""What the window starts with; nothing of it is written anywhere."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale

from matcher.i18n import SOURCE_LANGUAGE, languages

_REGIONS = frozenset({"us", "gb", "ie", "de", "at", "ca", "au", "nz"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Language, region and text size of a new window.

    Attributes
    ----------
    region
        Name of a file under ``resources/crisis``: help lines, currency, youth limit.
    text_size
        Per cent.
    """

    language: str = SOURCE_LANGUAGE
    region: str = "us"
    text_size: int = 100


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
