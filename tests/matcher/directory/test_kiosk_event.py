from dataclasses import fields
from datetime import UTC, datetime

import pytest

from matcher.directory.kiosk_event import ENDINGS, KioskEvent, KioskStanding, KioskWord

_NOW = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)


def test_kiosk_when_it_tells_something_then_it_is_one_of_these_words_and_nothing_besides() -> None:
    """None may say who sat there, when, how many, or what they said."""
    assert {*KioskWord} == {
        *("started", "ended_by_staff", "ended", "staff_came_in", "new_copy", "copy_is_current"),
        *(
            "waits_for_newest",
            "server_away",
            "server_back",
            "sittings_ended_early",
            "some_left_out",
        ),
    }
    assert [field.name for field in fields(KioskEvent)] == ["id", "at", "what"]


@pytest.mark.parametrize("last", [*KioskWord, None])
def test_kiosk_when_it_was_ended_last_then_nobody_sits_there(last: KioskWord | None) -> None:
    assert KioskStanding("Hall", _NOW, last=last).has_ended is (last in ENDINGS)
