from datetime import UTC, datetime, timedelta

from matcher.directory.kiosk_event import KioskStanding, KioskWord
from matcher.errors import Message, SettingsError
from ui.language import Language
from ui.staff.people_standing import kiosk_lines, standing_lines


def test_standing_when_all_is_well_then_nothing_is_said(words: Language) -> None:
    assert standing_lines(words, (), None, ()) == ()


def test_standing_when_much_is_wrong_then_each_is_said_with_what_to_do(words: Language) -> None:
    fault = SettingsError(Message("error.settings.broken", file="settings.toml", line=6))
    changed = [f"p-{number}" for number in range(7)]
    lines = standing_lines(words, changed, fault, ("of a kiosk",))

    assert len(lines) == 5
    assert lines[0].endswith("p-0, p-1, p-2, p-3, p-4 …")
    assert lines[2].startswith("settings.toml, line 6")
    assert "settings it read before" in lines[3]
    assert lines[4] == "of a kiosk"


def test_kiosks_when_they_are_quiet_or_without_the_newest_list_then_they_are_named(
    words: Language,
) -> None:
    now = datetime.now(UTC)
    lately, long_ago = now - timedelta(hours=1), now - timedelta(days=20)
    well = KioskStanding("Attic", lately, lately, KioskWord.STARTED, long_ago)
    ended = KioskStanding("Cellar", long_ago, long_ago, KioskWord.ENDED_BY_STAFF, long_ago)
    quiet = KioskStanding("Hall", long_ago, lately, KioskWord.STARTED, long_ago)
    old = KioskStanding("Roof", lately, long_ago, KioskWord.AWAY, long_ago)

    behind = KioskStanding("Porch", now, lately, KioskWord.WAITS, now, lately)

    assert [*kiosk_lines(words, (well, ended))] == []
    (line,) = kiosk_lines(words, (well, ended, quiet, old, behind))
    assert "Hall, Roof, Porch." in line
