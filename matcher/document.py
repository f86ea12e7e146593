"""The sheets as content: parts, sheets, sections and blocks of text in reading order.

Every text is in the reader's language already. How it looks is the business of whoever prints it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True, slots=True)
class Edition:
    """For whose eyes the sheets are set.

    Attributes
    ----------
    is_large
        Large print: running text of 18 points, and everything else in proportion.
    is_airy
        More room between letters, lines and paragraphs, and short lines: easier to read for many
        people with dyslexia.
    """

    is_large: bool = False
    is_airy: bool = False


class Tone(StrEnum):
    """How loudly a paragraph speaks."""

    BODY = "body"
    STRONG = "strong"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text.

    Attributes
    ----------
    address
        What to call or to text, such as ``tel:988``; where a screen can do that, the text leads
        there. On paper it says nothing.
    hangs
        So many signs, such as the number of a step, stand before the lines on a screen: those that
        go on begin behind them.
    """

    text: str
    tone: Tone = Tone.BODY
    address: str = ""
    hangs: int = 0


@dataclass(frozen=True, slots=True)
class Callout:
    """A text in a frame of its own; loud, it is what the whole page is about."""

    text: str
    is_loud: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short texts, one below the other."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions to read, under a small heading; with ``""`` for it, those before go on."""

    heading: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to ask, with its reason and room for the answer.

    Attributes
    ----------
    number
        Counted from 1; 0 is not shown.
    lines
        How many lines to write on.
    boxes
        Labels of boxes to tick.
    """

    number: int
    text: str
    reason: str = ""
    lines: int = 2
    boxes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ticks:
    """A text with boxes to tick below it."""

    text: str
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """Something to write in, with what belongs there."""

    label: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Script:
    """Words to say or to send as they stand."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """One wish or need beside what the profile says.

    Attributes
    ----------
    status
        *Fits*, *Different* and so on, in words.
    lines
        What was asked, what the profile says.
    source
        Who said so and when; ``""`` when nothing is stated, or when it is said once for many.
    """

    name: str
    status: str
    lines: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two lists side by side under one heading."""

    heading: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and columns; an empty cell is there to be written in.

    Attributes
    ----------
    kind
        What its cells are for: to be read, to be written in, or to be ticked. Of a table to be
        ticked, each cell but the first of a row has a box before its text.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: Literal["text", "log", "ticks"] = "text"


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of marks with a ring on one and a disc on another: a small picture beside words.

    It is passed over by whoever reads aloud: what it shows is to be said in words as well.

    Attributes
    ----------
    ends
        What the first mark and the last one are called.
    marks
        How many there are.
    ring, disc
        On which mark, from 0; ``None`` for none.
    """

    ends: tuple[str, str]
    marks: int
    ring: int | None = None
    disc: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What is said about one thing, with room to say it otherwise.

    Attributes
    ----------
    stated
        What is said now, one below the other, each with room beside it; ``()`` for nothing yet.
    boxes
        Labels of boxes to tick where nothing is said yet; ``()`` for room to write.
    lines
        How many lines to write on there.
    """

    name: str
    stated: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Ledger:
    """Parts to be corrected or filled in with a pen, all of them stated or none.

    Attributes
    ----------
    headings
        Of the parts, of what is said now, and of the room beside it; ``()`` where nothing is said.
    """

    headings: tuple[str, ...]
    parts: tuple[Part, ...]


Block = (
    Paragraph
    | Callout
    | Bullets
    | Questions
    | Ask
    | Ticks
    | Blank
    | Script
    | Fit
    | Contrast
    | Table
    | Scale
    | Ledger
)


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading.

    Attributes
    ----------
    heading
        ``""`` for none.
    starts_page
        Whether it begins on a page of its own.
    together
        Whether it should not be torn apart by the end of a page.
    """

    heading: str
    blocks: tuple[Block, ...]
    starts_page: bool = False
    together: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What belongs together on paper: begins on a fresh sheet, never on another one's back.

    Attributes
    ----------
    title
        Its heading.
    aside
        Lines beside the title, such as the therapist's name and a place for the date.
    footer
        What stands at the foot of each page before the page number.
    """

    title: str
    aside: tuple[str, ...]
    sections: tuple[Section, ...]
    footer: str


@dataclass(frozen=True, slots=True)
class Document:
    """All sheets of one printing.

    Attributes
    ----------
    title
        Neutral: it may stand in a window title or a print queue.
    language
        Language tag of the text.
    page
        The words for a page number, with ``{page}`` where the number goes and ``{total}`` where
        the number of the last page goes.
    left_empty
        Said on a back page that is left empty on purpose.
    unprintable
        Stands for letters of a script that the printed fonts lack.
    """

    title: str
    language: str
    sheets: tuple[Sheet, ...]
    page: str
    left_empty: str
    unprintable: str
