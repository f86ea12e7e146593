"""The form on which a practitioner corrects what their page says, adds to it or withdraws it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.directory.field import STYLE_AXES
from matcher.document import Ask, Blank, Block, Callout, Paragraph, Questions, Section, Ticks, Tone
from matcher.forms.boxes import LONGEST_ROW
from matcher.forms.profile_form import (
    FOR_STAFF,
    PARTS_OF_FORM,
    code_label,
    codes_of,
    detail_label,
    details_of,
    field_name,
)
from matcher.i18n import Catalogue

_BOXES = ("true", "change", "off")
_HINTS_AT_A_LIST = "shares"
"""Its hint speaks of a list that stands on the whole profile form alone."""
LINES_FOR_LEVELS = 2
_LONG = {"bio": 4, "boundaries_text": 3}


@dataclass(frozen=True, slots=True)
class StatedLine:
    """One fact to be looked at.

    Attributes
    ----------
    stated, source
        What is said, and who said so and when.
    lacks_levels
        Whether it names things without saying how experienced somebody is with each.
    """

    field: str
    stated: str
    source: str
    lacks_levels: bool = False


def correction_sections(
    profile_id: str, stated: Sequence[StatedLine], words: Catalogue, *, is_shown: bool
) -> tuple[Section, ...]:
    """Return the form, filled in with what the page says.

    Parameters
    ----------
    profile_id
        Told to staff.
    stated
        What the page says now.
    words
        The practitioner's language.
    is_shown
        Whether people who search see the page now.
    """
    form = _CorrectionForm(words, {line.field: line for line in stated})
    return (
        *form.beginning(is_shown=is_shown),
        *form.stated(),
        *form.silent(),
        form.end(profile_id),
    )


def levels_asked(field: str, words: Catalogue) -> str:
    """Ask how experienced somebody is with each of what a field names."""
    labels = "; ".join(detail_label(field, each, words) for each in details_of(field))
    return words.text("practitioner.form.levels", field=field_name(field, words), levels=labels)


class _CorrectionForm:
    """One form in the making."""

    def __init__(self, words: Catalogue, lines: dict[str, StatedLine]) -> None:
        self._words = words
        self._lines = lines

    def beginning(self, *, is_shown: bool) -> Iterator[Section]:
        """Yield how it is used, and the way out."""
        yield Section("", (self._say("lead"), self._say("hand_in"), self._say("file")))
        boxes = ("stay", "withdraw") if is_shown else ("come_back", "stay_away")
        ticks = Ticks(
            self._text("shown" if is_shown else "not_shown"),
            tuple(self._text(f"box.{box}") for box in boxes),
        )
        yield Section(self._text("withdraw"), (ticks, self._say("withdrawn")), together=True)

    def stated(self) -> Iterator[Section]:
        """Yield each fact of the page with boxes for what is to become of it."""
        heading = self._text("stated")
        lead: tuple[Block, ...] = (self._say("stated_lead"),)
        for part, fields in _parts():
            asks = [self._ask(field) for field in fields if field in self._lines]
            for number, ask in enumerate(asks):
                under = self._words.text(f"form.profile.part.{part}")
                name = heading if lead else ""
                before = (*lead, *self._under(under)) if not number else ()
                yield Section(name, (*before, *ask), together=True)
                heading, lead = "", ()

    def silent(self) -> Iterator[Section]:
        """Yield what the page says nothing about, to be filled in."""
        heading = self._text("silent")
        lead: tuple[Block, ...] = (self._say("silent_lead"),)
        for _, fields in _parts():
            for field in (each for each in fields if each not in self._lines):
                yield Section(heading, (*lead, self._blank(field)), together=True)
                heading, lead = "", ()

    def end(self, profile_id: str) -> Section:
        """Return where it is signed, and what staff do with it."""
        return Section(
            self._text("sign"),
            (
                self._say("sign_means"),
                Blank(self._text("name")),
                Blank(self._text("signature")),
                Blank(self._text("day")),
                Callout(self._text("staff", id=profile_id)),
            ),
            together=True,
        )

    def _ask(self, field: str) -> Iterator[Block]:
        line = self._lines[field]
        name = field_name(field, self._words)
        yield Ask(
            0,
            self._text("line", name=name, stated=line.stated),
            line.source,
            lines=_LONG.get(field, 1),
            boxes=tuple(self._text(f"box.{box}") for box in _BOXES),
        )
        if line.lacks_levels:
            yield Blank(levels_asked(field, self._words), lines=LINES_FOR_LEVELS)

    def _blank(self, field: str) -> Block:
        """Return boxes where there are few codes, else a line to write on."""
        name, codes = field_name(field, self._words), codes_of(field)
        labels = tuple(code_label(field, code, self._words) for code in codes)
        if field in STYLE_AXES:
            return Questions(name, labels)
        if codes and len(codes) <= LONGEST_ROW:
            return Ticks(name, labels)
        hint = f"form.profile.hint.{field}"
        if self._words.has(hint) and field != _HINTS_AT_A_LIST:
            name = self._words.text("form.profile.hinted", field=name, hint=self._words.text(hint))
        return Blank(name, lines=_LONG.get(field, 1))

    def _under(self, part: str) -> tuple[Block, ...]:
        return (Paragraph(part, Tone.STRONG),)

    def _say(self, key: str) -> Paragraph:
        return Paragraph(self._text(key))

    def _text(self, key: str, **params: object) -> str:
        return self._words.text(f"practitioner.form.{key}", **params)


def _parts() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the parts of the profile form that are for the practitioner."""
    for part, fields in PARTS_OF_FORM.items():
        if part != FOR_STAFF:
            yield part, fields
