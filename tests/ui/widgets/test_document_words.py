import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.marked_words import MarkedWords, Run
from ui.theme.fonts import code_font
from ui.widgets.document_words import DocumentWords, widths_of
from ui.widgets.text import BREAK

_JOIN = "\N{WORD JOINER}"
_MARKED = MarkedWords(
    (
        Run("Press "),
        Run("<Start>", is_strong=True),
        Run(", type "),
        Run("ls --all", is_code=True),
        Run(" or see "),
        Run("that page", address="document:kiosk"),
        Run("."),
    )
)


def _made(qtbot: QtBot, words: str = _MARKED) -> DocumentWords:
    made = DocumentWords()
    qtbot.addWidget(made)
    show(made, 700, 200)
    made.set_words(words)
    return made


def _seen(words: DocumentWords) -> str:
    document = QTextDocument()
    document.setHtml(words.text())
    return document.toPlainText().replace(_JOIN, "")


def test_words_when_marked_then_each_mark_is_seen_and_none_is_read_or_heard(qtbot: QtBot) -> None:
    words = _made(qtbot)

    assert "<b>&lt;Start&gt;</b>" in words.text()
    assert code_font(18).families()[0] in words.text()
    assert '<a href="document:kiosk"' in words.text()
    assert "<Start>" in _seen(words)
    assert words.plain == words.accessibleName() == _seen(words) == str(_MARKED)


def test_words_when_nothing_is_marked_then_they_are_like_any_text(qtbot: QtBot) -> None:
    plain = _made(qtbot, MarkedWords((Run("a <b>"),)))

    assert plain.plain == "a <b>"
    assert "href" not in plain.text()


def test_code_when_it_has_hyphens_then_no_line_ends_at_one(qtbot: QtBot) -> None:
    words = _made(qtbot)

    assert f"-{_JOIN}-{_JOIN}all" in words.text()


def test_long_name_of_a_file_when_it_does_not_fit_then_it_breaks_between_its_own_parts(
    qtbot: QtBot,
) -> None:
    name = "resources/scoring/criteria.toml"
    words = _made(qtbot, MarkedWords((Run(name, is_code=True),)))

    assert _seen(words).split(BREAK) == ["resources/", "scoring/", "criteria.", "toml"]
    assert words.plain == name


def test_step_when_it_goes_on_then_its_other_lines_begin_behind_its_number(qtbot: QtBot) -> None:
    said = "1. Press it, and then wait until all of it is there."
    words = DocumentWords(hangs=3)
    qtbot.addWidget(words)
    show(words, 160, 300)
    words.set_words(said)
    document = QTextDocument()
    document.setHtml(words.text())

    form = document.firstBlock().blockFormat()

    assert form.leftMargin() == -form.textIndent() > 0
    assert words.plain == words.accessibleName() == _seen(words) == said


def test_link_when_pressed_then_it_tells_where_it_leads(qtbot: QtBot) -> None:
    words = _made(qtbot, MarkedWords((Run("Read this page", address="document:kiosk"),)))

    with qtbot.waitSignal(words.linkActivated) as told:
        middle = words.fontMetrics().height() // 2
        at = words.contentsRect().topLeft()
        at.setX(at.x() + 20)
        at.setY((words.height() - 2 * middle) // 2 + middle)
        qtbot.mouseMove(words, at)
        qtbot.mouseClick(words, Qt.MouseButton.LeftButton, pos=at)

    assert told.args == ["document:kiosk"]


def test_link_when_the_colours_change_then_it_is_in_the_ink_of_the_text(qtbot: QtBot) -> None:
    words = _made(qtbot)
    palette = QPalette(words.palette())
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#123456"))

    words.setPalette(palette)
    QApplication.processEvents()

    assert "#123456" in words.text()


@pytest.mark.parametrize("look", ["is_strong", "is_code"])
def test_widths_when_words_are_marked_then_they_are_those_of_their_face(
    qtbot: QtBot, look: str
) -> None:
    words = _made(qtbot)
    run = Run("illicit will", **{look: True})  # type: ignore[arg-type]

    longest, whole = widths_of(MarkedWords((run,)), words.font())

    assert (longest, whole) > widths_of("illicit will", words.font())
    assert longest < whole


def test_words_when_narrow_then_there_is_room_for_the_longest_as_it_is_marked(
    qtbot: QtBot,
) -> None:
    plain, marked = "illicitwill", MarkedWords((Run("illicit", is_strong=True), Run("will")))

    widths = [_made(qtbot, words).minimumSizeHint().width() for words in (plain, marked)]

    assert widths[0] < widths[1]
