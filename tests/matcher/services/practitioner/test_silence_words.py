import re

import pytest
from support.builders import make_profile
from support.practitioners import days_ago, page_of, sample_page

from matcher.directory.profile import Profile
from matcher.document import Bullets, Fit, Paragraph, Section, Table
from matcher.i18n import Catalogue, languages
from matcher.services.practitioner.silence_words import SilenceWords

_OWN = ("What you share with them, if you want it known", "Faith", "Gender")


def _sections(profile: Profile, language: str = "en") -> tuple[Section, ...]:
    return SilenceWords(page_of(profile, language), Catalogue(language)).sections()


def _said(section: Section) -> str:
    return " ".join(block.text for block in section.blocks if isinstance(block, Paragraph))


def _fits(section: Section) -> dict[str, Fit]:
    return {block.name: block for block in section.blocks if isinstance(block, Fit)}


def test_words_when_nothing_is_stated_then_all_points_are_open_and_none_is_promised() -> None:
    silence, _ = _sections(Profile("x", {}))

    assert "Open on your page: 100 of 100 points." in _said(silence)
    assert "Say only what is true" in _said(silence)
    assert "no promise of more people" in _said(silence)


def test_words_when_it_is_a_need_then_the_shelf_is_told_and_no_points() -> None:
    fit = _fits(_sections(Profile("x", {}))[0])["Age groups"]

    assert fit.status == "A must-have from the start"
    assert "stands under “Ask first”, never under “Fits what you need”" in fit.lines[0]
    assert fit.lines[1].startswith("People are led to ask you: “")


def test_words_when_it_is_a_wish_then_its_points_are_told_as_clients_see_points() -> None:
    fit = _fits(_sections(Profile("x", {}))[0])["Who leads"]

    assert fit.status == "2.4 of 100 points"
    assert fit.lines[0] == "Your page says nothing about it."


def test_words_when_they_name_a_thing_then_they_say_you_as_the_form_does() -> None:
    silence, _ = _sections(Profile("x", {}))
    told = _fits(silence)

    assert {"Who it is for", "Age groups", "Where you openly stand", "Next opening"} <= {*told}
    assert {"Cost", "Place"} <= {*told}, "several fields of the form"
    assert not [name for name in told if re.search(r"\bthey\b", name)]
    assert "Where you openly stand" in _said(silence)


@pytest.mark.parametrize("name", _OWN)
def test_words_when_it_is_private_then_it_is_theirs_to_keep(name: str) -> None:
    fit = _fits(_sections(Profile("x", {}))[0])[name]

    assert fit.lines[0].endswith("This is yours to share or to keep.")


def test_words_when_a_fact_is_too_old_then_its_day_is_told() -> None:
    profile = make_profile(confirmed_on=days_ago(200), accepting="yes")
    silence, old = _sections(profile)

    fit = _fits(silence)["Taking new people"]
    assert fit.lines[0].startswith("Last confirmed on May 5, 2026. That is more than 180 days ago")
    assert "Nothing of that kind counts now" in _said(old)


def test_words_when_facts_will_run_out_then_a_row_says_when_and_what_opens() -> None:
    profile = make_profile(confirmed_on=days_ago(0), accepting="yes", times="mon-evening")
    _, old = _sections(profile)

    (table,) = (block for block in old.blocks if isinstance(block, Table))
    assert table.rows[0][:2] == ("May 20, 2027", "Taking new people; Times")
    assert table.rows[0][2].startswith("Taking new people: A must-have from the start; Times: ")


def test_words_when_nothing_is_open_then_says_so() -> None:
    page = sample_page("p-001")
    silence, _ = SilenceWords(page, Catalogue("en")).sections()

    assert "Your page leaves nothing open that the order counts." in _said(silence)
    assert _fits(silence) == {}


def test_words_when_nobody_can_get_in_touch_then_says_so() -> None:
    lonely, reached = _sections(make_profile()), _sections(make_profile(phone="555-0100"))

    assert "no way to reach you" in _said(lonely[0])
    assert "no way to reach you" not in _said(reached[0])


@pytest.mark.parametrize("language", languages())
def test_words_when_in_a_language_then_no_key_and_no_placeholder_is_left(language: str) -> None:
    for section in _sections(make_profile(confirmed_on=days_ago(3), accepting="yes"), language):
        for block in section.blocks:
            assert not isinstance(block, Bullets)
            assert "practitioner." not in str(block)
            assert "{" not in str(block)
