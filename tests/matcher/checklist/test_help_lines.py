"""Help lines in words: the number first, then what to press, then who answers, then the check."""

from dataclasses import replace
from datetime import date

import pytest
from support.reading_sheets import words_of

from matcher.checklist.crisis import crisis_regions, load_crisis_lines
from matcher.checklist.help_lines import crisis_line_text, dial_text, help_section
from matcher.document import Bullets, Paragraph, Section, Tone
from matcher.i18n import Catalogue, languages

_TODAY = date(2026, 11, 21)
_ENGLISH = Catalogue("en")


def test_crisis_line_text_when_checked_then_the_day_stands_there() -> None:
    line = load_crisis_lines("us").talk_line("en")

    text = crisis_line_text(line, _TODAY, Catalogue("en"))

    assert text == "Help now: 988 – Lifeline (checked on November 21, 2026)"


def test_crisis_line_text_when_not_checked_then_it_says_so() -> None:
    line = load_crisis_lines("elsewhere").talk_line("en")

    assert "(not yet checked)" in crisis_line_text(line, _TODAY, Catalogue("en"))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "(last checked on November 21, 2026, so it may have changed)"),
        ("es", "(comprobado por última vez el 21 de noviembre de 2026; puede haber cambiado)"),
    ],
)
def test_crisis_line_text_when_the_check_is_old_then_it_may_have_changed(
    language: str, said: str
) -> None:
    line = load_crisis_lines("us").talk_line("en")

    assert said not in crisis_line_text(line, date(2027, 5, 20), Catalogue(language))
    assert said in crisis_line_text(line, date(2027, 5, 21), Catalogue(language))


@pytest.mark.parametrize(
    ("region", "language", "said"),
    [
        ("us", "en", "Help now: 988 – Lifeline ("),
        ("us", "es", "Ayuda ahora: 988 y luego marque 2 – Línea de ayuda en español ("),
        ("gb", "en", "Help now: 111, then pick 2 – NHS in England ("),
        ("gb", "es", "Ayuda ahora: 111 y luego elija 2 – NHS en Inglaterra ("),
        ("elsewhere", "en", "Help now: findahelpline.com – A list of help lines ("),
    ],
)
def test_crisis_line_text_when_a_key_follows_then_it_stands_after_the_number(
    region: str, language: str, said: str
) -> None:
    line = load_crisis_lines(region).talk_line(language)

    assert crisis_line_text(line, _TODAY, Catalogue(language, region)).startswith(said)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("region", crisis_regions())
def test_dial_text_when_any_line_then_its_number_comes_first(region: str, language: str) -> None:
    catalogue = Catalogue(language, region)

    for line in load_crisis_lines(region).lines:
        assert dial_text(line, catalogue).startswith(line.number)


def _section(region: str, today: date = _TODAY) -> Section:
    return help_section(load_crisis_lines(region), today, _ENGLISH)


def _numbers(section: Section) -> dict[str, str]:
    strong = [each for each in section.blocks if isinstance(each, Paragraph)]
    return {each.text: each.address for each in strong if each.tone is Tone.STRONG}


def test_help_section_when_lines_share_a_number_then_it_stands_once_above_them() -> None:
    section = _section("us")

    assert _numbers(section) == {
        "Call 911": "tel:911",
        "Call 988": "tel:988",
        "Text 988": "sms:988",
        "988lifeline.org": "",
    }
    calls = section.blocks[3]
    assert isinstance(calls, Bullets)
    assert calls.items[:2] == (
        "Lifeline – Call when things feel too hard to bear.",
        "Lifeline in Spanish – Call, then press 2.",
    )
    assert calls.items[3].endswith("Not yet checked.")


@pytest.mark.parametrize(
    ("region", "numbers"),
    [
        ("gb", {"Call 116 123": "tel:116123", "Text 85258": "sms:85258", "999 BSL": ""}),
        ("ca", {"Call 1-800-668-6868": "tel:18006686868", "Text 686868": "sms:686868"}),
        ("elsewhere", {"Your local emergency number": "", "findahelpline.com": ""}),
    ],
)
def test_help_section_when_made_then_a_number_says_how_it_is_reached(
    region: str, numbers: dict[str, str]
) -> None:
    found = _numbers(_section(region))

    assert numbers.items() <= found.items()


@pytest.mark.parametrize("region", crisis_regions())
def test_help_section_when_made_then_every_line_is_told(region: str) -> None:
    words = words_of(_section(region))

    for line in load_crisis_lines(region).lines:
        assert line.number in words
        for part in ("name", "about"):
            assert _ENGLISH.text(f"crisis.line.{line.id}.{part}") in words


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (_TODAY, "The others were checked on November 21, 2026."),
        (
            date(2028, 1, 3),
            "The others were last checked on November 21, 2026, so they may have changed.",
        ),
    ],
)
def test_help_section_when_checked_on_one_day_then_it_is_said_once(today: date, said: str) -> None:
    words = words_of(_section("us", today))

    assert said in words
    assert words.count("November 21, 2026") == 1
    assert words.count("Not yet checked.") == 1


def test_help_section_when_all_are_checked_then_it_holds_for_all() -> None:
    region = load_crisis_lines("eu")

    assert "All checked on November 21, 2026." in words_of(help_section(region, _TODAY, _ENGLISH))


def test_help_section_when_checked_on_several_days_then_each_line_says_its_own() -> None:
    region = load_crisis_lines("eu")
    first, *others = region.lines
    mixed = replace(region, lines=(replace(first, checked_on=date(2026, 1, 5)), *others))

    words = words_of(help_section(mixed, _TODAY, _ENGLISH))

    assert "Last checked on January 5, 2026, so it may have changed." in words
    assert words.count("Checked on November 21, 2026.") == len(others)


@pytest.mark.parametrize(
    ("language", "region", "said"),
    [
        (
            "es",
            "us",
            (
                "Línea de ayuda – Llame cuando sienta que no puede más. En inglés.",
                "Línea de ayuda en español – Llame y marque 2.",
            ),
        ),
        (
            "en",
            "us",
            (
                "Lifeline – Call when things feel too hard to bear.",
                "Lifeline in Spanish – Call, then press 2.",
            ),
        ),
    ],
)
def test_help_section_when_a_line_answers_in_another_language_then_it_says_so(
    language: str, region: str, said: tuple[str, ...]
) -> None:
    section = help_section(load_crisis_lines(region), _TODAY, Catalogue(language, region))
    calls = section.blocks[3]

    assert isinstance(calls, Bullets)
    assert calls.items[:2] == said


@pytest.mark.parametrize("language", languages())
def test_help_section_when_any_region_then_no_language_is_left_a_code(language: str) -> None:
    catalogue = Catalogue(language)
    codes = {
        code
        for region in crisis_regions()
        for line in load_crisis_lines(region).lines
        for code in line.languages
    }

    assert all(catalogue.has(f"sheet.language.{code}") for code in codes)
