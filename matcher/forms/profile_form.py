"""The form on which a practitioner says what a profile holds: every field, with its codes."""

from collections.abc import Callable, Iterator

from matcher.directory.field import FIELDS, STYLE_AXES, Field, FieldKind
from matcher.directory.vocabulary import Vocabulary, load_vocabulary
from matcher.directory.week import DAYS, PARTS
from matcher.document import Blank, Block, Bullets, Document, Paragraph, Section, Table, Ticks
from matcher.forms.boxes import LONGEST_ROW, form_document, long_list
from matcher.i18n import Catalogue
from matcher.questionnaire.item import AXIS_STEPS

ABOUT_ROW = ("id", "published", "confirmed_on", "confirmed_by")
"""The columns of the file that are no facts of a profile."""

PARTS_OF_FORM = {
    "who": ("name", "pronouns", "title", "gender", "years", "bio"),
    "training": (
        "credential", "register", "register_number", "register_area", "register_checked_on",
        "qualification", "supervisor", "supervision", "medication",
    ),
    "reach": ("contact_by", "phone", "email", "website"),
    "place": (
        "postcode", "country", "latitude", "longitude", "area", "city", "licensed_areas", "formats",
    ),
    "time": (
        "accepting", "next_opening", "times", "time_zone", "session_lengths", "frequencies",
        "durations",
    ),
    "money": ("fee_min", "fee_max", "currency", "reduced_fee", "payers"),
    "people": ("participants", "age_groups", "languages"),
    "topics": ("issues",),
    "approach": ("approaches", "tools"),
    "style": STYLE_AXES,
    "agreement": (
        "goals", "feedback", "boundaries", "boundaries_text", "contact", "reminders",
        "family_role", "faith_stance",
    ),
    "access": ("access", "adjustments"),
    "culture": ("affirming", "communities", "shares"),
    "row": ABOUT_ROW,
}  # fmt: skip
"""Every column of the file, in the order of the form, under the part it stands in."""

_ITEM_OF = {"age_groups": "age_band", "frequencies": "frequency", "durations": "duration"}
_LINES = {"bio": 5, "boundaries_text": 3}
_ROW_CODES = {"published": ("yes", "no"), "confirmed_by": ("therapist", "clinic", "register")}
_BOUNDARIES = "boundary_practice"


def blank_profile(catalogue: Catalogue) -> Document:
    """Return the form in the reader's language."""
    title = catalogue.text("form.profile.title")
    return form_document(title, (), _ProfileForm(catalogue).sections(), catalogue)


def field_name(name: str, catalogue: Catalogue) -> str:
    """Name a column of the directory file."""
    for key in (f"form.profile.field.{name}", f"cli.field.{name}", f"item.{name}.name"):
        if catalogue.has(key):
            return catalogue.text(key)
    return catalogue.text(f"fact.name.{name}")


def codes_of(name: str) -> tuple[str, ...]:
    """Return the codes a practitioner may use in a column, in display order."""
    if name in _ROW_CODES:
        return _ROW_CODES[name]
    if name not in FIELDS:
        return ()
    field = FIELDS[name]
    if field.kind is FieldKind.STEPS:
        return tuple(str(step) for step in AXIS_STEPS)
    if field.kind is FieldKind.TIMES:
        return tuple(f"{day}-{part}" for day in DAYS for part in PARTS)
    if field.vocabulary:
        terms = load_vocabulary(field.vocabulary)
        return tuple(term.code for term in terms if not term.answer_only)
    return field.codes


def details_of(name: str) -> tuple[str, ...]:
    """Return what may stand after a code of a column, behind a colon."""
    if name not in FIELDS or not FIELDS[name].vocabulary:
        return ()
    vocabulary = load_vocabulary(FIELDS[name].vocabulary)
    return vocabulary.levels or vocabulary.kinds


def code_label(name: str, code: str, catalogue: Catalogue) -> str:
    """Say what a code of a column means."""
    keys = [f"form.profile.code.{name}.{code}"]
    if name in FIELDS:
        vocabulary = _BOUNDARIES if name == "boundaries" else FIELDS[name].vocabulary
        keys += [f"term.{vocabulary}.{code}", f"fact.{name}.{code}"]
        if FIELDS[name].kind is FieldKind.STEPS:
            step = AXIS_STEPS[int(code)]
            keys = [f"item.{name}.offered.{step}", f"item.{name}.step.{step}"]
    if name == "times":
        day, part = code.split("-")
        return catalogue.text(
            "form.profile.cell",
            day=catalogue.text(f"screen.times.day.{day}"),
            part=catalogue.text(f"term.day_part.{part}"),
        )
    return next((catalogue.text(key) for key in keys if catalogue.has(key)), code)


def detail_label(name: str, detail: str, catalogue: Catalogue) -> str:
    """Say what a detail behind a code of a column means."""
    kind = "level" if _vocabulary(name).levels else "kind"
    return catalogue.text(f"term.{kind}.{FIELDS[name].vocabulary}.{detail}")


def _vocabulary(name: str) -> Vocabulary:
    return load_vocabulary(FIELDS[name].vocabulary)


class _ProfileForm:
    """One form in the making."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._text = catalogue.text
        self._by_kind: dict[FieldKind, Callable[[Field], Iterator[Block]]] = {
            FieldKind.TEXT: self._line,
            FieldKind.NUMBER: self._line,
            FieldKind.DATE: self._line,
            FieldKind.CODE: self._row_of_boxes,
            FieldKind.CODES: self._row_of_boxes,
            FieldKind.STEPS: self._steps,
            FieldKind.TIMES: self._times,
        }

    def sections(self) -> Iterator[Section]:
        """Yield everything on the form in reading order."""
        how = tuple(self._text(f"form.profile.how.{name}") for name in ("open", "codes", "shown"))
        lead = Paragraph(self._text("form.profile.lead"))
        yield Section("", (lead, Bullets(how)))
        for part, names in PARTS_OF_FORM.items():
            yield from self._part(part, names)

    def _part(self, part: str, names: tuple[str, ...]) -> Iterator[Section]:
        """Yield a part: lines and short lists under its heading, each long list by itself."""
        heading = self._text(f"form.profile.part.{part}")
        note = f"form.profile.note.{part}"
        before = (Paragraph(self._text(note)),) if self._catalogue.has(note) else ()
        for name in names:
            if self._is_long(name):
                yield from self._long_list(name, heading)
            else:
                yield Section(heading, (*before, *self._field(name)), together=True)
            heading, before = "", ()

    def _field(self, name: str) -> Iterator[Block]:
        if name in FIELDS:
            yield from self._by_kind[FIELDS[name].kind](FIELDS[name])
        elif name in _ROW_CODES:
            yield Ticks(self._named(name), tuple(self._labels(name).values()))
        else:
            yield Blank(self._named(name))

    def _is_long(self, name: str) -> bool:
        return len(codes_of(name)) > LONGEST_ROW and name not in {"shares", "times"}

    def _long_list(self, name: str, part: str) -> Iterator[Section]:
        field = FIELDS[name]
        blocks: list[Block] = [Paragraph(self._text("form.profile.list"))]
        if details_of(name):
            blocks = [Paragraph(self._details(name))]
        if field.extensible:
            blocks.append(Blank(self._text("screen.payers.other")))
        named = self._named(name)
        heading = self._text("form.profile.under", part=part, field=named) if part else named
        section = Section(heading, tuple(blocks))
        yield from long_list(section, field.vocabulary, self._labels(name), self._catalogue)

    def _details(self, name: str) -> str:
        details = "; ".join(
            self._coded(detail, detail_label(name, detail, self._catalogue))
            for detail in details_of(name)
        )
        kind = "level" if _vocabulary(name).levels else "kind"
        return self._text(f"form.profile.detail.{kind}", details=details)

    def _line(self, field: Field) -> Iterator[Block]:
        hint = f"form.profile.hint.{field.name}"
        label = self._named(field.name)
        if self._catalogue.has(hint):
            label = self._text("form.profile.hinted", field=label, hint=self._text(hint))
        yield Blank(label, lines=_LINES.get(field.name, 1))

    def _row_of_boxes(self, field: Field) -> Iterator[Block]:
        if field.name == "shares" or not codes_of(field.name):
            yield from self._line(field)
        else:
            yield Ticks(self._named(field.name), tuple(self._labels(field.name).values()))

    def _steps(self, field: Field) -> Iterator[Block]:
        yield Ticks(self._named(field.name), tuple(self._labels(field.name).values()))

    def _times(self, field: Field) -> Iterator[Block]:
        parts = (self._coded(part, self._text(f"screen.times.part.{part}")) for part in PARTS)
        rows = (
            (self._coded(day, self._text(f"screen.times.day.{day}")), *("" for _ in PARTS))
            for day in DAYS
        )
        yield Paragraph(
            self._text(
                "form.profile.hinted",
                field=self._named(field.name),
                hint=self._text("form.profile.hint.times"),
            )
        )
        yield Table((self._text("form.day"), *parts), tuple(rows))

    def _labels(self, name: str) -> dict[str, str]:
        return {
            code: self._coded(code, code_label(name, code, self._catalogue))
            for code in codes_of(name)
        }

    def _named(self, name: str) -> str:
        return self._coded(name, field_name(name, self._catalogue))

    def _coded(self, code: str, label: str) -> str:
        return self._text("form.profile.coded", label=label[:1].upper() + label[1:], code=code)
