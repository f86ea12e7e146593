"""Which field a fact of a profile is written with."""

from matcher.directory.field import UNSORTED, Field, FieldKind
from ui.language import Language
from ui.widgets.cell_field import CellField
from ui.widgets.code_cell import CodeCell
from ui.widgets.line_cell import LineCell
from ui.widgets.prose_cell import ProseCell
from ui.widgets.steps_cell import StepsCell
from ui.widgets.terms_cell import TermsCell
from ui.widgets.times_cell import TimesCell

PROSE = frozenset({"bio", "boundaries_text", UNSORTED})
"""Facts of several lines."""

_MADE_WITH: dict[FieldKind, type[CellField]] = {
    FieldKind.TEXT: LineCell,
    FieldKind.NUMBER: LineCell,
    FieldKind.DATE: LineCell,
    FieldKind.CODE: CodeCell,
    FieldKind.STEPS: StepsCell,
    FieldKind.TIMES: TimesCell,
}


def make_cell_field(field: Field, words: Language) -> CellField:
    """Make the field for a column of the directory; it says its words already."""
    made = _class_of(field)(field, words)
    made.retranslate()
    return made


def _class_of(field: Field) -> type[CellField]:
    if field.kind is FieldKind.CODES:
        return TermsCell if field.vocabulary else LineCell
    return ProseCell if field.name in PROSE else _MADE_WITH[field.kind]
