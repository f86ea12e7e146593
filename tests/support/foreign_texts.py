"""Sixty texts that a careless window, page or sheet of paper would obey; and how to tell if it did.

Whatever of them is obeyed shows: pictures and colors are of one red that nothing of ours has.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
from PySide6 import QtGui
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QScrollArea,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from support.strange_documents import HOSTILE, LONG, UNSEEN
from support.strange_people import sample_rows

from matcher.importers.foreign_text import clean_text

RED = "#fe0102"
TEXTS = (
    "name", "pronouns", "title", "credential", "register", "register_number", "supervisor", "area",
    "city", "shares", "contact", "boundaries_text", "bio", "website", "email", "phone",
    "next_opening",
)  # fmt: skip
"""Columns of a list in which somebody else may write what they like."""

_PICTURES = (
    '<img src="{red}">',
    "<img src='file://{red}' width=400 height=400>",
    '<img src="{red}" width="300" height="300" valign="top"/>',
    '<table bgcolor="{color}"><tr><td>Ana</td></tr></table>',
    '<font color="{color}" size=7>Ana</font>',
    '<body bgcolor="{color}">Ana',
    '<p style="background-color:{color}">Ana</p>',
    '<span style="font-size:80px;color:{color}">Ana</span>',
    '<qt><b style="background:{color}">Ana</b></qt>',
    '<hr color="{color}" size=40>',
    "<a href='file://{red}'>Ana</a>",
    '<para backColor="{color}">Ana</para>',
    '<onDraw name="drawForeground" label="x"/>',
    '<link href="https://example.org" color="{color}">Ana</link>',
    '<a name="x"/><a href="#x" color="{color}">Ana</a>',
    '<seq id="a"/><seqreset id="a"/><greek>a</greek>',
    "<unichar code='0x202e'/>Ana<br/>Vidal",
    "Ana && Vidal &x &File _&Q &amp;",
    "<svg xmlns='http://www.w3.org/2000/svg'><rect width='999' height='999' fill='{color}'/></svg>",
    "Ana\tVidal <div style='background:url({red})'>x</div>",
)


def make_red(folder: Path) -> Path:
    """Return a picture that is nothing but red."""
    path, picture = folder / "red.png", QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(QColor(RED))
    assert picture.save(str(path))
    return path


def payloads(red: Path) -> dict[str, str]:
    """Return the texts by the ids of the people who have them everywhere."""
    pictures = (text.replace("{red}", str(red)).replace("{color}", RED) for text in _PICTURES)
    texts = [*HOSTILE, *UNSEEN, *LONG.values(), *pictures]
    # No file in UTF-8 can hold half a character.
    whole = (re.sub("[\ud800-\udfff\x00]", "", text) for text in texts)
    return {f"f-{number:02}": text for number, text in enumerate(whole)}


def rows_of(texts: dict[str, str]) -> list[dict[str, str]]:
    """Return rows of people with such a text wherever there is room for one."""
    usual = sample_rows()[0]
    return [{**usual, **dict.fromkeys(TEXTS, text), "id": id_} for id_, text in texts.items()]


def mixed_rows(texts: Mapping[str, str], people: int) -> list[dict[str, str]]:
    """Return rows of a few people who have all the texts between them, another in each place."""
    every = [*texts.values()]
    assert people * len(TEXTS) >= len(every)
    usual = sample_rows()[0]
    parts = (range(number, number + len(TEXTS)) for number in range(0, 9999, len(TEXTS)))
    return [
        {
            **usual,
            **{name: every[at % len(every)] for name, at in zip(TEXTS, part, strict=True)},
            "id": f"m-{number}",
        }
        for number, part in zip(range(people), parts, strict=False)
    ]


def is_red(image: QImage) -> bool:
    """Tell whether the red of the texts is anywhere in a picture."""
    picture = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)
    return bool(((pixels & 0xFFFFFF) == int(RED[1:], 16)).any())


def obeyed(window: QWidget) -> Iterator[str]:
    """Yield what in a window obeyed a text: red, links, pictures, marks for the keyboard."""
    for picture in _pictures(window):
        if is_red(picture):
            yield "red"
    for widget in window.findChildren(QWidget):
        said = f"{type(widget).__name__} {widget.objectName()}"
        if _might_be_rich(widget.toolTip()) or _might_be_rich(widget.whatsThis()):
            yield f"{said}: a tip"
        if isinstance(widget, QTextEdit | QTextBrowser):
            yield f"{said}: takes rich text"
        if isinstance(widget, QLabel) and (found := _acts(widget)):
            yield f"{said}: {found}"
        if isinstance(widget, QAbstractButton) and "&" in widget.text().replace("&&", ""):
            yield f"{said}: a key"


def _pictures(window: QWidget) -> Iterator[QImage]:
    """Yield what is seen, and what is scrolled to."""
    yield window.grab().toImage()
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and (content := area.widget()) is not None:
            picture = QImage(content.size(), QImage.Format.Format_RGB32)
            picture.fill(QColor("white"))
            content.render(picture, QPoint(0, 0))
            yield picture


def _acts(label: QLabel) -> str:
    """Return what of a label's words is more than words."""
    if label.openExternalLinks():
        return "follows links"
    if label.textFormat() == Qt.TextFormat.AutoText and _might_be_rich(label.text()):
        return "guesses that it is rich"
    if label.textFormat() == Qt.TextFormat.PlainText:
        return ""
    return _Marks(label.text()).found


_OURS = {
    **dict.fromkeys(("b", "br", "u"), re.compile("")),
    "p": re.compile(r"(style=line-height:\d+%(;margin-left:\d+px;text-indent:-\d+px)?)?"),
    # in the documents that come with the program
    "span": re.compile(r"style=font-family:'[\w ]+'; font-size:\d+px"),
    "a": re.compile(r"href=document:[\w-]+ style=color:#[0-9a-f]{6}"),
}
"""Mark-up of ours: of each tag what it may say."""


class _Marks(HTMLParser):
    """Notes the mark-up in rich text that is not ours."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = " ".join(f"{name}={value}" for name, value in attrs)
        is_ours = tag in _OURS and bool(_OURS[tag].fullmatch(said))
        if not is_ours:
            self.found = f"shows <{tag}>"

    def handle_comment(self, data: str) -> None:
        self.found = "hides a comment"


_might_be_rich = QtGui.Qt.mightBeRichText


def kept_form(text: str) -> str:
    """Return the text as it is kept of a name."""
    return clean_text(text)


def threes(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield three at a time: as many as can be chosen."""
    for begin in range(0, len(ids), 3):
        yield ids[begin : begin + 3]
