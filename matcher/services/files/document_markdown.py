"""Sections as Markdown, for the documentation that ships."""

import re
from collections.abc import Iterator, Sequence

from matcher.document import Block, Bullets, Fit, Paragraph, Section, Table, Tone

_MARKUP = re.compile(r"([\\`*_<>|\[\]])")


def document_markdown(title: str, note: str, sections: Sequence[Section]) -> str:
    """Return a document of paragraphs, bullets, fits and tables.

    Parameters
    ----------
    note
        For whoever opens the file in an editor; readers of the page do not see it.

    Returns
    -------
    str
        Ends with a line end.
    """
    parts = [f"<!-- {note} -->", f"# {_plain(title)}"]
    for section in sections:
        parts.append(f"## {_plain(section.heading)}")
        parts += ["\n".join(_block(block)) for block in section.blocks]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            text = _plain(block.text)
            yield f"**{text}**" if block.tone is Tone.STRONG else text
        case Bullets():
            yield from (f"- {_plain(item)}" for item in block.items)
        case Fit():
            yield from _fit(block)
        case Table():
            yield _row(block.headings)
            yield _row(("---",) * len(block.headings))
            yield from (_row(tuple(map(_plain, row))) for row in block.rows)
        case _:
            raise TypeError(type(block).__name__)


def _fit(fit: Fit) -> Iterator[str]:
    """Yield a paragraph whose lines are kept: the backslash ends a line."""
    name = f"**{_plain(fit.name)}**"
    head = f"{name}. {_plain(fit.status)}" if fit.status else name
    lines = [head, *map(_plain, filter(None, (*fit.lines, fit.source)))]
    yield "\\\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
