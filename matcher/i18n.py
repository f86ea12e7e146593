"""Words: message keys and parameters become text in the reader's language.

Texts live in ``resources/translations/<language>/<domain>.toml``; the first segment of a key names
the file, which is read when first needed, so that the first page needs only its own words. Babel
is imported only for what needs it: plurals, dates, money, lists of several, large numbers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal

from matcher.bundled import bundled, bundled_toml
from matcher.errors import Message, ResourceError
from matcher.pseudo_locale import PSEUDO_LOCALES, pseudo_text
from matcher.region import HOME, Distance, load_region
from matcher.text_direction import isolated

if TYPE_CHECKING:
    from babel import Locale

SOURCE_LANGUAGE = "en"

PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
"""The forms of the Unicode CLDR; a table of these is one text."""

# What babel knows as right to left; asking babel would make the first window wait for it.
_RIGHT_TO_LEFT = frozenset(
    {"apc", "ar", "arc", "bal", "bgn", "ckb", "dv", "fa", "he", "iw", "ks", "lrc", "mzn", "nqo",
     "pnb", "ps", "rhg", "sd", "sdh", "skr", "syr", "trw", "ug", "ur", "yi"}
)  # fmt: skip
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})

# Spanish texts are written for the Americas; CLDR's plain "es" is Spain's way with numbers.
_FORMATS_OF = {"es": "es_US"}

# Babel sets a currency's letters against the figure, where CLDR wants a space: EUR 60.
_LETTER_THEN_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)")

Entry = str | dict[str, str]
"""One text, or its plural forms."""


def languages() -> tuple[str, ...]:
    """Return the languages that have a folder of texts, the source language first."""
    found = {entry.name for entry in bundled("translations").iterdir() if entry.is_dir()}
    found.discard("__pycache__")
    return (SOURCE_LANGUAGE, *sorted(found - {SOURCE_LANGUAGE}))


class Catalogue:
    """The texts of one language, falling back to its wider language and to English.

    Parameters
    ----------
    language
        A language tag such as ``"es"`` or ``"pt-BR"``; one without texts reads as English. The
        invented ones of `matcher.pseudo_locale` are known too, and offered to nobody.
    region
        Where the reader is: the unit of distances, and the form of numbers, days and money.

    Attributes
    ----------
    language, region
        What was asked for.
    direction
        ``"ltr"`` or ``"rtl"``.
    """

    def __init__(self, language: str = SOURCE_LANGUAGE, region: str = HOME) -> None:
        self.language = language
        self.region = region
        self.direction: Literal["ltr", "rtl"] = "rtl" if _reads_right_to_left(language) else "ltr"

    def has(self, key: str) -> bool:
        """Tell whether a text exists for `key`, in this language or in English."""
        return self._find(key) is not None

    def text(self, key: str, /, **params: object) -> str:
        """Return the text of `key` with its placeholders filled.

        Parameters
        ----------
        key
            Dotted key; its first segment is the file.
        **params
            Values for the placeholders. ``n`` chooses the plural form. Numbers, dates, lists and
            messages are put into the language's own form first; braces in a value mean nothing.

        Raises
        ------
        ResourceError
            When neither this language nor English has the key, or a placeholder has no value.
        """
        entry = self._find(key)
        if entry is None:
            raise ResourceError(Message("error.resource.no_text", text=key))
        template = entry if isinstance(entry, str) else self._form(entry, params.get("n"))
        if self.language in PSEUDO_LOCALES:
            template = pseudo_text(template, self.language)
        try:
            return template.format_map(_Words(self, params))
        except KeyError as error:
            name = str(error.args[0])
            raise ResourceError(
                Message("error.resource.no_parameter", text=key, name=name)
            ) from None

    def render(self, message: Message) -> str:
        """Return the sentence a `Message` stands for."""
        return self.text(message.key, **message.params)

    def number(self, value: int | float | Decimal) -> str:
        """Write a number the way this language does."""
        if 0 <= value < 1000 and value == int(value):
            return str(int(value))
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self._locale)

    def money(self, amount: int | float | Decimal, currency: str) -> str:
        """Write an amount of money; whole amounts without decimals."""
        from babel.numbers import format_currency

        exact = Decimal(str(amount))
        pattern = self._locale.currency_formats["standard"].pattern
        whole = exact == exact.to_integral_value()
        written = format_currency(
            exact,
            currency,
            format=re.sub(r"\.0+", "", pattern) if whole else pattern,
            locale=self._locale,
            currency_digits=not whole,
        )
        return _LETTER_THEN_DIGIT.sub("\u00a0", written)

    def distance(self, km: int | float | Decimal) -> str:
        """Write a way in the unit people think in there, such as *6.2 miles* or *10 km*."""
        return self._distance(Distance(Decimal(str(km))))

    def area(self, code: str) -> str:
        """Write an ISO 3166 area: a country's name, and the code of a part beside it.

        The parts of the reader's own country are known there by their code alone: *OR*.
        """
        country, _, part = code.partition("-")
        if part and country == load_region(self.region).country:
            return part
        name = str(self._locale.territories.get(country, country))
        return f"{part} ({name})" if part else name

    def day(self, value: date) -> str:
        """Write a day in short, for a table, such as *Oct 3, 2026*."""
        from babel.dates import format_date

        return format_date(value, format="medium", locale=self._locale)

    def month(self, value: date) -> str:
        """Write the month of a day, such as *October 2026*."""
        from babel.dates import format_skeleton

        return format_skeleton("yMMMM", value, locale=self._locale)

    def currency(self, code: str) -> str:
        """Name a currency, such as *US dollars*."""
        from babel.numbers import get_currency_name

        return get_currency_name(code, count=2, locale=self._locale)

    def date(self, value: date) -> str:
        """Write a day in words, such as *October 3, 2026*."""
        from babel.dates import format_date

        return format_date(value, format="long", locale=self._locale)

    def list(self, items: Iterable[str]) -> str:
        """Join items with commas and *and*."""
        words = [*items]
        if len(words) <= 1:
            return "".join(words)
        from babel.lists import format_list

        return format_list(words, locale=self._locale)

    def words(self, value: object) -> str:
        """Write any parameter: a message, number, day, distance, a list of these, or plain text."""
        if isinstance(value, Message):
            return self.render(value)
        if isinstance(value, Distance):
            return self._distance(value)
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
            return self.number(value)
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, tuple | list):
            return self.list(self.words(part) for part in value)
        return isolated(str(value), self.direction)

    def _distance(self, way: Distance) -> str:
        region = load_region(self.region)
        n = region.in_unit(way.km, way.rounding)
        return self.text(f"fact.distance.{region.unit}", n=n)

    def _find(self, key: str) -> Entry | None:
        for language in _fallbacks(self.language):
            found = _look_up(language, key)
            if found is not None:
                return found
        return None

    def _form(self, forms: dict[str, str], n: object) -> str:
        if isinstance(n, int | float | Decimal):
            return forms.get(self._locale.plural_form(n), forms["other"])
        return forms["other"]

    @cached_property
    def _locale(self) -> "Locale":
        from babel import Locale, UnknownLocaleError

        for name in self._locale_names():
            try:
                return Locale.parse(name)
            except (UnknownLocaleError, ValueError):
                continue
        return Locale(SOURCE_LANGUAGE)

    def _locale_names(self) -> Iterator[str]:
        """Yield names of locales, nearest first: the language in the region, then anywhere."""
        region = load_region(self.region)
        for language in _fallbacks(self.language):
            if region.country and "-" not in language:
                yield f"{language}_{region.country}"
            name = region.formats.get(language) or _FORMATS_OF.get(language)
            yield name or language.replace("-", "_")


class _Words(dict[str, str]):
    """The parameters of a text, each written out when its placeholder is met."""

    def __init__(self, catalogue: Catalogue, params: Mapping[str, object]) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._params = params

    def __missing__(self, name: str) -> str:
        return self._catalogue.words(self._params[name])


@cache
def _fallbacks(language: str) -> tuple[str, ...]:
    """Return the tags to look under: ``zh-Hant-TW``, ``zh-Hant``, ``zh``, ``en``."""
    parts = [] if language in PSEUDO_LOCALES else language.split("-")
    tags = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return (*tags, *({SOURCE_LANGUAGE} - {*tags}))


@cache
def _domain(language: str, domain: str) -> dict[str, Any]:
    known = language in languages()
    if not known or not bundled("translations", language, f"{domain}.toml").is_file():
        return {}
    return bundled_toml("translations", language, f"{domain}.toml")


@cache
def _look_up(language: str, key: str) -> Entry | None:
    domain, _, rest = key.partition(".")
    found: Any = _domain(language, domain)
    for segment in rest.split("."):
        if not isinstance(found, dict) or segment not in found:
            return None
        found = found[segment]
    if isinstance(found, dict):
        return found if "other" in found and found.keys() <= PLURAL_FORMS else None
    return found if isinstance(found, str) else None


def _reads_right_to_left(language: str) -> bool:
    first, *rest = language.lower().split("-")
    scripts = [part for part in rest if len(part) == 4]
    return bool(_RIGHT_TO_LEFT_SCRIPTS & {*scripts}) if scripts else first in _RIGHT_TO_LEFT
