import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.checklist.statements import Step
from ui.theme.palette import INK
from ui.widgets.then_and_now import ThenAndNow


@pytest.fixture
def picture(qtbot: QtBot) -> ThenAndNow:
    picture = ThenAndNow("picture")
    qtbot.addWidget(picture)
    show(picture)
    picture.resize(picture.sizeHint())
    return picture


def _inked(picture: ThenAndNow) -> set[tuple[int, int]]:
    image, ink = picture.grab().toImage(), QColor(picture.palette().color(INK)).rgb()
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {spot for spot in spots if image.pixelColor(QPoint(*spot)).rgb() == ink}


@pytest.mark.parametrize(
    ("then", "now", "marks"),
    [
        (Step.NOT_AT_ALL, Step.FULLY, (0, 4)),
        (Step.PARTLY, Step.PARTLY, (2, 2)),
        (Step.CANNOT_SAY, Step.A_LITTLE, (None, 1)),
        (Step.MOSTLY, None, (3, None)),
    ],
)
def test_picture_when_steps_are_shown_then_each_has_its_mark_and_words_say_the_same(
    picture: ThenAndNow, then: Step, now: Step | None, marks: tuple[int | None, int | None]
) -> None:
    picture.set_steps(then, now, "In words")
    assert picture.marks == marks
    assert picture.accessibleName() == "In words"


def test_picture_when_nothing_has_a_place_then_the_marks_stand_alone(picture: ThenAndNow) -> None:
    picture.set_steps(Step.CANNOT_SAY, None, "In words")
    assert not _inked(picture)


def test_picture_when_both_are_on_one_mark_then_ring_and_disc_are_told_apart(
    picture: ThenAndNow,
) -> None:
    picture.set_steps(Step.PARTLY, None, "")
    ring = _inked(picture)
    picture.set_steps(None, Step.PARTLY, "")
    disc = _inked(picture)
    assert ring
    assert disc
    assert not ring & disc


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_picture_when_its_ends_are_named_then_words_stand_beside_the_line_and_not_on_it(
    picture: ThenAndNow, direction: Qt.LayoutDirection
) -> None:
    picture.setLayoutDirection(direction)
    before = picture.sizeHint().width()
    picture.set_ends("Not at all", "Fully", "From not at all to fully")
    picture.resize(picture.sizeHint())
    picture.set_steps(Step.NOT_AT_ALL, Step.FULLY, "")
    assert picture.accessibleDescription() == "From not at all to fully"
    words = picture.fontMetrics().horizontalAdvance
    assert picture.width() >= before + words("Not at all") + words("Fully")
    across = {x for x, _ in _inked(picture)}
    is_rtl = direction == Qt.LayoutDirection.RightToLeft
    left, right = ("Fully", "Not at all") if is_rtl else ("Not at all", "Fully")
    assert min(across) >= words(left)
    assert max(across) <= picture.width() - words(right)


def test_picture_when_read_from_the_right_then_the_least_is_there(picture: ThenAndNow) -> None:
    picture.set_steps(None, Step.NOT_AT_ALL, "")
    left = {x for x, _ in _inked(picture)}
    picture.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = {x for x, _ in _inked(picture)}
    assert max(left) < picture.width() / 2 < min(right)
