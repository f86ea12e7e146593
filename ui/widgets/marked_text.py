"""A foreign text with the letters marked that led to something: bold and underlined."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt

from ui.widgets.text import Text

Span = tuple[int, int]


class MarkedText(Text):
    """Words of which some are marked; a screen reader says them all alike.

    Parameters
    ----------
    role, name
        As of any text.
    """

    def __init__(self, role: str = "body", name: str = "") -> None:
        self._spans: tuple[Span, ...] = ()
        super().__init__(role, name, is_foreign=True)

    @property
    def marked(self) -> tuple[str, ...]:
        """The parts that are marked."""
        return tuple(self.plain[start:end] for start, end in self._spans)

    def set_marked(self, words: str, spans: Sequence[Span]) -> None:
        """Show words, marked from each start to each end."""
        inside = ((max(0, start), min(end, len(words))) for start, end in sorted(spans))
        self._spans = tuple((start, end) for start, end in inside if start < end)
        self.set_words(words)

    def _show_words(self) -> None:
        # What is marked is put together of escaped parts: nothing of it can be mark-up.
        parts, at = [], 0
        for start, end in self._spans:
            parts.append(escape(self.plain[at:start]))
            parts.append(f"<b><u>{escape(self.plain[start:end])}</u></b>")
            at = end
        parts.append(escape(self.plain[at:]))
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText("".join(parts).replace("\n", "<br>"))
