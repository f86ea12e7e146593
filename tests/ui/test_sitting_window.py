import pytest
from support.window import open_window, settle

from ui.settings import Settings
from ui.sitting_window import SittingWiring


def test_window_when_painted_then_the_directory_is_opened_behind_it(wiring: SittingWiring) -> None:
    settle()

    assert wiring.directory.locality.areas


def test_pages_when_skipped_then_the_private_ones_are_not_on_the_way(wiring: SittingWiring) -> None:
    private = [page.id for page in wiring.sitting.private_pages]
    assert private == ["issues", "communities", "therapist_gender"]

    wiring.sitting.skips_private = True

    assert not set(private) & set(wiring.pages_on_the_way())
    assert "pause" in wiring.pages_on_the_way()


def test_pages_when_nobody_helps_then_the_way_begins_with_comfort(wiring: SittingWiring) -> None:
    assert wiring.pages_on_the_way()[:3] == ["comfort", "participants", "languages"]


def test_pages_when_somebody_helps_then_they_are_asked_who_is_here(wiring: SittingWiring) -> None:
    wiring.sitting.set_helper(True)

    assert wiring.pages_on_the_way()[0] == "helper"


def test_pages_when_the_person_may_be_too_young_then_the_way_leads_to_help(
    wiring: SittingWiring,
) -> None:
    wiring.sitting.respond("age_band", "13-17")
    assert "youth" in wiring.pages_on_the_way()

    wiring.sitting.set_helper(True)
    assert "youth" not in wiring.pages_on_the_way()


@pytest.mark.parametrize("language", ["en", "es"])
def test_window_when_opened_in_a_language_then_its_title_and_answers_are_in_it(
    qapp: object, language: str
) -> None:
    with open_window(Settings(language=language)) as wiring:
        assert wiring.words.code == language
        assert wiring.sitting.answers.language == language
