"""An invented clinic's own list, as messy as such lists are, with the truth beside it."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import xlsxwriter

from matcher.directory.profile import FactValue

SEED = 20261122
ROWS = 200
_DUPLICATES = 12

_FIRST = (
    "Ana",
    "José",
    "Siobhán",
    "Mei",
    "Zoë",
    "Priya",
    "Ömer",
    "Ruth",
    "Nuria",
    "Kwame",
    "Inés",
    "Tom",
)
_LAST = (
    "López",
    "O’Neil",
    "Núñez",
    "Adeyemi",
    "Schröder",
    "Brooks",
    "Tanaka",
    "Vance",
    "Iyer",
    "Müller",
    "Castaño",
    "Wren",
)
_CREDENTIALS = ("LCSW", "Ph.D.", "LMFT", "LPC, NCC", "Psy.D., ABPP", "")
_PLACES = (
    ("Boston", "MA", "02108"), ("Providence", "RI", "02903"), ("Hartford", "CT", "06103"),
    ("Newark", "NJ", "07102"), ("Portland", "Oregon", "97201"), ("Burlington", "vt", "05401"),
)  # fmt: skip

# What the clinic writes, five ways each, by the code it means.
_ISSUES = {
    "worry": ("Anxiety", "ANXIETY", "anxiety disorders", "Anxeity", "Anxiety (all kinds)"),
    "low_mood": ("Depression", "depresion", "Depressive disorders", "Depresssion", "sadness"),
    "bereavement": ("Grief, loss, and bereavement", "Grief", "Bereavement", "Bereavment", "grief"),
    "panic": ("Panic attacks", "Panic", "panic atacks", "PANIC DISORDER", "pánico"),
    "anger": ("Anger management", "Anger", "anger managment", "Anger-Management", "Irritability"),
}
_APPROACHES = {
    "cbt": ("CBT", "Cognitive Behavioral Therapy", "cognitive behavioural therapy",
            "Cognitve Behavioral Therapy", "cbt"),
    "emdr": ("EMDR", "emdr", "E.M.D.R.", "Eye movement desensitization", "EMDR therapy"),
    "dbt": ("DBT skills", "Dialectical Behavior Therapy", "dialectical behaviour therapy",
            "Dialectical Behavoir Therapy", "dbt"),
}  # fmt: skip
_LANGUAGES = {
    "en": ("English", "english", "Inglés", "ENGLISH", "Eng"),
    "es:fluent": ("Spanish (fluent)", "spanish (Fluent)", "Español (fluent)", "Spanish: fluent",
                  "Spanish - fluent"),
    "cmn": ("Mandarin", "mandarin", "Mandarin Chinese", "MANDARIN", "Chinese (Mandarin)"),
}  # fmt: skip
_PAYERS = {
    "harbor_health_ppo": ("Harbor Health PPO", "harbor health ppo", "HARBOR HEALTH PPO",
                          "Harbor-Health PPO", "Harbor Hlth PPO"),
    "medicare": ("Medicare", "medicare", "MEDICARE", "Medicare (US)", "medicare "),
    "self_pay": ("Self-pay", "self pay", "Out of pocket", "cash", "Private pay"),
}  # fmt: skip
_FORMATS = {
    "in_person": ("In person", "in-person", "Face to face", "in office", "IN PERSON"),
    "video": ("Telehealth", "tele-health", "Video", "online", "Zoom"),
}
_NOT_STATED = ("N/A", "n/a", "none known", "TBD", "-", "")
_ACCEPTING = {
    "yes": ("Yes", "y", "Open", "accepting", "Sí"),
    "no": ("No", "full", "Closed", "Not at this time", "not accepting"),
    "waitlist": ("Waitlist", "wait list", "Waiting list", "WAITLIST", "lista de espera"),
}
_WEEK = ("mon", "tue", "wed", "thu", "fri")
_HOURS: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("Mon-Thu 9-5", tuple(f"{day} 09:00-17:00" for day in _WEEK[:4]), False),
    ("M-F 9am-5pm", tuple(f"{day} 09:00-17:00" for day in _WEEK), False),
    ("Tue 5pm–8pm", ("tue 17:00-20:00",), False),
    ("weekday evenings", tuple(f"{day}-evening" for day in _WEEK), False),
    ("Mon & Wed 10:00 AM to 2:00 PM", ("mon 10:00-14:00", "wed 10:00-14:00"), False),
    ("lunes a viernes 9:00-17:00", tuple(f"{day} 09:00-17:00" for day in _WEEK), False),
    ("Fri mornings, Sat by appointment", ("fri-morning",), True),
    ("Sat by appointment", (), True),
    ("flexible", (), True),
    ("Mon 8-10", (), True),
    ("9-5 Mon to Thu", tuple(f"{day} 09:00-17:00" for day in _WEEK[:4]), False),
    ("Tuesdays and Thursdays, 12:30pm - 6pm", ("tue 12:30-18:00", "thu 12:30-18:00"), False),
    ("Wednesdays all day", (), True),
    (
        "Mon 9-1; Wed 1-5\nFri 8:30am-noon",
        ("mon 09:00-13:00", "wed 13:00-17:00", "fri 08:30-12:00"),
        False,
    ),
    ("Mon-Thu 9-5, closed Wed", (), True),
)
"""What stands there, what it surely says, and whether something is left to say."""
_FEES: tuple[tuple[str, dict[str, FactValue], bool], ...] = (
    ("$120", {"fee_min": Decimal(120), "fee_max": Decimal(120), "currency": "USD"}, False),
    ("80–150", {"fee_min": Decimal(80), "fee_max": Decimal(150)}, False),
    ("$1,200 per session", {"fee_min": Decimal(1200), "fee_max": Decimal(1200), "currency": "USD"},
     False),
    ("sliding scale", {"reduced_fee": "yes"}, False),
    ("€90", {"fee_min": Decimal(90), "fee_max": Decimal(90), "currency": "EUR"}, False),
    ("$90-$140, sliding scale", {"fee_min": Decimal(90), "fee_max": Decimal(140),
                                 "currency": "USD", "reduced_fee": "yes"}, False),
    ("ask us", {}, True),
    ("$150 (50 min)", {"fee_min": Decimal(150), "fee_max": Decimal(150), "currency": "USD"}, False),
    ("USD 95 to 130", {"fee_min": Decimal(95), "fee_max": Decimal(130), "currency": "USD"}, False),
    ("from $80", {}, True),
)  # fmt: skip

HEADERS = (
    "Therapist Name & Credentials", "Preferred Pronouns", "Town", "State", "Zip Code",
    "Specialties", "Treatment Aproaches", "Languages spoken", "Insurance accepted",
    "In person / Telehealth", "Hours", "Session Fee", "Accepting New Clients?", "Next available",
    "License checked", "Last updated", "Phone", "E-mail", "Years of experience", "Parking code",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Truth:
    """What a person reads in one cell.

    Attributes
    ----------
    column
        Its header.
    fields
        What it says, by field; an empty one says nothing of it.
    has_rest
        Whether something in it cannot be taken over, and must be told.
    is_readable
        Whether a person could say what it means.
    """

    column: str
    fields: dict[str, FactValue | None]
    has_rest: bool = False
    is_readable: bool = True


@dataclass(slots=True)
class MessyRow:
    """A row of the list and what it means; of a person listed twice, only the last row counts."""

    cells: list[str]
    truths: list[Truth] = field(default_factory=list)
    is_repeated: bool = False


@dataclass(frozen=True, slots=True)
class MessyClinic:
    """The whole list."""

    rows: tuple[MessyRow, ...]

    def records(self) -> Iterator[Sequence[str]]:
        """Give the header and the rows."""
        yield HEADERS
        for row in self.rows:
            yield row.cells

    def csv(self, encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
        """Return the list as a CSV file."""
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=delimiter).writerows(self.records())
        return text.getvalue().encode(encoding)

    def save_xlsx(self, path: Path) -> None:
        """Save it as a workbook: a merged title row, a hidden column, formulas with values."""
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("Staff")
            sheet.merge_range(0, 0, 0, len(HEADERS) - 1, "Cedar House: our people")
            for line, record in enumerate(self.records(), start=1):
                for place, cell in enumerate(record):
                    if line > 1 and HEADERS[place] == "Town":
                        sheet.write_formula(line, place, f'=TRIM("{cell}")', None, cell)
                    elif line > 1 and HEADERS[place] == "Zip Code" and cell:
                        sheet.write_number(line, place, int(cell))
                    else:
                        sheet.write_string(line, place, cell)
            sheet.set_column(len(HEADERS) - 1, len(HEADERS) - 1, None, None, {"hidden": True})


def messy_clinic(seed: int = SEED, rows: int = ROWS, *, mixed_dates: bool = False) -> MessyClinic:
    """Make the list.

    Parameters
    ----------
    seed
        The same seed gives the same list.
    rows
        How many, people listed twice among them.
    mixed_dates
        Whether one column of dates is written in two ways, so that nobody can be sure.
    """
    random = Random(seed)
    people = [_Person(random, number, mixed_dates) for number in range(rows - _DUPLICATES)]
    again = [people[place] for place in random.sample(range(len(people)), _DUPLICATES)]
    made = [person.row() for person in people]
    for person in again:
        made[person.number].is_repeated = True
        made.append(person.row(shouted=True))
    return MessyClinic(tuple(made))


class _Person:
    """Somebody invented, written down anew for each row."""

    def __init__(self, random: Random, number: int, mixed_dates: bool) -> None:
        self.number = number
        self._random = random
        self._mixed_dates = mixed_dates
        # A middle letter keeps two people apart who share both names.
        letters = f"{chr(65 + number % 26)}{chr(97 + number // 26)}."
        self._name = f"{random.choice(_FIRST)} {letters} {random.choice(_LAST)}"
        self._place = random.choice(_PLACES)

    def row(self, *, shouted: bool = False) -> MessyRow:
        row = MessyRow([])
        name = self._name.upper() if shouted else self._name
        credential = self._random.choice(_CREDENTIALS)
        whole = f"{name}, {credential}" if credential else name
        self._add(row, whole, name=name, credential=credential or None)
        self._add(row, "she/her", pronouns="she/her")
        town, state, postcode = self._place
        self._add(row, town, city=town)
        self._add(row, state, country="US")
        self._add(row, str(int(postcode)), postcode=postcode)
        self._add_list(row, "; ", issues=_ISSUES)
        self._add_list(row, " | ", approaches=_APPROACHES)
        self._add_list(row, "\n", languages=_LANGUAGES)
        self._add_payers(row)
        self._add_list(row, "; ", formats=_FORMATS)
        self._add_hours_and_fees(row)
        self._add_dates(row)
        phone = f"617-555-01{self.number % 100:02}"
        self._add(row, f"({phone[:3]}) {phone[4:]}", phone=phone)
        self._add(row, f"p{self.number}@example.org", email=f"p{self.number}@example.org")
        years = self._random.randint(1, 40)
        text = self._random.choice((f"{years}", f"{years} years", f"{years} yrs"))
        self._add(row, text, years=Decimal(years))
        row.cells.append(f"P{self.number}")
        return row

    def _add(self, row: MessyRow, text: str, **fields: FactValue | None) -> None:
        row.truths.append(Truth(HEADERS[len(row.cells)], fields))
        row.cells.append(text)

    def _add_list(self, row: MessyRow, joint: str, **words: dict[str, tuple[str, ...]]) -> None:
        ((name, known),) = words.items()
        codes = self._random.sample([*known], self._random.randint(1, len(known)))
        texts = [self._random.choice(known[code]) for code in codes]
        is_odd = name == "issues" and self._random.random() < 0.04
        if is_odd:
            texts.append(self._random.choice(("Wellness", "Anxiety & anger", "all ages")))
        row.truths.append(Truth(HEADERS[len(row.cells)], {name: tuple(codes)}, has_rest=is_odd))
        row.cells.append(joint.join(texts))

    def _add_payers(self, row: MessyRow) -> None:
        if self._random.random() < 0.2:
            self._add(row, self._random.choice(_NOT_STATED), payers=None)
        else:
            self._add_list(row, ", ", payers=_PAYERS)

    def _add_hours_and_fees(self, row: MessyRow) -> None:
        text, tokens, has_rest = self._random.choice(_HOURS)
        is_readable = bool(tokens) or not has_rest
        fields: dict[str, FactValue | None] = {"times": tokens or None}
        row.truths.append(Truth(HEADERS[len(row.cells)], fields, has_rest, is_readable))
        row.cells.append(text)
        text, money, has_rest = self._random.choice(_FEES)
        names = ("fee_min", "fee_max", "currency", "reduced_fee")
        fields = {name: money.get(name) for name in names}
        row.truths.append(Truth(HEADERS[len(row.cells)], fields, has_rest, not has_rest))
        row.cells.append(text)

    def _add_dates(self, row: MessyRow) -> None:
        code = self._random.choice([*_ACCEPTING])
        self._add(row, self._random.choice(_ACCEPTING[code]), accepting=code)
        opening = date(2026, 11, 23) + timedelta(days=self._random.randrange(200))
        self._add(row, f"{opening:%m/%d/%Y}", next_opening=opening)
        checked = date(2026, 1, 1) + timedelta(days=self._random.randrange(300))
        is_swapped = self._mixed_dates and self._random.random() < 0.5
        text = f"{checked:%m/%d/%Y}" if is_swapped else f"{checked:%d/%m/%Y}"
        if self._mixed_dates:
            unsure = Truth(HEADERS[len(row.cells)], {"register_checked_on": None}, True, False)
            row.truths.append(unsure)
            row.cells.append(text)
        else:
            self._add(row, text, register_checked_on=checked)
        updated = date(2026, 9, 1) + timedelta(days=self._random.randrange(60))
        self._add(row, updated.isoformat(), confirmed_on=updated)
