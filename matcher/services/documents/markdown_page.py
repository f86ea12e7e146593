"""A page of Markdown as sections of a document: what the windows and the PDF can show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from matcher.document import Block, Bullets, Paragraph, Script, Section, Table, Tone

_LEFT_OUT = frozenset({"html_block", "html_inline", "image", "hr"})
"""Said to whoever edits a page, or not to be shown in words."""


@dataclass(frozen=True, slots=True)
class MarkdownPage:
    """What a page says.

    Attributes
    ----------
    title
        Its first heading.
    sections
        One for each heading of the second level, and one without a heading for what stands before.
    """

    title: str
    sections: tuple[Section, ...]


def read_markdown(text: str) -> MarkdownPage:
    """Return what a page says; links are their words, for nothing leads out of the program."""
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))
    title, heading = "", ""
    blocks: list[Block] = []
    sections: list[Section] = []
    for node in tree.children:
        level = node.tag if node.type == "heading" else ""
        if level == "h1":
            title = _words(node)
        elif level == "h2":
            sections.append(Section(heading, tuple(blocks)))
            heading, blocks = _words(node), []
        else:
            blocks.extend(_blocks(node))
    sections.append(Section(heading, tuple(blocks)))
    return MarkdownPage(title, tuple(each for each in sections if each.heading or each.blocks))


def _blocks(node: SyntaxTreeNode) -> Iterator[Block]:
    match node.type:
        case "heading" | "paragraph":
            yield from _said_in(node)
        case "bullet_list":
            yield from _listed(node.children)
        case "ordered_list":
            yield from _numbered(node)
        case "fence" | "code_block":
            yield Script("", tuple(node.content.rstrip("\n").split("\n")))
        case "table":
            yield _table(node)
        case other if other not in _LEFT_OUT:
            raise ValueError(other)


def _said_in(node: SyntaxTreeNode) -> Iterator[Block]:
    if words := _words(node):
        yield Paragraph(words, Tone.STRONG if node.type == "heading" else Tone.BODY)


def _listed(items: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
    """Give the items between which nothing else stands as one list."""
    together: list[str] = []
    for item in items:
        first, *others = item.children
        together.append(_words(first))
        if others:
            yield Bullets(tuple(together))
            together = []
            for other in others:
                yield from _blocks(other)
    if together:
        yield Bullets(tuple(together))


def _numbered(node: SyntaxTreeNode) -> Iterator[Block]:
    """Give each step as a paragraph that begins with its number, which is then read aloud too."""
    begin = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, start=begin):
        first, *others = item.children
        yield Paragraph(f"{number}. {_words(first)}")
        for other in others:
            yield from _blocks(other)


def _table(node: SyntaxTreeNode) -> Table:
    rows = [
        tuple(_words(cell) for cell in row.children)
        for part in node.children
        for row in part.children
    ]
    return Table(rows[0], tuple(rows[1:]))


def _words(node: SyntaxTreeNode) -> str:
    """Return the words of a node without its marks; a forced end of line stays one."""
    inline = next((child for child in node.children if child.type == "inline"), None)
    tokens = inline.token.children if inline is not None and inline.token is not None else None
    return "".join(_said(token) for token in tokens or ()).strip()


def _said(token: Token) -> str:
    match token.type:
        case "text" | "code_inline":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case _:
            return ""
