from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.text import Text
from ui.widgets.time_legend import MARK_NAMES, TimeLegend


def test_legend_when_shown_then_every_mark_has_its_word(qtbot: QtBot) -> None:
    legend = TimeLegend("legend")
    qtbot.addWidget(legend)
    legend.set_words(str.upper)
    show(legend)

    said = {label.plain for label in legend.findChildren(Text)}

    assert said == {name.upper() for name in MARK_NAMES.values()}
    assert not legend.grab().isNull()
