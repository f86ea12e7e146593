"""What the tests of files of the whole directory share: directories in which sources disagree."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from support.builders import make_value
from support.importing import TODAY
from support.strategies import CELLS

from matcher.directory.field import FIELDS, UNSORTED, FieldKind
from matcher.directory.profile import FactValue, Source
from matcher.directory.statement import MadeId, Statement
from matcher.importers.foreign_text import LONGEST_PROSE, LONGEST_TEXT, clean_text
from matcher.importers.reading_order import read_here
from matcher.services.directory.stored_directory import DirectoryService
from matcher.store import Database

_TEXTS = tuple(field.name for field in FIELDS.values() if field.kind is FieldKind.TEXT)
_PROSE = frozenset({"bio", "boundaries_text", UNSORTED})
_ODD = (
    "=1+1", "'=1+1", "''=1+1", "@home", "-5", "+1 503 555 0101", "'s-Hertogenbosch", "a;b:c",
    'say "so"', "a,b", "日本語", "علی‌رضا", "</script>", '"rapport-directory/1"',
)  # fmt: skip
_CHECKED = {
    "country": ("US", "CA", "DE"),
    "currency": ("USD", "EUR"),
    "time_zone": ("America/New_York", "Europe/Madrid"),
    "phone": ("+1 503 555 0101", "503-555-0102", "555 0103 ext. 4"),
    "email": ("ana@example.org", "a+b@example.org"),
    "website": ("https://www.example.org/x?y=1", "example.org"),
    "register_number": ("LC-20481", "=1+1", "007"),
}
"""What our own form takes into fields that it looks at: see `matcher.importers.checked_text`."""
_DAYS = (None, TODAY, TODAY - timedelta(30), TODAY - timedelta(400))


def _text(field: str) -> SearchStrategy[FactValue | None]:
    if field in _CHECKED:
        return st.sampled_from((None, *_CHECKED[field]))
    lines = field in _PROSE
    limit = LONGEST_PROSE if lines else LONGEST_TEXT
    free = st.text(max_size=40).map(lambda text: clean_text(text, limit, lines=lines))
    stated = st.one_of(st.sampled_from(_ODD), free, st.just("one\ntwo" if lines else "one"))
    # A dash alone is how a cell says that there is none.
    return stated.map(lambda text: "" if text == "-" else text or None)


def _value(field: str) -> SearchStrategy[FactValue | None]:
    if field in _TEXTS:
        return _text(field)
    return CELLS[field].map(lambda cell: make_value(field, cell))


_FIELDS = sorted({*_TEXTS, *CELLS})


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Draw what one source says of one of a few people: stated, stated to be none, taken back."""
    fields = draw(st.lists(st.sampled_from(_FIELDS), max_size=8, unique=True))
    return Statement(
        draw(st.sampled_from(("p-1", "p-2", "npi-1234567893", "ñ.x:1+@"))),
        draw(st.sampled_from([*Source])),
        draw(st.sampled_from(_DAYS)),
        {field: draw(_value(field)) for field in FIELDS if field in fields},
        draw(st.sampled_from((None, True, False))),
        made=draw(st.sampled_from((None, MadeId("p", 2), MadeId("p-1", 7, is_shared=True)))),
    )


def stored(path: Path, stated: Iterable[Statement]) -> DirectoryService:
    """Return a directory in which sources stated this, one file after the other.

    It reads files in this process: to start another takes longer than most of what is tested.
    """
    database = Database(str(path), create=True)
    with database.writing() as work:
        for statement in stated:
            work.profiles.apply([statement])
        work.commit()
    database.close()
    return DirectoryService(str(path), read=read_here)


THERAPIST_DAY, REGISTER_DAY = date(2026, 10, 1), date(2025, 3, 4)


def several_voices() -> list[Statement]:
    """Return what a register, a clinic and a therapist say of one person, and of one hidden."""
    return [
        Statement(
            "npi-1234567893",
            Source.REGISTER,
            REGISTER_DAY,
            {"name": "Ana Vidal", "title": "Counselor", "city": "Aue", "phone": "508-555-0101"},
        ),
        Statement(
            "npi-1234567893",
            Source.CLINIC,
            date(2026, 9, 1),
            {"accepting": "yes", "city": "Lindenau", "fee_max": None},
            published=True,
        ),
        Statement(
            "npi-1234567893",
            Source.THERAPIST,
            THERAPIST_DAY,
            {
                "accepting": "waitlist",
                "languages": ("es:native", "en"),
                "times": ("mon 16:00-20:00",),
            },
        ),
        Statement("p-2", Source.CLINIC, None, {"name": "=Ben", "bio": "one\ntwo"}, published=False),
    ]
