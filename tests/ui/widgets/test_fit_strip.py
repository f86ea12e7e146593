import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme.palette import ACCENT, make_palette
from ui.theme.tokens import PaletteName, tokens
from ui.widgets.fit_strip import GAP, Block, FitStrip, Swatch, shared

_blocks = st.lists(
    st.builds(
        lambda weight, low, more: Block(weight, low, min(1000, low + more)),
        st.integers(1, 10_000),
        st.integers(0, 1000),
        st.integers(0, 1000),
    ),
    min_size=1,
    max_size=30,
)


def _points(blocks: list[Block]) -> float:
    return sum(block.weight * block.value for block in blocks)


def _painted(strip: FitStrip, palette: PaletteName = PaletteName.LIGHT) -> QImage:
    strip.setPalette(make_palette(tokens(palette).colours))
    return strip.grab().toImage()


def _filled(picture: QImage, colour: QColor) -> float:
    wanted = colour.rgb()
    inside = sum(
        picture.pixel(x, y) == wanted
        for x in range(picture.width())
        for y in range(picture.height())
    )
    return inside / (picture.width() * picture.height())


@given(blocks=_blocks, width=st.integers(50, 2000))
def test_shared_when_blocks_are_small_then_weight_and_points_are_kept(
    blocks: list[Block], width: int
) -> None:
    painted = shared(blocks, width)

    assert sum(block.weight for block in painted) == sum(block.weight for block in blocks)
    assert _points(painted) == pytest.approx(_points(blocks))


def test_shared_when_several_are_too_small_to_see_then_they_are_one() -> None:
    large, small = Block(9_900, 1000, 1000), Block(50, 0, 1000)

    painted = shared([large, small, small], 600)

    assert painted == [large, Block(100, 0, 1000)]


def test_shared_when_one_is_small_then_it_stays_itself() -> None:
    blocks = [Block(9_900, 0, 0), Block(100, 1000, 1000)]

    assert shared(blocks, 600) == blocks


@pytest.mark.parametrize(
    ("blocks", "score"),
    [
        pytest.param([Block(6000, 1000, 1000), Block(4000, 0, 0)], 0.6, id="one fits"),
        pytest.param([Block(5000, 750, 1000), Block(5000, 250, 250)], 0.5, id="in part"),
        pytest.param([Block(3000, 0, 1000), Block(7000, 0, 0)], 0.0, id="nothing known"),
    ],
)
@pytest.mark.parametrize("palette", [*PaletteName])
def test_strip_when_painted_then_the_filled_area_is_the_score(
    qtbot: QtBot, palette: PaletteName, blocks: list[Block], score: float
) -> None:
    strip = FitStrip("strip")
    qtbot.addWidget(strip)
    strip.set_blocks(blocks, "words")
    strip.resize(600, 40)

    picture = _painted(strip, palette)

    assert _filled(picture, strip.palette().color(ACCENT)) == pytest.approx(score, abs=0.02)


def test_strip_when_written_from_the_right_then_the_heaviest_stands_there(qtbot: QtBot) -> None:
    strip = FitStrip("strip")
    qtbot.addWidget(strip)
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    strip.set_blocks([Block(7000, 1000, 1000), Block(3000, 0, 0)], "words")
    strip.resize(600, 40)

    picture = _painted(strip)

    accent = strip.palette().color(ACCENT).rgb()
    assert picture.pixel(picture.width() - 20, 20) == accent
    assert picture.pixel(20, 20) != accent


def test_strips_when_equally_wide_then_their_blocks_stand_in_the_same_place(qtbot: QtBot) -> None:
    strips = [FitStrip("one"), FitStrip("other")]
    for strip, value in zip(strips, (1000, 0), strict=True):
        qtbot.addWidget(strip)
        strip.set_blocks([Block(7000, value, value), Block(3000, value, value)], "words")
        strip.resize(600, 40)

    one, other = ([area for _, area in strip._placed()] for strip in strips)

    assert one == other
    assert one[0].width() + GAP + one[1].width() == pytest.approx(600)


def test_strip_when_asked_by_a_screen_reader_then_it_is_a_picture_with_words(
    qtbot: QtBot, qapp: QApplication
) -> None:
    strip = FitStrip("strip")
    qtbot.addWidget(strip)
    strip.set_blocks([Block(1, 0, 0)], "Times: different.")

    interface = QAccessible.queryAccessibleInterface(strip)

    assert interface.role() == QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "Times: different."


def test_strip_when_there_is_nothing_to_show_then_it_is_hidden(qtbot: QtBot) -> None:
    strip = FitStrip("strip")
    qtbot.addWidget(strip)

    strip.set_blocks([], "")

    assert strip.isHidden()


def test_swatch_when_its_wish_fits_then_it_is_filled(qtbot: QtBot) -> None:
    swatch = Swatch()
    qtbot.addWidget(swatch)
    swatch.setPalette(make_palette(tokens(PaletteName.LIGHT).colours))
    swatch.resize(16, 16)
    pictures = []
    for block in (Block(1, 1000, 1000), Block(1, 0, 0), Block(1, 0, 1000)):
        swatch.set_block(block)
        pictures.append(swatch.grab().toImage())

    assert pictures[0].pixelColor(8, 8) == swatch.palette().color(ACCENT)
    assert pictures[1].pixelColor(8, 8) != swatch.palette().color(ACCENT)
    assert pictures[1] != pictures[2]
