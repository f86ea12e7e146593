"""Builds a sentence to open a talk with: a beginning, words of one's own, and a way to go on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.followup.sentences import GAP, SentenceKind, composed, gaps_in, load_sentences
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.option_group import OptionGroup
from ui.widgets.own_line import OwnLine
from ui.widgets.text import Text

_NO_WAY = "none"
_EDGES = " ,;:."


class SentenceBuilder(QWidget):
    """Kinds of sentences; for the chosen one its gaps, its ways to go on, and the whole of it.

    Parameters
    ----------
    words
        The language that holds.

    Signals
    -------
    paper_requested
        The sentence is wanted on paper.
    """

    paper_requested = Signal()

    def __init__(self, words: Language) -> None:
        super().__init__()
        self.setObjectName("sentence_builder")
        self._words = words
        self._book = load_sentences()
        self._kind: SentenceKind | None = None
        most = max(gaps_in(words.text(kind.start)) for kind in self._book.kinds)
        most_ways = max(len(kind.ways) for kind in self._book.kinds)
        self.kinds = OptionGroup("sentence_kind", [kind.id for kind in self._book.kinds])
        self.gaps = [OwnLine(f"sentence_gap_{number}") for number in range(most)]
        ways = [_NO_WAY, *(str(number) for number in range(most_ways))]
        self.ways_label = Text("strong", "sentence_ways_label")
        self.ways = OptionGroup("sentence_way", ways)
        self.whole = Text("lead", "sentence_whole")
        self.paper = Button("quiet", "sentence_paper")
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(16)
        for widget in (*self.gaps, self.ways_label, self.ways, self.whole):
            rest.addWidget(widget)
        rest.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.kinds)
        column.addWidget(self._rest)
        self._rest.hide()
        self.kinds.chosen_changed.connect(self._choose)
        self.ways.chosen_changed.connect(self._compose)
        for gap in self.gaps:
            gap.written.connect(self._compose)
        self.paper.clicked.connect(self.paper_requested)

    @property
    def sentence(self) -> str:
        """The whole sentence; ``""`` as long as no kind is chosen."""
        if self._kind is None:
            return ""
        own = [gap.line for gap in self.gaps]
        return composed(self._words.text(self._kind.start), own, self._way())

    def choose(self, kind_id: str) -> None:
        """Begin a sentence of a kind; what was written into the gaps stays."""
        self.kinds.set_chosen((kind_id,))
        self._choose((kind_id,))

    def clear(self) -> None:
        """Hold no sentence any more."""
        self._kind = None
        self.kinds.set_chosen(())
        for gap in self.gaps:
            gap.forget()
        self._rest.hide()

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        text = self._words.text
        self.kinds.setAccessibleName(text("notes.sentence.kind"))
        self.kinds.set_words(lambda code: text(f"followup.sentence.{code}.name"))
        self.ways_label.set_words(text("notes.sentence.way"))
        self.paper.set_words(text("notes.sentence.paper"))
        self._show_kind()

    def _choose(self, chosen: Sequence[str]) -> None:
        self._kind = self._book.kind(chosen[0])
        self.ways.set_chosen((_NO_WAY,))
        self._show_kind()
        self._rest.show()

    def _show_kind(self) -> None:
        if self._kind is None:
            return
        text, kind = self._words.text, self._kind
        labels = gap_labels(text(kind.start))
        for number, gap in enumerate(self.gaps):
            gap.setVisible(number < len(labels))
            gap.set_words(labels[number] if number < len(labels) else "")
        said = {str(number): text(way) for number, way in enumerate(kind.ways)}
        self.ways.set_words(
            lambda code: text("notes.sentence.no_way") if code == _NO_WAY else said.get(code, "")
        )
        for card in self.ways.cards[1:]:
            card.setVisible(card.property("code") in said)
        self._compose()

    def _way(self) -> str:
        chosen = next(iter(self.ways.chosen), _NO_WAY)
        if self._kind is None or chosen == _NO_WAY:
            return ""
        return self._words.text(self._kind.ways[int(chosen)])

    def _compose(self) -> None:
        self.whole.set_words(self.sentence)


def gap_labels(start: str) -> list[str]:
    """Return what stands before each gap of a beginning."""
    before = start.split(GAP)[:-1] if GAP in start else [start]
    return [f"{part.strip(_EDGES)} {GAP}".strip() for part in before]
