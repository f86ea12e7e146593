"""What stands on a page together: nothing torn apart, as much of it as there is room for."""

from collections.abc import Iterator, Sequence
from itertools import chain

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from matcher.document import Contrast, Fit, Questions, Section, Table
from matcher.pdf.blocks import BlockPrinter
from matcher.pdf.columns import height_of
from matcher.pdf.group_columns import GroupColumns
from matcher.pdf.styles import TIGHT_PADDING, WRITING_LINE
from matcher.pdf.tables import LogTable, LongTable
from matcher.pdf.tagged_canvas import TaggedText

_HIGHEST, _LOWEST = 1.4, 0.72
_SQUEEZED = 0.9
"""Height of lines to write on, as part of the usual: between these so that all fits on the page,
and the last where it does not fit even so; large print then has lines as high as usual print.
"""

_LONG = 0.25
"""A table higher than this part of a page may go on over the next one."""


class PageFiller:
    """Puts sections on pages.

    Parameters
    ----------
    printer
        Makes their shapes.

    Attributes
    ----------
    has_spilt
        Whether the last sections took more room than there was.
    """

    def __init__(self, printer: BlockPrinter) -> None:
        self._printer = printer
        self.has_spilt = False

    def room(self, shapes: Sequence[Flowable] = ()) -> float:
        """Return the height that is left on a page below these shapes, in points."""
        return self._printer.height - self._height(shapes)

    def page(self, sections: Sequence[Section], room: float) -> Iterator[Flowable]:
        """Yield the shapes of sections that are to share a page where that can be.

        Parameters
        ----------
        sections
            In reading order.
        room
            Height left on the page, in points. Lines to write on are as high as it allows, within
            bounds; what does not fit even so goes on to the next page.
        """
        for cluster in self._fitting(sections, room):
            if self._may_be_divided(cluster):
                yield from self._with_beginning(cluster)
            elif len(cluster) == 1 and isinstance(cluster[0], TaggedText):
                yield cluster[0]
            else:
                yield KeepTogether(cluster)

    def _fitting(self, sections: Sequence[Section], room: float) -> list[list[Flowable]]:
        """Return shapes that are to stay together, letters and lines as large as there is room."""
        clusters: list[list[Flowable]] = []
        taken = 0.0
        for listed, padding in self._ways(sections):
            self._printer.begin(listed, padding)
            clusters = [*chain(*map(self._printer.section, sections))]
            taken = self._height([*chain(*clusters)])
            if taken <= room:
                break
        self.has_spilt = not self._stretch(clusters, room) if self._printer.lines else taken > room
        return clusters

    def _ways(self, sections: Sequence[Section]) -> Iterator[tuple[ParagraphStyle, float]]:
        """Yield styles of questions and room in rows, the most generous first.

        The last is for what does not fit on a page whatever is tried.
        """
        styles = self._printer.styles
        kinds = {type(block) for section in sections for block in section.blocks}
        if Questions in kinds:
            yield styles.small, styles.row_padding
        yield styles.dense, styles.row_padding
        if kinds & {Fit, Contrast, Table}:
            yield styles.dense, TIGHT_PADDING
            yield styles.dense, styles.row_padding

    def _stretch(self, clusters: Sequence[Sequence[Flowable]], room: float) -> bool:
        """Let the lines to write on take the room that is left, within bounds.

        Returns
        -------
        bool
            Whether all fits so.
        """
        lines = self._printer.lines
        shares = max(sum(each.share for each in lines), 0.1)
        usual = WRITING_LINE * self._printer.styles.scale
        for each in lines:
            each.line_height = usual
        taken = self._height([*chain(*clusters)])
        wanted = 1 + (room - taken) / (shares * usual)
        squeezed = _SQUEEZED / self._printer.styles.scale
        share = min(wanted, _HIGHEST) if wanted >= _LOWEST else squeezed
        for each in lines:
            each.line_height = share * usual
        return bool(wanted >= _LOWEST)

    def _may_be_divided(self, cluster: Sequence[Flowable]) -> bool:
        """Tell whether it ends with a table or columns that may go on."""
        table = cluster[-1]
        if isinstance(table, LogTable) or not isinstance(table, (LongTable, GroupColumns)):
            return isinstance(table, LogTable)
        return not table.stays_whole and self._height(cluster) > _LONG * self._printer.height

    def _with_beginning(self, cluster: Sequence[Flowable]) -> Iterator[Flowable]:
        """Keep only the first rows of a table, not all of it, with what stands before."""
        *before, table = cluster
        page = self._printer.height
        beginning = table.height_of_beginning(self._printer.width, page)
        yield CondPageBreak(min(self._height(before) + beginning, page))
        yield from cluster

    def _height(self, shapes: Sequence[Flowable]) -> float:
        return height_of(shapes, self._printer.width)
