"""The short form on which a practitioner corrects a page: facts side by side with room to write."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from textwrap import wrap

from matcher.document import (
    Block,
    Callout,
    Ledger,
    Paragraph,
    Part,
    Section,
    Table,
    Ticks,
)
from matcher.forms.boxes import LONGEST_ROW
from matcher.forms.correction_form import LINES_FOR_LEVELS, levels_asked
from matcher.forms.profile_form import FOR_STAFF, PARTS_OF_FORM, code_label, codes_of, field_name
from matcher.i18n import Catalogue

_LINES = {"bio": 2, "issues": 2, "boundaries_text": 2}
_LONGEST_LINE = 76
"""Small facts share a line up to this many letters."""
_LONGEST_ROW = 300
"""Longer facts go on in a row of their own, in letters."""
_SEPARATOR = "; "
"""Between the things of a list."""


class ShortCorrectionForm:
    """One form in the making.

    Parameters
    ----------
    words
        The practitioner's language.
    stated
        What the page says now, by field.
    lacking_levels
        Fields of these that do not say how experienced somebody is with each thing they name.
    """

    def __init__(
        self, words: Catalogue, stated: Mapping[str, str], lacking_levels: Collection[str] = ()
    ) -> None:
        self._words = words
        self._stated = stated
        self._lacking_levels = lacking_levels

    def stated(self) -> Iterator[Ledger]:
        """Yield what the page says with room beside it; nothing for a page that says nothing."""
        parts = []
        for part, fields in _parts():
            said = [self._line(field) for field in fields if field in self._stated]
            if said:
                parts.append(Part(self._words.text(f"form.profile.part.{part}"), _packed(said)))
        if parts:
            headings = tuple(self._text(f"column.{name}") for name in ("part", "now", "change"))
            yield Ledger(headings, tuple(parts))

    def silent(self) -> Iterator[Section]:
        """Yield what the page says nothing about: boxes for short lists, else room to write."""
        parts = [
            Part(levels_asked(field, self._words), lines=LINES_FOR_LEVELS)
            for field in self._stated
            if field in self._lacking_levels
        ]
        for _, fields in _parts():
            parts += [self._open(field) for field in fields if field not in self._stated]
        if parts:
            lead = self._say("add_lead")
            yield Section(self._text("add"), (lead, Ledger((), tuple(parts))))

    def end(self, profile_id: str, *, is_shown: bool) -> Section:
        """Return where all of it is confirmed or withdrawn, and signed.

        Parameters
        ----------
        profile_id
            Told to staff.
        is_shown
            Whether people who search see the page now.
        """
        boxes = ("true", "withdraw") if is_shown else ("true", "come_back", "stay_away")
        now = self._words.text(f"practitioner.form.{'shown' if is_shown else 'not_shown'}")
        signed = ("name", "signature", "day")
        headings = tuple(self._words.text(f"practitioner.form.{each}") for each in signed)
        blocks: tuple[Block, ...] = (
            Ticks(now, tuple(self._text(f"box.{box}") for box in boxes)),
            self._say("sign_means"),
            Table(headings, (("", "", ""),), kind="log"),
            Callout(self._words.text("practitioner.form.staff", id=profile_id)),
        )
        return Section(self._text("end"), blocks, together=True)

    def _line(self, field: str) -> str:
        name = field_name(field, self._words)
        return self._words.text("practitioner.form.line", name=name, stated=self._stated[field])

    def _open(self, field: str) -> Part:
        name, codes = field_name(field, self._words), codes_of(field)
        if codes and len(codes) <= LONGEST_ROW:
            return Part(name, boxes=tuple(code_label(field, code, self._words) for code in codes))
        return Part(name, lines=_LINES.get(field, 1))

    def _say(self, key: str) -> Paragraph:
        return Paragraph(self._text(key))

    def _text(self, key: str) -> str:
        return self._words.text(f"practitioner.short.{key}")


def _packed(said: Sequence[str]) -> tuple[str, ...]:
    """Set small facts side by side, and divide long ones, so that there is room beside each."""
    lines: list[str] = []
    is_small = False
    for each in said:
        rows = [*_rows(each)]
        if is_small and len(lines[-1]) + len(each) < _LONGEST_LINE:
            lines[-1] += f" · {each}"
        else:
            lines += rows
        is_small = len(rows) == 1
    return tuple(lines)


def _rows(said: str) -> Iterator[str]:
    """Yield a fact in rows, each of whole things of a list where that can be."""
    while len(said) > _LONGEST_ROW:
        row = said[: said.rfind(_SEPARATOR, 0, _LONGEST_ROW) + 1]
        row = row or wrap(said, _LONGEST_ROW, break_on_hyphens=False)[0]
        yield row
        said = said[len(row) :].lstrip()
    yield said


def _parts() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the parts of the profile form that are for the practitioner."""
    for part, fields in PARTS_OF_FORM.items():
        if part != FOR_STAFF:
            yield part, fields
