import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.pseudo_locale import pseudo_text
from ui.widgets.text import Text

_LONG = "Words that go on for more than a line of this narrow label and have to wrap. " * 3


def test_text_when_words_look_like_markup_then_they_are_shown_as_they_are(qtbot: QtBot) -> None:
    label = Text("body")
    qtbot.addWidget(label)

    label.set_words("<b>Ana</b> & Sam")

    interface = QAccessible.queryAccessibleInterface(label)
    assert label.plain == "<b>Ana</b> & Sam"
    assert interface.text(QAccessible.Text.Name) == "<b>Ana</b> & Sam"
    assert "<b>" not in label.text()


def test_text_when_there_are_no_words_then_it_takes_no_room(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = Text("body")
    QVBoxLayout(page).addWidget(label)
    show(page)

    label.set_words("")
    assert not label.isVisible()
    label.set_words("Here")
    assert label.isVisible()


def test_text_when_it_stands_nowhere_then_it_opens_no_window(qtbot: QtBot) -> None:
    label = Text("body")
    qtbot.addWidget(label)

    label.set_words("Here")

    assert not label.isVisible()


def test_text_when_narrow_then_it_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    for role in ("body", "title"):
        page = QWidget()
        qtbot.addWidget(page)
        label = Text(role)
        label.set_words(_LONG)
        column = QVBoxLayout(page)
        column.addWidget(label)
        column.addStretch(1)
        show(page, 300, 1200)

        assert label.height() >= label.heightForWidth(label.width()) > label.fontMetrics().height()


def test_text_when_a_word_has_no_end_then_it_wraps_and_is_said_as_it_is(qtbot: QtBot) -> None:
    for role in ("body", "heading"):
        label = Text(role)
        qtbot.addWidget(label)

        label.set_words("N" * 300)

        assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance("N" * 30)
        assert label.heightForWidth(600) > 2 * label.fontMetrics().height()
        assert label.plain == label.accessibleName() == "N" * 300


@pytest.mark.parametrize("role", ["small", "quiet", "heading"])
def test_text_when_the_window_is_mirrored_then_it_runs_as_the_window(
    qtbot: QtBot, role: str
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = Text(role)
    QVBoxLayout(page).addWidget(label)
    label.set_words("she/her · On the register")

    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert _shown(label) == "\u200f\u2068she/her\u2069 · \u2068On the register\u2069"

    page.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert _shown(label) == label.plain == "she/her · On the register"


def test_text_when_it_is_a_text_of_its_own_then_it_runs_as_it_was_written(qtbot: QtBot) -> None:
    label = Text("body", is_foreign=True)
    qtbot.addWidget(label)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    label.set_words("I work slowly.")

    assert _shown(label) == "I work slowly."


def _shown(label: Text) -> str:
    document = QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText()


def _right_edges(label: Text) -> list[int]:
    """Return where each line ends on the right, in columns of its picture."""
    picture = label.grab().toImage()
    edges: list[int] = []
    was_written = False
    for y in range(picture.height()):
        dark = [x for x in range(picture.width()) if picture.pixelColor(x, y).lightness() < 100]
        if dark and was_written:
            edges[-1] = max(edges[-1], dark[-1])
        elif dark:
            edges.append(dark[-1])
        was_written = bool(dark)
    return edges


@pytest.mark.parametrize("role", ["title", "body"])
def test_lines_when_they_run_from_the_right_then_all_begin_at_the_edge(
    qtbot: QtBot, role: str
) -> None:
    label = Text(role)
    qtbot.addWidget(label)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label.setStyleSheet("font-size: 30px; background: white; color: black")
    label.set_words(pseudo_text("Does it matter to you who they are?", "ar-XB"))
    show(label, 300, 400)

    # Accents are apart from their letters, so a line is more than one band; none reaches further.
    assert len(_right_edges(label)) > 2
    assert max(_right_edges(label)) - _right_edges(label)[0] <= 4
