import pytest

from matcher.i18n import Catalogue
from matcher.services.settings.options import OPTIONS
from matcher.services.settings.settings_words import (
    noted,
    noted_words,
    setting_name,
    value_words,
)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("key", [*OPTIONS])
def test_option_when_said_then_it_has_a_name_and_its_usual_value_words(
    key: str, language: str
) -> None:
    words = Catalogue(language)

    assert setting_name(key, words) != key
    assert value_words(OPTIONS[key], OPTIONS[key].usual, words)


def test_note_when_read_then_it_says_numbers_and_codes_and_keeps_the_printer_to_itself() -> None:
    changes = {"count_for_days": 90, "languages": ("es", "en"), "region": "", "printer": "Desk 4"}

    kept = noted(changes)
    said = noted_words(kept, Catalogue("en"))

    assert kept == "count_for_days=90; languages=es,en; region=; printer"
    assert said == (
        "Facts count for: 90 days · Languages shown first: Español and English"
        " · Where the kiosk stands: nobody has said yet · Printer"
    )


def test_note_when_it_names_states_then_it_says_which() -> None:
    kept = noted({"states": ("US-OR", "US-WA")})

    assert kept == "states=US-OR,US-WA"
    assert noted_words(kept, Catalogue("en")) == "States a kiosk shows people of: US-OR and US-WA"
    assert noted_words(noted({"states": ()}), Catalogue("es")).endswith(": todos")


def test_note_when_a_version_to_come_wrote_it_then_it_is_said_as_it_stands() -> None:
    said = noted_words("color=red; count_for_days=many; text_size=110", Catalogue("en"))

    assert said == "color · Facts count for: many · Text size: 110"
