"""What others wrote, on every kind of paper and in every file: it is words and nothing else."""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtGui import QImage
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate
from support.commands import ANSWERS
from support.foreign_texts import (
    RED,
    is_red,
    make_red,
    mixed_rows,
    payloads,
    rows_of,
    threes,
)
from support.strange_people import bring_in

from matcher.cli import main

_ACTS = {"/URI", "/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/EmbeddedFiles"}
_KINDS = {"/Image", "/Link", "/Movie", "/Screen", "/FileAttachment"}
_ELEMENTS = set(
    "html head meta title style body main section div footer h1 h2 h3 h4 p ul li strong span bdi "
    "a label input textarea fieldset legend table thead tbody tr th td".split()
)
_FORMS = {"usual": (), "fillable": ("--fillable",), "large": ("--large-print", "--airy")}
_UNSEEN = re.compile("[\x00-\x09\x0b\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e]")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return payloads(make_red(tmp_path_factory.mktemp("red")))


class _Elements(HTMLParser):
    """What a page is made of that no page of ours has, and what it refers to elsewhere."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            self.found.add(tag)
        for name, value in attrs:
            refers = name in {"href", "src", "style", "action", "srcdoc"}
            is_known = name == "href" and re.fullmatch(r"#[\w.-]+|(?:tel|sms):[\d+]+", value or "")
            if name.startswith("on") or (refers and not is_known):
                self.found.add(f"{tag} {name}={value}")


def _parts(thing: object) -> Iterator[pikepdf.Object]:
    """Yield a part of a file and what stands in it; what is referred to is a part of its own."""
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        for inner in thing.values():
            if not getattr(inner, "is_indirect", False):
                yield from _parts(inner)
    elif isinstance(thing, pikepdf.Array):
        for inner in thing:
            if not getattr(inner, "is_indirect", False):
                yield from _parts(inner)


def _acts_in_pdf(file: Path) -> set[str]:
    """Return what in a PDF does something, and whether anything is red."""
    found: set[str] = set()
    with pikepdf.open(file) as pdf:
        for whole in pdf.objects:
            for part in _parts(whole):
                found |= {*part.keys()} & _ACTS
                found |= {str(part.get(key)) for key in ("/Subtype", "/S")} & (_KINDS | _ACTS)
    pages = pypdfium2.PdfDocument(file)
    for page in pages:
        picture = page.render(scale=0.7).to_pil().convert("RGBX")
        size = picture.size
        form = QImage.Format.Format_RGBX8888
        if is_red(QImage(picture.tobytes(), *size, 4 * size[0], form)):
            found.add("red")
    pages.close()
    return found


def _checklist(address: str, ids: Sequence[str], file: Path, *more: str) -> Path:
    words = ["checklist", str(ANSWERS), *ids, "--out", str(file), "--database", address, *more]
    assert main(words) == 0
    return file


def _print_all(address: str, ids: Sequence[str], folder: Path) -> dict[str, set[str]]:
    """Print people on sheets of every kind, three at a time; return what was obeyed."""
    found: dict[str, set[str]] = {}
    for number, few in enumerate(threes(ids)):
        for name in [*_FORMS] if number == 0 else ["usual"]:
            file = _checklist(address, few, folder / f"{name}-{number}.pdf", *_FORMS[name])
            found[file.name] = _acts_in_pdf(file)
        page = _checklist(address, few, folder / f"{number}.html").read_text(encoding="utf-8")
        found[f"{number}.html"] = _Elements(page).found
        text = _checklist(address, few, folder / f"{number}.txt").read_text(encoding="utf-8")
        found[f"{number}.txt"] = {ascii(one) for one in _UNSEEN.findall(text)}
    return {name: acts for name, acts in found.items() if acts}


def _print_pages_of(address: str, ids: Sequence[str], folder: Path) -> dict[str, set[str]]:
    """Print what each practitioner gets, to read and to fill in."""
    found = {}
    for number, id_ in enumerate(ids):
        file = folder / f"{id_}.pdf"
        more = ("--full", "--fillable") if number % 5 == 0 else ()
        words = ["practitioner", id_, "--out", str(file), "--database", address, *more]
        assert main(words) == 0
        found[file.name] = _acts_in_pdf(file)
    return {name: acts for name, acts in found.items() if acts}


def test_editions_when_each_text_is_printed_somewhere_then_none_is_obeyed(
    texts: dict[str, str], tmp_path: Path
) -> None:
    rows = mixed_rows(texts, 4)
    address, ids = bring_in(rows, tmp_path), [row["id"] for row in rows]

    assert _print_all(address, ids, tmp_path) == {}
    assert _print_pages_of(address, ids[2:], tmp_path) == {}


@pytest.mark.long
@pytest.mark.timeout(900)
def test_editions_when_every_text_is_printed_everywhere_then_none_is_obeyed(
    texts: dict[str, str], tmp_path: Path
) -> None:
    address = bring_in(rows_of(texts), tmp_path)

    assert _print_all(address, [*texts], tmp_path) == {}
    assert _print_pages_of(address, [*texts], tmp_path) == {}


def test_looking_when_something_acts_then_it_is_found(tmp_path: Path) -> None:
    """The looking itself can fail: a careless paragraph makes links and shows colors."""
    file = tmp_path / "careless.pdf"
    words = f'<link href="https://example.org" color="{RED}"><font size=40>Ana</font></link>'
    SimpleDocTemplate(str(file)).build([Paragraph(words, getSampleStyleSheet()["Normal"])])

    assert {"/URI", "/Link", "red"} <= _acts_in_pdf(file)
    assert _Elements("<p onclick='x'><img src=y>").found == {"p onclick=x", "img", "img src=y"}
    assert _UNSEEN.findall("a\x1b[31m \u202eb") == ["\x1b", "\u202e"]
