import logging

import pytest
from pytestqt.qtbot import QtBot

from matcher.i18n import Catalogue
from ui.controllers import own_words_controller
from ui.controllers.own_words_controller import FoundTerm, OwnWordsController

_SLOW = 60_000


def _find(finder: OwnWordsController, text: str, language: str, qtbot: QtBot) -> list[FoundTerm]:
    with qtbot.waitSignal(finder.found, timeout=_SLOW) as told:
        finder.find(text, Catalogue(language))
    return [*told.args[0]]


@pytest.mark.parametrize(
    ("language", "text", "code", "fragment"),
    [
        ("en", "I lie awake. Mostly it is grief and Worry", "worry", "Worry"),
        ("es", "No puedo dormir", "sleep", "dormir"),
    ],
)
def test_find_when_words_mean_an_area_then_it_is_told_with_those_words(
    qtbot: QtBot, language: str, text: str, code: str, fragment: str
) -> None:
    found = {each.code: each for each in _find(OwnWordsController(), text, language, qtbot)}

    assert fragment in found[code].fragments
    assert all(part in text for each in found.values() for part in each.fragments)


def test_find_when_nothing_is_like_it_then_nothing_is_told(qtbot: QtBot) -> None:
    assert _find(OwnWordsController(), "xylophone", "en", qtbot) == []


def test_find_when_asked_twice_then_only_the_newer_is_told(qtbot: QtBot) -> None:
    finder = OwnWordsController()
    told: list[list[str]] = []
    finder.found.connect(lambda found: told.append([each.code for each in found]))

    with qtbot.waitSignal(finder.found, timeout=_SLOW):
        finder.find("worry", Catalogue("en"))
        finder.find("xylophone", Catalogue("en"))

    assert told == [[]]


def test_forget_when_words_are_under_way_then_nothing_is_told(qtbot: QtBot) -> None:
    finder = OwnWordsController()

    with qtbot.assertNotEmitted(finder.found, wait=500):
        finder.find("worry", Catalogue("en"))
        finder.forget()


def test_find_when_it_fails_then_the_words_are_nowhere(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(text: str, *_rest: object) -> None:
        raise ValueError(text)

    monkeypatch.setattr(own_words_controller, "suggest_terms", fail)
    finder = OwnWordsController()

    with caplog.at_level(logging.DEBUG), qtbot.waitSignal(finder.failed, timeout=_SLOW) as told:
        finder.find("a secret of mine", Catalogue("en"))

    said = caplog.text + " ".join(map(repr, told.args[0].messages)) + str(told.args[0])
    assert "secret" not in said
    assert "secret" not in repr(vars(finder))
