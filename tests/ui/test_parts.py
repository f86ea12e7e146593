from PySide6.QtWidgets import QApplication

from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.parts import Parts
from ui.settings import Settings


def _parts(settings: Settings) -> Parts:
    return Parts(make_application(), settings, DirectorySource(open_sample))


def test_parts_when_the_sitting_is_forgotten_then_no_code_and_no_cover_is_left(
    qapp: QApplication,
) -> None:
    parts = _parts(Settings())
    parts.code.choose("1234")
    parts.cover.set_covered(True)
    parts.sitting.respond("formats", ("video",))

    parts.forget()

    assert not parts.code.is_set
    assert not parts.cover.is_covered
    assert not parts.sitting.answers.responses


def test_parts_when_strangers_share_the_screen_then_type_and_targets_are_larger(
    qapp: QApplication,
) -> None:
    laptop = _parts(Settings()).appearance.tokens
    kiosk = _parts(Settings(is_kiosk=True)).appearance.tokens

    assert kiosk.sizes.body > laptop.sizes.body
    assert kiosk.target > laptop.target


def test_parts_when_the_sitting_is_forgotten_then_no_notes_wait_for_paper(
    qapp: QApplication,
) -> None:
    parts = _parts(Settings())
    parts.notes_paper.want(lambda _: ())
    forgotten: list[str] = []
    parts.notes_printout.sheets.forget = lambda: forgotten.append("sheets")  # type: ignore[method-assign]

    parts.forget()

    assert parts.notes_paper.lacks
    assert forgotten == ["sheets"]
