import pytest
from pytestqt.qtbot import QtBot
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.sittings import first_of, result_words

from matcher.scoring.result import Group
from matcher.services.matching.match import match
from ui.widgets.fit_strip import FitStrip
from ui.widgets.profile_fit import ProfileFit
from ui.widgets.text import Text


def _fit(qtbot: QtBot, group: Group) -> ProfileFit:
    fit = ProfileFit()
    qtbot.addWidget(fit)
    fit.show_profile(*first_of(group), result_words())
    return fit


def _said(fit: ProfileFit, name: str) -> str:
    text = fit.findChild(Text, name)
    assert text is not None
    return text.plain


@pytest.mark.parametrize(
    ("group", "name", "begins"),
    [
        pytest.param(Group.MEETS_ALL, "count", "9 of 9 wishes fit.", id="fits"),
        pytest.param(Group.TO_CHECK, "ask", "Ask before you book.", id="ask"),
        pytest.param(Group.NOT_ACCEPTING, "full", "Not taking new people.", id="full"),
    ],
)
def test_fit_when_shown_then_it_says_what_holds(
    qtbot: QtBot, group: Group, name: str, begins: str
) -> None:
    assert _said(_fit(qtbot, group), name).startswith(begins)


def test_fit_when_shown_then_the_strip_has_a_block_for_each_wish(qtbot: QtBot) -> None:
    strip = _fit(qtbot, Group.MEETS_ALL).findChild(FitStrip)

    assert strip is not None
    assert len(strip.blocks) == first_of(Group.MEETS_ALL)[0].asked


def test_fit_when_there_is_nothing_to_say_then_no_frame_is_painted(qtbot: QtBot) -> None:
    profile = make_profile("p-1", accepting="yes", register="State list")
    found = match(MemoryDirectory([profile]), make_answers({}), seed=1)
    fit = ProfileFit()
    qtbot.addWidget(fit)
    fit.show()

    fit.show_profile(found.result(0), profile, result_words(of=found))

    assert not fit.isVisible()
