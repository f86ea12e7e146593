from datetime import datetime

from matcher.errors import Message, SettingsError
from ui.language import Language
from ui.staff.people_standing import standing_lines


def test_standing_when_all_is_well_then_nothing_is_said(words: Language) -> None:
    assert standing_lines(words, (), None, None) == ()


def test_standing_when_much_is_wrong_then_each_is_said_with_what_to_do(words: Language) -> None:
    fault = SettingsError(Message("error.settings.broken", file="settings.toml", line=6))
    changed = [f"p-{number}" for number in range(7)]
    lines = standing_lines(words, changed, fault, datetime(2026, 11, 23, 9, 30))

    assert len(lines) == 6
    assert lines[0].endswith("p-0, p-1, p-2, p-3, p-4 …")
    assert lines[2].startswith("settings.toml, line 6")
    assert "settings it read before" in lines[3]
    assert "November 23" in lines[4]
