"""The form on which a practitioner says with a pen what a profile holds.

It shows no codes: staff finds each of its words in the list of codes, beside its code.
"""

from collections.abc import Callable, Iterator

from matcher.directory.field import FIELDS, STYLE_AXES, FieldKind
from matcher.directory.vocabulary import Vocabulary, load_vocabulary
from matcher.directory.week import DAYS, PARTS
from matcher.document import (
    Blank,
    Block,
    Bullets,
    Callout,
    Document,
    Paragraph,
    Questions,
    Section,
    Table,
    Ticks,
)
from matcher.forms.boxes import LONGEST_ROW, form_document, grouped, times_table
from matcher.i18n import Catalogue
from matcher.questionnaire.item import AXIS_STEPS

ABOUT_ROW = ("id", "published", "confirmed_on", "confirmed_by")
"""The columns of the file that are no facts of a profile."""

FOR_STAFF = "row"
"""The part of the form that staff fill in."""

PARTS_OF_FORM = {
    "who": ("name", "pronouns", "title", "gender", "years", "bio"),
    "training": (
        "credential", "register", "register_number", "register_area", "qualification",
        "supervisor", "supervision", "medication",
    ),
    "reach": ("contact_by", "phone", "email", "website"),
    "place": ("area", "city", "postcode", "country", "licensed_areas", "formats"),
    "time": (
        "accepting", "next_opening", "times", "session_lengths", "frequencies", "durations",
    ),
    "money": ("fee_min", "fee_max", "reduced_fee", "payers"),
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
    "row": (
        *ABOUT_ROW, "register_checked_on", "latitude", "longitude", "time_zone", "currency",
    ),
}  # fmt: skip
"""Every column of the file, in the order of the form, under the part it stands in; the last part
is for staff.
"""

_LINES = {"bio": 5, "boundaries_text": 3, "shares": 2}
_LANGUAGE_ROWS = 5
_IN_ONE = ("style", FOR_STAFF)
"""Parts that are one list."""
_ROW_CODES = {"published": ("yes", "no"), "confirmed_by": ("therapist", "clinic", "register")}
_BOUNDARIES = "boundary_practice"


def blank_profile(catalogue: Catalogue) -> Document:
    """Return the form in the reader's language."""
    title = catalogue.text("form.profile.title")
    return form_document(title, (), _ProfileForm(catalogue).sections(), catalogue)


def field_name(name: str, catalogue: Catalogue) -> str:
    """Name a column of the directory file, as it stands on the form."""
    for key in (f"form.profile.field.{name}", f"fact.field.{name}", f"item.{name}.name"):
        if catalogue.has(key):
            break
    else:
        key = f"fact.name.{name}"
    words = catalogue.text(key)
    return words[:1].upper() + words[1:]


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
    """Say what a code of a column means, as it stands on the form."""
    label = _code_words(name, code, catalogue)
    return label[:1].upper() + label[1:]


def _code_words(name: str, code: str, catalogue: Catalogue) -> str:
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
        self._special: dict[str, Callable[[str], Iterator[Block]]] = {
            "languages": self._languages,
            "shares": self._line,
            "times": self._times,
            **dict.fromkeys(STYLE_AXES, self._steps),
        }

    def sections(self) -> Iterator[Section]:
        """Yield everything on the form in reading order."""
        how = tuple(self._text(f"form.profile.how.{name}") for name in ("open", "shown"))
        lead = Paragraph(self._text("form.profile.lead"))
        yield Section("", (lead, Bullets(how)))
        for part, names in PARTS_OF_FORM.items():
            yield from self._part(part, names)

    def _part(self, part: str, names: tuple[str, ...]) -> Iterator[Section]:
        """Yield a part: lines and short lists under its heading, each long list by itself."""
        heading = self._text(f"form.profile.part.{part}")
        note = f"form.profile.note.{part}"
        says = Callout if part == FOR_STAFF else Paragraph
        before = (says(self._text(note)),) if self._catalogue.has(note) else ()
        if part in _IN_ONE:
            fields = (block for name in names for block in self._field(name))
            yield Section(heading, (*before, *fields), together=part == FOR_STAFF)
            return
        for name in names:
            if self._is_long(name):
                yield self._long_list(name, heading, before)
            else:
                yield Section(heading, (*before, *self._field(name)), together=True)
            heading, before = "", ()

    def _field(self, name: str) -> Iterator[Block]:
        if name in self._special:
            yield from self._special[name](name)
        elif codes_of(name):
            yield Ticks(field_name(name, self._catalogue), self._labels(name))
        else:
            yield from self._line(name)

    def _is_long(self, name: str) -> bool:
        return len(codes_of(name)) > LONGEST_ROW and name not in self._special

    def _long_list(self, name: str, part: str, before: tuple[Block, ...]) -> Section:
        field = FIELDS[name]
        heading = field_name(name, self._catalogue)
        if part:
            heading = self._text("form.profile.under", part=part, field=heading)
        how = Paragraph(self._how(name))
        labels = dict(zip(codes_of(name), self._labels(name), strict=True))
        groups = grouped(field.vocabulary, labels, self._catalogue)
        after = (Blank(self._text("screen.payers.other")),) if field.extensible else ()
        return Section(heading, (*before, how, *groups, *after))

    def _how(self, name: str) -> str:
        """Say how to mark a long list: with a tick, or with the number of what is true."""
        if not details_of(name):
            return self._text("form.profile.list")
        details = "; ".join(
            self._text(
                "form.profile.detail", n=n, label=detail_label(name, detail, self._catalogue)
            )
            for n, detail in enumerate(details_of(name), start=1)
        )
        return self._text("form.profile.numbered", details=details)

    def _line(self, name: str) -> Iterator[Block]:
        yield Blank(self._hinted(name), lines=_LINES.get(name, 1))

    def _languages(self, name: str) -> Iterator[Block]:
        """Yield a table to write in: nobody speaks enough of them for a list to be of use."""
        levels = [detail_label(name, level, self._catalogue) for level in details_of(name)]
        rows = (("", *("" for _ in levels)),) * _LANGUAGE_ROWS
        yield Table((self._hinted(name), *levels), rows, kind="ticks")

    def _steps(self, name: str) -> Iterator[Block]:
        yield Questions(field_name(name, self._catalogue), self._labels(name))

    def _times(self, name: str) -> Iterator[Block]:
        yield Paragraph(self._hinted(name))
        yield times_table(None, self._catalogue)

    def _hinted(self, name: str) -> str:
        """Name a field, and say how to fill it in where that is not plain."""
        field, hint = field_name(name, self._catalogue), f"form.profile.hint.{name}"
        if not self._catalogue.has(hint):
            return field
        return self._text("form.profile.hinted", field=field, hint=self._text(hint))

    def _labels(self, name: str) -> tuple[str, ...]:
        return tuple(code_label(name, code, self._catalogue) for code in codes_of(name))
