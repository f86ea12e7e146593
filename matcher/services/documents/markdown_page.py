"""A page of Markdown as sections of a document: what the windows and the PDF can show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from matcher.document import Block, Bullets, Paragraph, Script, Section, Table, Tone
from matcher.marked_words import MarkedWords, Run, marked_at_end

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
    links
        Ids of the documents it leads to, in order, each once.
    """

    title: str
    sections: tuple[Section, ...]
    links: tuple[str, ...] = ()


def read_markdown(text: str, leads: Mapping[str, str] = MappingProxyType({})) -> MarkdownPage:
    """Return what a page says.

    Parameters
    ----------
    leads
        The ids of other documents by the names of their files. A link to anything else is its
        words, for nothing leads out of the program.
    """
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))
    return _Reader(leads).read(tree)


class _Reader:
    """Reads one page, and notes where it leads."""

    def __init__(self, leads: Mapping[str, str]) -> None:
        self._leads = leads
        self.links: list[str] = []

    def read(self, tree: SyntaxTreeNode) -> MarkdownPage:
        """Return what it says."""
        title, heading = "", ""
        blocks: list[Block] = []
        sections: list[Section] = []
        for node in tree.children:
            level = node.tag if node.type == "heading" else ""
            if level == "h1":
                title = self._words(node)
            elif level == "h2":
                sections.append(Section(heading, tuple(blocks)))
                heading, blocks = self._words(node), []
            else:
                blocks.extend(self._blocks(node))
        sections.append(Section(heading, tuple(blocks)))
        said = tuple(each for each in sections if each.heading or each.blocks)
        return MarkdownPage(title, said, tuple(self.links))

    def _blocks(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "heading" | "paragraph":
                yield from self._said_in(node)
            case "bullet_list":
                yield from self._listed(node.children)
            case "ordered_list":
                yield from self._numbered(node)
            case "fence" | "code_block":
                yield Script("", tuple(node.content.rstrip("\n").split("\n")))
            case "table":
                yield self._table(node)
            case other if other not in _LEFT_OUT:
                raise ValueError(other)

    def _said_in(self, node: SyntaxTreeNode) -> Iterator[Block]:
        if words := self._words(node):
            yield Paragraph(words, Tone.STRONG if node.type == "heading" else Tone.BODY)

    def _listed(self, items: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
        """Give the items between which nothing else stands as one list."""
        together: list[str] = []
        for item in items:
            first, *others = item.children
            together.append(self._words(first))
            if others:
                yield Bullets(tuple(together))
                together = []
                for other in others:
                    yield from self._blocks(other)
        if together:
            yield Bullets(tuple(together))

    def _numbered(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Give each step as a paragraph that begins with its number, which is read aloud too."""
        begin = int(node.attrs.get("start", 1))
        for number, item in enumerate(node.children, start=begin):
            first, *others = item.children
            words = self._words(first)
            step = f"{number}. "
            yield Paragraph(marked_at_end(f"{step}{words}", words), hangs=len(step))
            for other in others:
                yield from self._blocks(other)

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows = [
            tuple(self._words(cell) for cell in row.children)
            for part in node.children
            for row in part.children
        ]
        return Table(rows[0], tuple(rows[1:]))

    def _words(self, node: SyntaxTreeNode) -> MarkedWords:
        """Return the words of a node, with their marks; a forced end of line stays one."""
        inline = next((child for child in node.children if child.type == "inline"), None)
        tokens = inline.token.children if inline is not None and inline.token is not None else None
        return MarkedWords(self._runs(tokens or ()))

    def _runs(self, tokens: Iterable[Token]) -> Iterator[Run]:
        strong, address = 0, ""
        for token in tokens:
            match token.type:
                case "strong_open" | "em_open":
                    strong += 1
                case "strong_close" | "em_close":
                    strong -= 1
                case "link_open":
                    address = self._address(str(token.attrs["href"]))
                case "link_close":
                    address = ""
                case _:
                    is_code = token.type == "code_inline"
                    yield Run(_said(token), bool(strong), is_code, address)

    def _address(self, target: str) -> str:
        address = self._leads.get(target.partition("#")[0], "")
        if address and address not in self.links:
            self.links.append(address)
        return address


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
