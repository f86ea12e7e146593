from pytestqt.qtbot import QtBot
from support.sittings import first_of, result_words

from matcher.scoring.result import Group
from ui.widgets.fact_row import FactRow
from ui.widgets.profile_facts import SECTIONS
from ui.widgets.profile_sections import ProfileSections
from ui.widgets.text import Text


def test_sections_when_made_then_the_first_is_there_and_the_rest_follows(qtbot: QtBot) -> None:
    result, profile = first_of(Group.MEETS_ALL)

    sections = ProfileSections(result, profile, result_words())
    qtbot.addWidget(sections)

    assert 0 < len(sections.findChildren(FactRow)) <= len(SECTIONS[0][1])
    qtbot.waitUntil(lambda: sections.is_complete)
    assert len(sections.findChildren(FactRow)) > 30


def test_sections_when_there_are_own_words_then_they_come_last(qtbot: QtBot) -> None:
    result, profile = first_of(Group.MEETS_ALL)
    sections = ProfileSections(result, profile, result_words())
    qtbot.addWidget(sections)
    qtbot.waitUntil(lambda: sections.is_complete)

    said = [text.plain for text in sections.findChildren(Text)]

    assert said[-3] == "About them"
    assert said[-2] == profile.text("bio")
