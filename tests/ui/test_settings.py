import subprocess
import sys

import pytest
from PySide6.QtCore import QLocale

from matcher.services.settings.program_settings import ProgramSettings
from ui.settings import Settings, kiosk_settings, settings_of_system


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

    monkeypatch.setattr("PySide6.QtCore.QLocale", System)

    found = settings_of_system()

    assert (found.language, found.region) == (language, region)


def test_kiosk_when_nothing_is_set_then_it_is_as_usual() -> None:
    found = kiosk_settings(ProgramSettings.of({}))

    assert found == Settings(own_words=False, is_kiosk=True)


def test_kiosk_when_a_clinic_has_set_it_then_its_window_is_so() -> None:
    said = {"languages": ("es", "en"), "region": "at", "text_size": 150, "printer": "Desk"}
    seconds = {"warn_after_seconds": 90, "clear_after_seconds": 30, "staff_after_seconds": 45}

    found = kiosk_settings(ProgramSettings.of(said | seconds))

    assert (found.language, found.languages) == ("es", ("es", "en"))
    assert (found.region, found.text_size, found.printer) == ("at", 150, "Desk")
    assert (found.warns_after, found.clears_after, found.staff_after) == (90, 30, 45)


def test_settings_when_a_kiosk_s_are_read_then_qt_stays_out() -> None:
    code = (
        "import sys; from matcher.services.settings.program_settings import ProgramSettings; "
        "from ui.settings import kiosk_settings; "
        "kiosk_settings(ProgramSettings.of({})); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not [name for name in done.stdout.split() if name.startswith("PySide6")]
