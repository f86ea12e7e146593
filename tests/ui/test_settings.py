import pytest
from PySide6.QtCore import QLocale

from ui import settings
from ui.settings import settings_of_system


def test_settings_when_the_system_names_no_language_then_there_is_one_that_holds() -> None:
    found = settings_of_system()

    assert found.language == "en"
    assert found.region == "us"
    assert found.text_size == 100
    assert found.own_words


@pytest.mark.parametrize(
    ("locale", "language", "region"),
    [
        pytest.param("es_US", "es", "us", id="spanish_in_the_united_states"),
        pytest.param("en_GB", "en", "gb", id="united_kingdom"),
        pytest.param("de_AT", "en", "at", id="no_texts_in_german"),
        pytest.param("es_MX", "es", "us", id="a_country_that_is_not_described"),
    ],
)
def test_settings_when_the_system_is_of_a_country_then_its_region_holds(
    monkeypatch: pytest.MonkeyPatch, locale: str, language: str, region: str
) -> None:
    class System(QLocale):
        @staticmethod
        def system() -> QLocale:
            return QLocale(locale)

    monkeypatch.setattr(settings, "QLocale", System)

    found = settings_of_system()

    assert (found.language, found.region) == (language, region)
