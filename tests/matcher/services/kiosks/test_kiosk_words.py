from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from time import tzset

import pytest

from matcher.directory.kiosk_event import KioskStanding, KioskWord
from matcher.i18n import Catalogue, languages
from matcher.services.kiosks.copy_standing import CopyStanding
from matcher.services.kiosks.kiosk_words import copy_words, kiosk_words, moment_words, plain_minute

_NOW = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
_DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _at_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        tzset()
        yield
    tzset()


@pytest.mark.parametrize(
    ("at", "en", "es"),
    [
        pytest.param(_NOW, "today, 10:02", "hoy, 10:02", id="now"),
        pytest.param(datetime(2026, 11, 23, tzinfo=UTC), "today, 12:00", "hoy, 0:00", id="night"),
        pytest.param(
            datetime(2026, 11, 22, 23, 59, tzinfo=UTC), "yesterday, 11:59", "ayer, 23:59", id="ago"
        ),
        pytest.param(
            datetime(2026, 11, 21, 8, 5, tzinfo=UTC),
            "November 21, 2026, 8:05",
            "el 21 de noviembre de 2026, 8:05",
            id="two days",
        ),
        pytest.param(
            datetime(2026, 11, 23, 13, 0, tzinfo=UTC),
            "November 23, 2026, 1:00",
            "el 23 de noviembre de 2026, 13:00",
            id="later today, by a clock that was set back",
        ),
        pytest.param(
            datetime(2027, 1, 1, tzinfo=UTC),
            "January 1, 2027, 12:00",
            "el 1 de enero de 2027, 0:00",
            id="next year",
        ),
    ],
)
def test_moment_when_said_then_it_is_a_day_and_a_time_and_never_how_long_until_then(
    at: datetime, en: str, es: str
) -> None:
    assert moment_words(at, _NOW, Catalogue("en")).startswith(en)
    assert moment_words(at, _NOW, Catalogue("es")) == es


def test_minute_when_said_plainly_then_it_sorts_as_it_reads() -> None:
    assert plain_minute(_NOW) == "2026-11-23 10:02"
    assert plain_minute(None) == ""


def _copy(current: timedelta | None, away: timedelta | None = None) -> CopyStanding:
    ago = [None if age is None else _NOW - age for age in (current, away)]
    return CopyStanding(*ago)


def test_copy_when_all_is_well_then_a_quiet_line_says_as_of_when(words: Catalogue) -> None:
    assert copy_words(CopyStanding(), _NOW, words) == ("", ())

    line, notice = copy_words(_copy(timedelta(0)), _NOW, words)

    assert line.startswith("Clients here see the directory as of today, 10:02")
    assert notice == ()


def test_copy_when_nothing_comes_from_the_server_then_the_line_says_since_when(
    words: Catalogue,
) -> None:
    line, notice = copy_words(_copy(_DAY, _DAY - timedelta(minutes=1)), _NOW, words)
    assert line.startswith("Nothing has come from the server since yesterday, 10:03")
    assert "as of yesterday, 10:02" in line
    assert notice == ()

    line, _ = copy_words(_copy(None, _DAY), _NOW, words)
    assert line.startswith("Nothing has come from the server since yesterday, 10:02")
    assert "as of" not in line


def test_copy_when_it_is_two_weeks_old_then_staff_is_told_what_to_do(words: Catalogue) -> None:
    _, notice = copy_words(_copy(20 * _DAY, 20 * _DAY), _NOW, words)
    assert notice == (
        "The list that clients see here is 20 days old.",
        words.text("kiosks.copy.remedy"),
    )
    assert copy_words(_copy(-20 * _DAY), _NOW, words).notice == ()

    waits = CopyStanding(waits_since=_NOW - 15 * _DAY)
    old, since, remedy = copy_words(waits, _NOW, words).notice
    assert "15 days old" in old
    assert "Since November 8, 2026" in since
    assert remedy == words.text("doctor.kiosk_state.waits_remedy")
    assert len(copy_words(CopyStanding(waits_since=_NOW), _NOW, words).notice) == 2
    full = copy_words(CopyStanding(waits_since=_NOW, had_no_room=True), _NOW, words).notice
    assert "its disk is full" in full[0]
    assert full[1] == words.text("doctor.kiosk_state.full_remedy")
    assert copy_words(CopyStanding(_NOW, _NOW, _NOW), _NOW, words).notice == ()


@pytest.fixture
def words() -> Catalogue:
    return Catalogue("en")


def test_kiosk_when_it_is_well_then_what_is_known_is_said_and_no_more(words: Catalogue) -> None:
    hall = KioskStanding("Hall", _NOW, _NOW - 0.9 * _DAY, KioskWord.STAFF, _NOW - _DAY)

    name, lines, notice = kiosk_words(hall, _NOW, words)

    assert (name, notice) == ("Hall", ())
    assert [line.partition(":")[0].partition(" as of")[0] for line in lines] == [
        "Clients there see the directory",
        "Its last word",
        "Last heard from",
    ]
    assert "staff came in (yesterday, 10:02" in lines[1]


def test_kiosk_when_it_is_quiet_or_its_list_is_old_then_each_is_said(words: Catalogue) -> None:
    quiet = KioskStanding("Hall", _NOW - 3 * _DAY, _NOW - 20 * _DAY, KioskWord.AWAY, _NOW - _DAY)
    assert [line[:40] for line in kiosk_words(quiet, _NOW, words).notice] == [
        "Nothing has been heard from it for 3 day",
        "Its list is 20 days old.",
    ]

    old = KioskStanding("Hall", _NOW, _NOW - 20 * _DAY, KioskWord.AWAY, _NOW - _DAY)
    assert [line[:40] for line in kiosk_words(old, _NOW, words).notice] == [
        "Its list is 20 days old. See that it can",
    ]

    ended = KioskStanding("Hall", _NOW - 3 * _DAY, None, KioskWord.ENDED_BY_STAFF, _NOW - 3 * _DAY)
    said = kiosk_words(ended, _NOW, words)
    assert said.notice == ()
    assert said.lines[0] == words.text("kiosks.known.ended")
    assert len(said.lines) == 2

    behind = KioskStanding("Hall", _NOW, _NOW - _DAY, KioskWord.WAITS, _NOW, _NOW - _DAY)
    (notice,) = kiosk_words(behind, _NOW, words).notice
    assert notice.startswith("It has not had the newest list since yesterday, 10:02")

    silent = kiosk_words(KioskStanding("Hall", _NOW), _NOW, words)
    assert silent.lines[0] == words.text("kiosks.known.no_copy")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("word", KioskWord)
def test_word_when_said_then_every_language_has_words_for_it(
    word: KioskWord, language: str
) -> None:
    assert Catalogue(language).text(f"kiosks.what.{word}")
