"""The columns of a profile: which facts there are and what each may hold."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class FieldKind(StrEnum):
    """The shape of a fact's value, as a Python type."""

    TEXT = "text"
    """`str`; ``""`` is *stated: none*."""
    CODE = "code"
    """`str`, one code; ``""`` is *stated: none*."""
    CODES = "codes"
    """`tuple` of tokens ``code`` or ``code:detail``; ``()`` is *stated: none*."""
    STEPS = "steps"
    """`tuple` of two whole numbers from -2 to 2, the lower first."""
    TIMES = "times"
    """`tuple` of ``mon-evening`` or ``mon 17:00-20:00``; ``()`` is *stated: none*."""
    NUMBER = "number"
    """`decimal.Decimal`, not negative but for coordinates."""
    DATE = "date"
    """`datetime.date`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a profile.

    Attributes
    ----------
    name
        Column name of ``rapport-directory/1``.
    kind
        Shape of the value.
    vocabulary
        Name of the vocabulary its codes come from, or ``""``.
    codes
        The codes allowed when there is no vocabulary; empty allows any well-formed code.
    extensible
        Whether codes beyond the vocabulary are the clinic's own and allowed.
    ages
        Whether the fact counts as not stated once its date is older than the limit.
    free_text
        Whether a spreadsheet could take the cell for a formula (see the CSV format).
    for_staff
        Whether it is for staff alone: no client sees it, and no practitioner is asked for it.
    """

    name: str
    kind: FieldKind
    vocabulary: str = ""
    codes: tuple[str, ...] = ()
    extensible: bool = False
    ages: bool = False
    free_text: bool = False
    for_staff: bool = False


def _text(name: str, *, free_text: bool = False, for_staff: bool = False) -> Field:
    return Field(name, FieldKind.TEXT, free_text=free_text, for_staff=for_staff)


def _codes(name: str, vocabulary: str, *, extensible: bool = False, ages: bool = False) -> Field:
    return Field(name, FieldKind.CODES, vocabulary, extensible=extensible, ages=ages)


def _code(name: str, *codes: str, vocabulary: str = "", ages: bool = False) -> Field:
    return Field(name, FieldKind.CODE, vocabulary, codes, ages=ages)


AGE_LIMIT_DAYS = 180
"""A dated fact that ages counts as not stated when it is older, unless a clinic says otherwise."""

FRESH_DAYS = 60
"""A fact is fresh up to this age, unless a clinic says otherwise."""

UNSORTED = "unsorted"
"""What the clinic's own list says and no other field can hold, a line for each field:
``times: Sat by appointment``."""

STYLE_AXES = (
    "style_steer",
    "style_plan",
    "style_feelings",
    "style_time",
    "style_challenge",
    "style_us",
    "style_talk",
    "style_words",
    "style_sharing",
    "style_pace",
)

_ALL = (
    _text("name", free_text=True),
    _text("pronouns"),
    _text("title", free_text=True),
    _text("credential"),
    _text("register"),
    _text("register_number"),
    _text("register_area"),
    Field("register_checked_on", FieldKind.DATE),
    _code("qualification", vocabulary="qualification"),
    _text("supervisor"),
    _code("accepting", "yes", "no", "waitlist", ages=True),
    Field("next_opening", FieldKind.DATE, ages=True),
    _codes("participants", "participants"),
    _codes("age_groups", "age_bands"),
    _codes("formats", "formats"),
    _text("postcode"),
    _text("country"),
    Field("latitude", FieldKind.NUMBER),
    Field("longitude", FieldKind.NUMBER),
    _text("area"),
    _text("city", free_text=True),
    Field("licensed_areas", FieldKind.CODES),
    _codes("languages", "languages"),
    _codes("issues", "issues"),
    _codes("approaches", "approaches"),
    _codes("tools", "tools"),
    _codes("reminders", "reminders"),
    _codes("medication", "medication"),
    *(Field(axis, FieldKind.STEPS) for axis in STYLE_AXES),
    Field("times", FieldKind.TIMES, ages=True),
    _text("time_zone"),
    _codes("session_lengths", "session_length"),
    _codes("frequencies", "frequency"),
    _codes("durations", "duration"),
    Field("fee_min", FieldKind.NUMBER, ages=True),
    Field("fee_max", FieldKind.NUMBER, ages=True),
    _text("currency"),
    _code("reduced_fee", "yes", "no", "waitlist", ages=True),
    _codes("payers", "payers", extensible=True, ages=True),
    _codes("access", "access"),
    _codes("adjustments", "adjustments"),
    _codes("affirming", "affirming"),
    _codes("communities", "communities"),
    _codes("shares", "communities"),
    _codes("gender", "genders"),
    _code("faith_stance", vocabulary="faith_stance"),
    _code("family_role", vocabulary="family_role"),
    _code("goals", vocabulary="goals"),
    _code("feedback", vocabulary="feedback"),
    _code("boundaries", "written", "talked_over"),
    _code("contact", vocabulary="contact"),
    _text("supervision"),
    Field("years", FieldKind.NUMBER),
    _codes("contact_by", "contact_by"),
    _text("phone"),
    _text("email"),
    _text("website", free_text=True),
    _text("boundaries_text", free_text=True),
    _text("bio", free_text=True),
    _text(UNSORTED, free_text=True, for_staff=True),
)

FIELDS = MappingProxyType({field.name: field for field in _ALL})
"""Every fact a profile may state, by name, in column order."""

STATED_FIELDS = tuple(field.name for field in _ALL if not field.for_staff)
"""What a practitioner can say of themselves, in column order."""

FOR_STAFF = tuple(field.name for field in _ALL if field.for_staff)
"""What staff alone see of anybody."""
