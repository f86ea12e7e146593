from pytestqt.qtbot import QtBot

from ui.controllers.cover_controller import CoverController


def test_cover_when_turned_then_it_is_told_once(qtbot: QtBot) -> None:
    cover = CoverController()

    with qtbot.waitSignal(cover.changed):
        cover.set_covered(True)
    with qtbot.assertNotEmitted(cover.changed):
        cover.set_covered(True)

    assert cover.is_covered


def test_cover_when_the_sitting_is_forgotten_then_it_ends(qtbot: QtBot) -> None:
    cover = CoverController()
    cover.set_covered(True)

    with qtbot.waitSignal(cover.changed):
        cover.forget()

    assert not cover.is_covered
