import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

import matcher.bundled
from matcher import i18n
from matcher.errors import Message, ResourceError
from matcher.i18n import Catalogue, languages
from matcher.region import Distance
from matcher.text_direction import isolated

_ENGLISH = """
plain = "Good morning"
hello = "Hello {name}"
twice = "{name} and {name}"
braces = "{{as it stands}} {name}"
people = { one = "{n} person fits", other = "{n} people fit" }
table.inner = "Deep"
"""
_SPANISH = """
plain = "Buenos días"
people = { one = "{n} persona", many = "{n} de personas", other = "{n} personas" }
"""


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Replace the shipped texts by a few of this test's own."""
    for language, text in {"en": _ENGLISH, "es": _SPANISH, "es-MX": 'plain = "Buen día"'}.items():
        folder = tmp_path / "translations" / language
        folder.mkdir(parents=True)
        (folder / "test.toml").write_text(text, encoding="utf-8")
    regions = matcher.bundled.bundled("regions.toml").read_bytes()
    (tmp_path / "regions.toml").write_bytes(regions)
    monkeypatch.setattr(matcher.bundled, "files", lambda _package: tmp_path)
    _forget()
    yield
    _forget()


def _forget() -> None:
    i18n._domain.cache_clear()
    i18n._look_up.cache_clear()


def test_languages_when_asked_then_english_comes_first() -> None:
    assert languages()[0] == "en"
    assert "es" in languages()


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Good morning"),
        ("es", "Buenos días"),
        ("es-MX", "Buen día"),
        ("es-CO", "Buenos días"),
        ("zh-Hant-TW", "Good morning"),
        ("../en", "Good morning"),
        ("", "Good morning"),
    ],
)
def test_text_when_a_language_lacks_it_then_the_next_wider_one_says_it(
    language: str, expected: str
) -> None:
    assert Catalogue(language).text("test.plain") == expected


@pytest.mark.usefixtures("texts")
def test_text_when_only_english_has_it_then_english_is_said() -> None:
    assert Catalogue("es").text("test.table.inner") == "Deep"
    assert Catalogue("es").has("test.table.inner")


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize(
    "key", ["test.none", "none.plain", "test", "test.table", "test.plain.more", "test.", ""]
)
def test_text_when_nobody_has_it_then_the_error_names_the_key(key: str) -> None:
    catalogue = Catalogue("es")

    assert not catalogue.has(key)
    with pytest.raises(ResourceError) as raised:
        catalogue.text(key)
    assert raised.value.messages == (Message("error.resource.no_text", text=key),)
    assert repr(key) in str(raised.value), "understood without any catalogue"


@pytest.mark.usefixtures("texts")
def test_text_when_a_placeholder_is_not_filled_then_the_error_names_it() -> None:
    with pytest.raises(ResourceError) as raised:
        Catalogue("en").text("test.hello", nam="Ana")

    assert raised.value.messages == (
        Message("error.resource.no_parameter", text="test.hello", name="name"),
    )


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize(
    ("language", "n", "expected"),
    [
        ("en", 1, "1 person fits"),
        ("en", 0, "0 people fit"),
        ("en", 1234, "1,234 people fit"),
        ("es", 1, "1 persona"),
        ("es", 2, "2 personas"),
        ("es", 1_000_000, "1,000,000 de personas"),
        ("en", Decimal("1.5"), "1.5 people fit"),
    ],
)
def test_text_when_n_is_given_then_it_chooses_the_plural_form(
    language: str, n: int, expected: str
) -> None:
    assert Catalogue(language).text("test.people", n=n) == expected


@pytest.mark.usefixtures("texts")
@given(st.text())
def test_text_when_a_value_holds_braces_then_they_stand_as_they_are(value: str) -> None:
    catalogue = Catalogue("en")

    # A value written the other way is set apart from the sentence, and otherwise as it is.
    said = isolated(value, "ltr")
    assert catalogue.text("test.hello", name=value) == f"Hello {said}"
    assert catalogue.text("test.braces", name=value) == f"{{as it stands}} {said}"


@pytest.mark.usefixtures("texts")
def test_render_when_a_parameter_is_a_message_then_it_is_said_inside() -> None:
    inner = Message("test.hello", name="{name}")

    rendered = Catalogue("en").render(Message("test.twice", name=inner))

    assert rendered == "Hello {name} and Hello {name}"


@pytest.mark.parametrize(
    ("value", "english", "spanish"),
    [
        ("{x}", "{x}", "{x}"),
        (7, "7", "7"),
        (12345, "12,345", "12,345"),
        (-2, "-2", "-2"),
        (Decimal("4.5"), "4.5", "4.5"),
        (Decimal("15.000"), "15", "15"),
        (3.0, "3", "3"),
        (date(2026, 10, 3), "October 3, 2026", "3 de octubre de 2026"),
        (("one",), "one", "one"),
        (["tea", "milk", "jam"], "tea, milk, and jam", "tea, milk y jam"),
        ((), "", ""),
        ((1, 2000), "1 and 2,000", "1 y 2,000"),
    ],
)
def test_words_when_written_then_they_have_the_form_of_the_language(
    value: object, english: str, spanish: str
) -> None:
    assert Catalogue("en").words(value) == english
    assert Catalogue("es").words(value) == spanish


def test_day_when_written_in_short_then_it_has_the_form_of_the_language() -> None:
    assert Catalogue("en").day(date(2026, 10, 3)) == "Oct 3, 2026"
    assert Catalogue("es").day(date(2026, 10, 3)) == "3 oct 2026"


def test_month_when_written_then_it_has_the_form_of_the_language() -> None:
    assert Catalogue("en").month(date(2026, 10, 3)) == "October 2026"
    assert Catalogue("es").month(date(2026, 10, 3)) == "octubre de 2026"


@pytest.mark.parametrize(
    ("language", "amount", "currency", "expected"),
    [
        ("en", 60, "USD", "$60"),
        ("en", Decimal("60.00"), "USD", "$60"),
        ("en", Decimal("60.5"), "USD", "$60.50"),
        ("en", 60.25, "GBP", "£60.25"),
        ("en", 1260, "EUR", "€1,260"),
        ("en", 0, "USD", "$0"),
        ("en", 9000, "JPY", "¥9,000"),
        ("en", 60, "XYZ", "XYZ\u00a060"),
        ("es", 60, "USD", "$60"),
        ("es", Decimal("60.5"), "USD", "$60.50"),
        ("es", 60, "EUR", "EUR\u00a060"),
        ("de", 1260, "EUR", "1.260\u00a0€"),
        ("de", Decimal("60.5"), "EUR", "60,50\u00a0€"),
    ],
)
def test_money_when_the_amount_is_whole_then_it_has_no_decimals(
    language: str, amount: Decimal, currency: str, expected: str
) -> None:
    assert Catalogue(language).money(amount, currency) == expected


@pytest.mark.parametrize(
    ("language", "region", "km", "expected"),
    [
        pytest.param("en", "us", 10, "6.2 miles", id="miles"),
        pytest.param("en", "us", Decimal("1.6"), "1 mile", id="one_mile"),
        pytest.param("en", "gb", Decimal("32.2"), "20 miles", id="round_miles"),
        pytest.param("en", "us", 4000, "2,485 miles", id="far"),
        pytest.param("en", "de", Decimal("11.1"), "11,1 km", id="kilometers"),
        pytest.param("es", "us", 10, "6.2 millas", id="spanish_miles"),
        pytest.param("es", "de", Decimal("11.1"), "11,1 km", id="spanish_in_germany"),
    ],
)
def test_distance_when_written_then_it_is_as_people_there_say_it(
    language: str, region: str, km: int | Decimal, expected: str
) -> None:
    catalogue = Catalogue(language, region)

    assert catalogue.distance(km) == expected
    assert catalogue.words(Distance(Decimal(km))) == expected


@pytest.mark.parametrize(
    ("language", "region", "number", "money"),
    [
        pytest.param("en", "us", "1,234.5", "€1,234.50", id="english_united_states"),
        pytest.param("en", "de", "1.234,5", "1.234,50\u00a0€", id="english_germany"),
        pytest.param("en", "eu", "1,234.5", "1,234.50\u00a0€", id="english_europe"),
        pytest.param("es", "us", "1,234.5", "EUR\u00a01,234.50", id="spanish_united_states"),
        pytest.param("es", "gb", "1,234.5", "EUR\u00a01,234.50", id="spanish_united_kingdom"),
        pytest.param("es", "at", "1.234,5", "1.234,50\u00a0€", id="spanish_austria"),
        pytest.param("de-AT", "us", "1.234,5", "€\u00a01.234,50", id="a_tag_with_its_own_country"),
    ],
)
def test_numbers_when_of_a_region_then_they_have_its_form(
    language: str, region: str, number: str, money: str
) -> None:
    catalogue = Catalogue(language, region)

    assert catalogue.number(Decimal("1234.5")) == number
    assert catalogue.money(Decimal("1234.5"), "EUR") == money


@pytest.mark.parametrize(
    ("language", "region", "code", "expected"),
    [
        pytest.param("en", "us", "US-OR", "OR", id="at_home"),
        pytest.param("en", "de", "US-OR", "OR (United States)", id="abroad"),
        pytest.param("es", "us", "DE", "Alemania", id="a_country"),
        pytest.param("en", "us", "ZZ-1:x", "1:x (Unknown Region)", id="no_country"),
    ],
)
def test_area_when_written_then_home_needs_no_name(
    language: str, region: str, code: str, expected: str
) -> None:
    assert Catalogue(language, region).area(code) == expected


def test_currency_when_named_then_in_words() -> None:
    assert Catalogue("en").currency("USD") == "US dollars"
    assert Catalogue("es").currency("EUR") == "euros"


@pytest.mark.parametrize("language", ["ase", "xx", "no such", ""])
def test_number_when_the_language_has_no_formats_then_english_ones_serve(language: str) -> None:
    assert Catalogue(language).number(12345.5) == "12,345.5"


def test_direction_when_compared_with_babel_then_each_language_reads_the_same_way() -> None:
    direction_of = {"left-to-right": "ltr", "right-to-left": "rtl"}
    different = [
        tag
        for tag in (identifier.replace("_", "-") for identifier in locale_identifiers())
        # Mongolian script is written downwards, which nobody's screen does here.
        if "-Mong" not in tag
        and Catalogue(tag).direction != direction_of[Locale.parse(tag, sep="-").character_order]
    ]

    assert different == []


def test_text_when_it_is_plain_then_babel_is_not_imported() -> None:
    """The first window must not wait for a library that plain texts do not need."""
    code = (
        "import sys; from matcher.i18n import Catalogue; from matcher.errors import Message\n"
        "catalogue = Catalogue('es')\n"
        "catalogue.text('item.times.heading')\n"
        "catalogue.render(Message('error.answers.range', item='x', value='y', low=0, high=90))\n"
        "print([name for name in sys.modules if name.partition('.')[0] == 'babel'])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"
