from dataclasses import asdict

from matcher.services.settings.options import OPTIONS
from matcher.services.settings.program_settings import ProgramSettings


def test_settings_when_nothing_is_said_then_all_is_as_usual() -> None:
    settings = ProgramSettings.of({})

    assert asdict(settings) == {key: option.usual for key, option in OPTIONS.items()}
    assert [*asdict(settings)] == [*OPTIONS]
    assert settings.home == "us"


def test_settings_when_something_is_said_then_it_holds_and_the_rest_is_as_usual() -> None:
    settings = ProgramSettings.of({"region": "at", "count_for_days": 30, "fresh_for_days": 90})

    assert (settings.home, settings.count_for_days, settings.text_size) == ("at", 30, 100)
    assert settings.fresh_days == 30
