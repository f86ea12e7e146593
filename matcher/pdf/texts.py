"""Plain words, whoever wrote them, as text in the styles of an edition."""

from reportlab.lib.styles import ParagraphStyle

from matcher.pdf.fonts import markup
from matcher.pdf.styles import GAP, Styles
from matcher.pdf.tag import Tag
from matcher.pdf.tagged_canvas import TaggedText

_DASH = "–"
_LARGE = 1.2
"""From this scale on, lines are too short to stand in columns."""


class Texts:
    """Makes texts.

    Parameters
    ----------
    styles
        The edition's styles.
    unprintable
        Said in place of letters without a font.

    Attributes
    ----------
    is_large
        Whether letters are so large that lines are short.
    """

    def __init__(self, styles: Styles, unprintable: str) -> None:
        self.styles = styles
        self.is_large = styles.scale >= _LARGE
        self._unprintable = unprintable
        self._bulleted: dict[str, ParagraphStyle] = {}
        self._tight = {
            name: ParagraphStyle(f"{name}-tight", parent=getattr(styles, name), spaceAfter=0)
            for name in ("quiet", "dense")
        }

    def text(self, words: str, style: ParagraphStyle, tag: Tag) -> TaggedText:
        """Return plain words with what they are."""
        text = TaggedText(markup(words, self._unprintable), style)
        text.tag, text.words = tag, words
        return text

    def unsaid(self, words: str, style: ParagraphStyle) -> TaggedText:
        """Return words that stand there once more, and are not read aloud again."""
        text = self.text(words, style, Tag("P"))
        text.is_decoration = True
        return text

    def quiet(self, words: str, tag: Tag) -> TaggedText:
        """Return small words with no room below them."""
        return self.text(words, self._tight["quiet"], tag)

    def dense(self, words: str, tag: Tag) -> TaggedText:
        """Return the smallest words, as in tables, with no room below them."""
        return self.text(words, self._tight["dense"], tag)

    def bullet(self, words: str, like: ParagraphStyle, items: Tag) -> TaggedText:
        """Return an item of a list behind a dash, which is not read aloud."""
        if like.name not in self._bulleted:
            self._bulleted[like.name] = ParagraphStyle(
                f"{like.name}-bullet",
                parent=like,
                leftIndent=1.4 * GAP * self.styles.scale,
                bulletIndent=0,
                spaceAfter=like.spaceAfter / 2,
            )
        text = self.text(words, self._bulleted[like.name], body_of(items))
        text.dash = _DASH
        return text

    def dense_bullet(self, words: str, items: Tag) -> TaggedText:
        """Return an item of a list in a table."""
        return self.bullet(words, self._tight["dense"], items)


def body_of(items: Tag) -> Tag:
    """Return what a new item of a list says."""
    return Tag("LBody", Tag("LI", items))
