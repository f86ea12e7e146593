import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import show

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.spoken_words import spoken_words
from ui.widgets.text import Text


def _field(name: str, written: str, *, is_secret: bool = False) -> QLineEdit:
    field = QLineEdit(written)
    field.setAccessibleName(name)
    if is_secret:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _text(words: str) -> Text:
    text = Text()
    text.set_words(words)
    return text


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Give a page whose last widget was made first."""
    page, group = QWidget(), QWidget()
    qtbot.addWidget(page)
    page.setAccessibleName("The page")
    group.setAccessibleName("A group")
    last = Button("primary", "last")
    last.set_words("Next", "Next: your list")
    last.setAccessibleDescription("Key: Return")
    column, row = QVBoxLayout(page), QHBoxLayout(group)
    chosen = QCheckBox("Evenings")
    chosen.setChecked(True)
    for widget in (_text("What times?"), chosen):
        row.addWidget(widget)
    for widget in (
        group,
        _text("Your town"),
        _field("Your town", "Larkhaven"),
        _field("Your passphrase", "canary", is_secret=True),
        last,
    ):
        column.addWidget(widget)
    show(page)
    return page


def _said(page: QWidget, words: Language) -> list[str]:
    return [said.words for said in spoken_words(page, words)]


def test_words_when_read_then_they_are_what_a_screen_reader_gets_in_the_order_of_reading(
    page: QWidget, words: Language
) -> None:
    assert _said(page, words) == [
        "What times?",
        "Evenings. chosen.",
        "Your town. Larkhaven.",
        "Your passphrase.",
        "Next: your list. Key: Return.",
    ]


def test_words_when_something_is_hidden_then_it_is_not_said(page: QWidget, words: Language) -> None:
    for text in page.findChildren(Text):
        text.hide()
    page.findChild(QCheckBox).hide()  # type: ignore[union-attr]

    assert _said(page, words)[0] == "A group."
    page.hide()
    assert _said(page, words) == []


def test_words_when_said_in_another_language_then_so_is_what_is_chosen(
    page: QWidget, words: Language
) -> None:
    words.set_code("es")

    assert _said(page, words)[1] == "Evenings. elegido."


def test_words_when_what_says_them_changes_then_they_are_shown_no_more(
    page: QWidget, words: Language
) -> None:
    heading, box, *_ = spoken_words(page, words)
    field = next(said for said in spoken_words(page, words) if "Larkhaven" in said.words)
    assert heading.is_shown()

    assert isinstance(heading.widget, Text)
    heading.widget.set_words("Not shown here")
    assert isinstance(box.widget, QCheckBox)
    box.widget.setChecked(False)
    field.widget.setParent(None, Qt.WindowType.Widget)

    assert [said.is_shown() for said in (heading, box, field)] == [False, True, False]
