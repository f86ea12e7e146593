import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.marked_text import MarkedText


@pytest.mark.parametrize(
    ("spans", "marked", "shown"),
    [
        ((), (), "a &lt;b&gt; c"),
        (((0, 1),), ("a",), "<b><u>a</u></b> &lt;b&gt; c"),
        (((2, 5), (6, 7)), ("<b>", "c"), "a <b><u>&lt;b&gt;</u></b> <b><u>c</u></b>"),
        (((5, 99),), (" c",), "a &lt;b&gt;<b><u> c</u></b>"),
    ],
)
def test_text_when_marked_then_those_letters_are_bold_and_underlined_and_none_is_mark_up(
    spans: tuple[tuple[int, int], ...], marked: tuple[str, ...], shown: str, qtbot: QtBot
) -> None:
    text = MarkedText()
    qtbot.addWidget(text)

    text.set_marked("a <b> c", spans)

    assert text.marked == marked
    assert text.text() == shown
    assert text.plain == text.accessibleName() == "a <b> c"
