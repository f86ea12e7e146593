"""Documents with every kind of block: of one text throughout, or of any texts at random."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from matcher.document import (
    Ask,
    Blank,
    Block,
    Bullets,
    Callout,
    Contrast,
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

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='https://example.org'>here</a>",
    "<a href=javascript:alert(1)>here</a>",
    "javascript:alert(1)",
    "https://example.org/?a=1&b=<2>",
    "<svg/onload=alert(1)>",
    "<iframe src=file:///etc/hostname></iframe>",
    "<style>*{display:none}</style>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><input autofocus onfocus=alert(1)>",
    "\"><input type=submit value='Pay'>",
    "' onmouseover='alert(1)",
    '" onclick="alert(1)" x="',
    "<!-- <b>hidden</b> -->",
    "]]><b>after</b>",
    "<![CDATA[<b>in</b>]]>",
    "<?php echo 1 ?>",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "<para><font size=80 color='red'>Ana</font></para>",
    "<b>never closed",
    "</div></main></body></html>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<base href=https://example.org/>",
    "{{7*7}} ${7*7} %(name)s {page}",
    '=HYPERLINK("https://example.org")',
    "\x1b]8;;https://example.org\x1b\\here\x1b]8;;\x1b\\",
)
"""What a careless page would obey."""

UNSEEN = (
    "Ana \u202eladiV\u202c",
    "Ana \u2066\u2067Vidal\u2069",
    "Ana\u200b \ufeffVi\u00addal\u200f",
    "Ana\x00\x07\x1b[31m\r\nVidal\x0c\x85",
    "Ana\u2028Vidal\u2029",
    "Ana\udcff\ue000\uffff Vidal",
    "\u2068Ana Vidal",
    "Ana \u2069Vidal\u2068",
)
"""Signs that nobody sees, round the same name."""

LONG = {
    "words": "A bio goes on and on. " * 228,
    "unbroken": "Wolfeschlegelstein" * 278,
    "wide": "欧阳小明" * 1250,
    "lines": "One.\n\n" * 830,
}
"""Some 5,000 signs each."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return a block of each kind with the text wherever it has one."""
    pair = (text, text)
    return (
        *(Paragraph(text, tone) for tone in Tone),
        Callout(text),
        Bullets(pair),
        Questions(text, pair),
        Ask(1, text, text, boxes=pair),
        Ticks(text, pair),
        Blank(text),
        Script(text, pair),
        Fit(text, text, pair, text),
        Contrast("", (text,), (text,)),
        Contrast(text, pair, pair),
        Table(pair, (pair, ("", ""))),
        Table((*pair, text), ((*pair, ""),), kind="log"),
    )


def document_of(
    text: str, *, language: str = "en", blocks: tuple[Block, ...] | None = None
) -> Document:
    """Return a document with the text wherever it has one, of two sheets alike."""
    blocks = blocks_of(text) if blocks is None else blocks
    sheet = Sheet(text, (text,), (Section(text, blocks),), f"{text} foot")
    return Document(text, language, (sheet, sheet), "Page {page}", "Empty", "Unprintable")


def documents(text: SearchStrategy[str]) -> SearchStrategy[Document]:
    """Return documents of any shape, their texts from a strategy."""
    texts = st.lists(text, max_size=3).map(tuple)
    blocks = st.one_of(
        st.builds(Paragraph, text, st.sampled_from(Tone)),
        st.builds(Callout, text),
        st.builds(Bullets, texts),
        st.builds(Questions, text, texts),
        st.builds(Ask, st.integers(0, 20), text, text, st.integers(0, 3), texts),
        st.builds(Ticks, text, texts),
        st.builds(Blank, text, st.integers(0, 3)),
        st.builds(Script, text, texts),
        st.builds(Fit, text, text, texts, text),
        st.builds(Contrast, st.just("") | text, texts, texts),
        st.integers(1, 4).flatmap(partial(_tables, text)),
    )
    sections = st.builds(Section, text, st.lists(blocks, max_size=4).map(tuple))
    sheets = st.builds(
        Sheet,
        text,
        texts,
        st.lists(sections, max_size=2).map(tuple),
        text,
    )
    return st.builds(
        Document,
        text,
        st.sampled_from(("en", "es", "ar")),
        st.lists(sheets, max_size=2).map(tuple),
        *map(st.just, ("Page {page}", "Empty", "Unprintable")),
    )


def _tables(text: SearchStrategy[str], columns: int) -> SearchStrategy[Table]:
    row = st.lists(text, min_size=columns, max_size=columns).map(tuple)
    rows = st.lists(row, max_size=3).map(tuple)
    return st.builds(Table, row, rows, st.sampled_from(("text", "log")))


def texts_in_order(document: Document, *, in_rows: bool) -> Iterator[str]:
    """Yield the texts of a document as one reads them without pages; what is for paper is left out.

    Parameters
    ----------
    in_rows
        Whether each cell of a table has its heading said before it.
    """
    yield document.title
    for sheet in document.sheets:
        yield from (sheet.title, *sheet.aside)
        for section in sheet.sections:
            yield section.heading
            yield from _texts_of_blocks(section.blocks, in_rows)
        if sheet.footer != sheet.title:
            yield sheet.footer


def _texts_of_blocks(blocks: Sequence[Block], in_rows: bool) -> Iterator[str]:
    labels: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    for number, block in enumerate(blocks):
        if isinstance(block, Table):
            yield from _texts_of_table(block, in_rows)
        elif not isinstance(block, Contrast):
            yield from _texts_of_fields(block)
        elif block.heading or not _is_above_contrasts(block, blocks[number + 1 :]):
            yield block.heading
            for label, items in zip(labels, (block.left, block.right), strict=True):
                yield from (*label, *items) if items else ()
        else:
            labels = (block.left, block.right)


def _is_above_contrasts(block: Contrast, others: Sequence[Block]) -> bool:
    follower = others[0] if others else None
    one_each = len(block.left) == 1 and len(block.right) == 1
    return one_each and isinstance(follower, Contrast) and bool(follower.heading)


def _texts_of_table(table: Table, in_rows: bool) -> Iterator[str]:
    if not in_rows and table.rows:
        yield from table.headings
    for row in table.rows:
        for heading, cell in zip(table.headings, row, strict=True):
            yield from (heading, cell) if in_rows else (cell,)


def _texts_of_fields(block: Block) -> Iterator[str]:
    order = {Ask: ("text", "reason", "boxes"), Paragraph: ("text",)}
    for name in order.get(type(block), type(block).__slots__):
        value = getattr(block, name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def mapped(value: Any, change: Callable[[str], str]) -> Any:
    """Return a document, or a part of one, with every text changed."""
    if type(value) is str:
        return change(value)
    if isinstance(value, tuple):
        return tuple(mapped(each, change) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {each.name: mapped(getattr(value, each.name), change) for each in fields(value)}
        return replace(value, **changed)
    return value


def first_missing(texts: Iterable[str], whole: str) -> str:
    """Return the first text that does not come in its place; white space does not count."""
    rest = squeezed(whole)
    for text in texts:
        wanted = squeezed(text.replace("  ·  ", " "))
        place = rest.find(wanted)
        if place < 0:
            return text
        rest = rest[place + len(wanted) :]
    return ""


def squeezed(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())
