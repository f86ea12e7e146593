"""The sheets as one page for a phone or a browser: a file of its own that asks for nothing.

The page is built as a tree and written by the library, so that a text can only ever be a text: no
text becomes an element, an address or an attribute.
"""

import re
from collections.abc import Callable, Sequence
from itertools import count
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from matcher.document import (
    Ask,
    Blank,
    Bullets,
    Callout,
    Document,
    Fit,
    Paragraph,
    Questions,
    Script,
    Section,
    Sheet,
    Table,
    Ticks,
    Tone,
)
from matcher.editions.linear import (
    ISOLATED,
    Sides,
    closing,
    in_line,
    label_of_room,
    pieces_of,
    readable,
)
from matcher.i18n import Catalogue
from matcher.text_direction import isolated

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --page: #fff; --soft: #4d4d4d; --line: #767676 }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 1.125rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
main { max-width: 66ch; margin: 0 auto; padding: 1rem }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.5em 0 .5em }
h1 { font-size: 1.75rem; margin-top: 0 }
h2 { font-size: 1.5rem; margin-top: 0 }
h3 { font-size: 1.25rem }
h4 { font-size: 1.125rem }
p, ul, fieldset { margin: 0 0 .75em }
ul { padding-inline-start: 1.5em }
.boxes { list-style: none; padding: 0 }
.sheet { border-top: 2px solid var(--line); margin-top: 3rem; padding-top: 1.5rem }
.quiet, .aside, footer { color: var(--soft) }
.callout { border: 1px solid var(--line); border-radius: .25rem; padding: .75rem }
fieldset { border: 0; border-inline-start: 2px solid var(--line); padding: 0 0 0 1rem;
  margin-bottom: 1.5em; min-width: 0 }
legend { padding: 0; font-weight: bold }
.box { display: inline-flex; align-items: center; gap: .6em; min-height: 2.75rem;
  margin-inline-end: 1.5em }
input { width: 1.3em; height: 1.3em; margin: 0; flex: none }
textarea { display: block; width: 100%; min-width: 7em; font: inherit; color: inherit;
  background: transparent; border: 1px solid var(--line); border-radius: .25rem; padding: .4em }
.wide { overflow-x: auto; margin-bottom: 1.5em }
table { border-collapse: collapse; width: 100%; overflow-wrap: normal }
th, td { text-align: start; vertical-align: top; padding: .5em .75em .5em 0;
  border-bottom: 1px solid var(--line) }
a { color: inherit }
:focus-visible { outline: 3px solid; outline-offset: 2px }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --page: #17191c; --soft: #b8b8b8; --line: #8f8f8f }
}
@media print {
  @page { margin: 18mm }
  :root { color-scheme: light }
  main { max-width: none; padding: 0 }
  .sheet { border: 0; margin: 0; padding: 0; break-before: page }
  h1, h2, h3, h4, legend { break-after: avoid }
  fieldset, .fit, tr { break-inside: avoid }
  .wide { overflow: visible }
  .hint { display: none }
}
"""

_SECTION_LEVEL = 3
_NUMBER = re.compile("(?:tel|sms):[0-9]+")


def html_page(document: Document) -> str:
    """Return a document as a page in HTML.

    Parameters
    ----------
    document
        Its words for page numbers, empty backs and letters without a font have no place here.

    Returns
    -------
    str
        One file without scripts or anything from elsewhere; ends with a line end. Its only links
        call or text a number. Boxes can be ticked and lines written on. A name written the other
        way keeps its own direction.
    """
    return _Page(document).text()


class _Page:
    """Adds one kind of block after the other to the tree of a page."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._catalogue = Catalogue(document.language)
        self._numbers = count(1)
        self._level = _SECTION_LEVEL + 1
        self._by_kind: dict[type, Callable[[Element, Any], None]] = {
            Paragraph: self._add_paragraph,
            Callout: self._add_callout,
            Bullets: self._add_bullets,
            Questions: self._add_questions,
            Ask: self._add_ask,
            Ticks: self._add_ticks,
            Blank: self._add_blank,
            Script: self._add_script,
            Fit: self._add_fit,
            Sides: self._add_sides,
            Table: self._add_table,
        }

    def text(self) -> str:
        root = Element("html", lang=self._document.language, dir=self._catalogue.direction)
        self._add_head(_add(root, "head"))
        main = _add(_add(root, "body"), "main")
        self._say(main, "h1", self._document.title)
        self._say(main, "p", self._catalogue.text("edition.page_hint"), "hint")
        for sheet in self._document.sheets:
            self._add_sheet(main, sheet)
        return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n"

    def _add_head(self, head: Element) -> None:
        _add(head, "meta", charset="utf-8")
        _add(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
        _add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
        _add(head, "title").text = readable(self._document.title)
        _add(head, "style").text = _STYLE

    def _add_sheet(self, main: Element, sheet: Sheet) -> None:
        number = self._number()
        part = _add(main, "section", {"class": "sheet"})
        if readable(sheet.title):
            self._say(part, "h2", sheet.title).set("id", number)
            part.set("aria-labelledby", number)
        for line in sheet.aside:
            if label := label_of_room(line):
                self._add_writing(part, label, 1)
            else:
                self._say(part, "p", line, "aside")
        for section in sheet.sections:
            self._add_section(part, section)
        if readable(closing(sheet)):
            self._say(_add(part, "footer"), "p", sheet.footer)

    def _add_section(self, sheet: Element, section: Section) -> None:
        has_heading = bool(readable(section.heading))
        self._level = _SECTION_LEVEL + has_heading
        part = _add(sheet, "section" if has_heading else "div")
        self._say(part, f"h{_SECTION_LEVEL}", section.heading)
        for block in in_line(section.blocks):
            self._by_kind[type(block)](part, block)

    def _add_paragraph(self, to: Element, paragraph: Paragraph) -> None:
        kind = "quiet" if paragraph.tone is Tone.QUIET else ""
        for piece in pieces_of(paragraph.text):
            if paragraph.tone is Tone.STRONG:
                self._lead(self._say(_add(to, "p"), "strong", piece), paragraph.address)
            else:
                self._lead(self._say(to, "p", piece, kind), paragraph.address)

    def _lead(self, element: Element, address: str) -> None:
        """Let a text lead to a number to call or to text; to nothing else."""
        if not _NUMBER.fullmatch(address):
            return
        link = Element("a", href=address)
        link.text, element.text = element.text, None
        link.extend(element)
        element[:] = [link]

    def _add_callout(self, to: Element, callout: Callout) -> None:
        self._say(to, "p", callout.text, "callout")

    def _add_bullets(self, to: Element, bullets: Bullets) -> None:
        self._add_list(to, bullets.items)

    def _add_questions(self, to: Element, questions: Questions) -> None:
        self._add_heading(to, questions.heading)
        if questions.items:
            items = _add(to, "ul", {"class": "boxes"})
            for label in questions.items:
                self._add_box(_add(items, "li"), label)

    def _add_ticks(self, to: Element, ticks: Ticks) -> None:
        self._add_boxes(self._group(to, ticks.text), ticks.boxes)

    def _add_blank(self, to: Element, blank: Blank) -> None:
        self._add_writing(to, blank.label, blank.lines)

    def _add_script(self, to: Element, script: Script) -> None:
        self._add_heading(to, script.label)
        self._say_all(to, script.lines)

    def _add_heading(self, to: Element, text: str) -> None:
        self._say(to, f"h{self._level}", text)

    def _add_list(self, to: Element, items: Sequence[str]) -> None:
        if items:
            self._say_all(_add(to, "ul"), items, "li")

    def _add_boxes(self, to: Element, labels: Sequence[str]) -> None:
        if labels:
            row = _add(to, "div")
            for label in labels:
                self._add_box(row, label)

    def _add_box(self, to: Element, label: str) -> None:
        box = _add(to, "label", {"class": "box"})
        _add(box, "input", type="checkbox")
        self._say(box, "span", label)

    def _group(self, to: Element, text: str) -> Element:
        """Return a group of things to tick and to fill in, under what they are about."""
        group = _add(to, "fieldset")
        self._say(group, "legend", text)
        return group

    def _add_ask(self, to: Element, ask: Ask) -> None:
        group = self._group(to, f"{ask.number}. {ask.text}" if ask.number else ask.text)
        self._say(group, "p", ask.reason, "quiet")
        self._add_boxes(group, ask.boxes)
        if ask.lines:
            self._add_writing(group, "", ask.lines)

    def _add_writing(self, to: Element, label: str, lines: int) -> None:
        around = _add(_add(to, "p"), "label")
        self._say(around, "span", label if readable(label) else self._notes())
        _add(around, "textarea", rows=f"{max(lines, 1)}", dir="auto", autocomplete="off")

    def _notes(self) -> str:
        return self._catalogue.text("edition.notes")

    def _add_fit(self, to: Element, fit: Fit) -> None:
        part = _add(to, "div", {"class": "fit"})
        self._add_heading(part, fit.name)
        if readable(fit.status):
            self._say(_add(part, "p"), "strong", fit.status)
        self._say_all(part, fit.lines)
        self._say(part, "p", fit.source, "quiet")

    def _add_sides(self, to: Element, sides: Sides) -> None:
        self._add_heading(to, sides.heading)
        for label, items in sides.lists:
            self._say(to, "p", label)
            self._add_list(to, items)

    def _add_table(self, to: Element, table: Table) -> None:
        if not table.rows:
            return
        body = _add(_add(to, "div", {"class": "wide"}), "table")
        heads = _add(_add(body, "thead"), "tr")
        columns = [self._add_head_cell(heads, text, "col") for text in table.headings]
        rows = _add(body, "tbody")
        for first, *others in table.rows:
            row = _add(rows, "tr")
            named = self._add_head_cell(row, first, "row", columns[0])
            for column, text in zip(columns[1:], others, strict=True):
                self._fill(_add(row, "td"), text, f"{named} {column}")

    def _add_head_cell(self, row: Element, text: str, scope: str, about: str = "") -> str:
        """Add a heading of a column or a row and return what to call it by; ``""`` for nothing."""
        if not readable(text) and scope == "col":
            _add(row, "td")
            return ""
        number = self._number()
        cell = _add(row, "th", scope=scope, id=number)
        self._fill(cell, text, about)
        return number if readable(text) else ""

    def _fill(self, cell: Element, text: str, about: str) -> None:
        """Put text into a cell, or room to write what the cells named are about."""
        if readable(text):
            self._write(cell, text)
            return
        name = {"aria-labelledby": " ".join(about.split())}
        name = name if about.strip() else {"aria-label": self._notes()}
        _add(cell, "textarea", name, rows="1", dir="auto", autocomplete="off")

    def _say_all(self, to: Element, texts: Sequence[str], tag: str = "p") -> None:
        for text in texts:
            self._say(to, tag, text)

    def _say(self, to: Element, tag: str, text: str, kind: str = "") -> Element:
        """Add an element with a text; one without a text is made and left out."""
        element = Element(tag, {"class": kind} if kind else {})
        if readable(text):
            self._write(element, text)
            element.tail = "\n"
            to.append(element)
        return element

    def _write(self, element: Element, text: str) -> None:
        """Write text that runs in its own direction, and so does each part that was set apart."""
        plain = readable(text)
        if isolated(plain, self._catalogue.direction) != plain:
            element.set("dir", "auto")
        outside, *others = ISOLATED.split(readable(text, isolates=True))
        element.text = outside
        for inside, after in zip(others[::2], others[1::2], strict=True):
            part = SubElement(element, "bdi")
            part.text, part.tail = inside, after

    def _number(self) -> str:
        return f"n{next(self._numbers)}"


def _add(to: Element, tag: str, attributes: dict[str, str] | None = None, **more: Any) -> Element:
    element = SubElement(to, tag, attributes or {}, **more)
    element.tail = "\n"
    return element
