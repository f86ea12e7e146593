"""Help lines in words: what to dial, one line in a sentence, and all of a region under *Help now*.

The number comes first, then what to press, then the name: in the order in which they are needed.
"""

import re
from collections.abc import Iterator
from datetime import date

from matcher.checklist.crisis import CrisisLine, CrisisRegion
from matcher.document import Block, Bullets, Paragraph, Section, Tone
from matcher.i18n import Catalogue

_PHONE_NUMBER = re.compile(r"[0-9][0-9 -]*")


def dial_text(line: CrisisLine, catalogue: Catalogue) -> str:
    """Say what to dial, with the key to press after it where there is one: *988, then press 2*."""
    key = f"crisis.line.{line.id}.dial"
    return catalogue.text(key, number=line.number) if catalogue.has(key) else line.number


def crisis_line_text(line: CrisisLine, today: date, catalogue: Catalogue) -> str:
    """Return a help line as one sentence with its last check.

    Parameters
    ----------
    today
        The day of the sheet; a check that is too old by then is told as such.
    """
    said = {
        "dial": dial_text(line, catalogue),
        "name": catalogue.text(f"crisis.line.{line.id}.name"),
    }
    if line.checked_on is None:
        return catalogue.text("crisis.sheet.line_not_checked", **said)
    key = "crisis.sheet.line_stale" if line.is_stale(today) else "crisis.sheet.line_checked"
    return catalogue.text(key, **said, date=line.checked_on)


def help_section(region: CrisisRegion, today: date, catalogue: Catalogue) -> Section:
    """Return all lines of a region: each number once, and below it who answers there.

    Parameters
    ----------
    today
        As for `crisis_line_text`. A day of a check that holds for all is said once.
    """
    shared = _shared_check(region.lines)
    blocks: list[Block] = []
    for (number, is_text), lines in _by_number(region.lines).items():
        blocks.append(_number(number, is_text, lines[0], catalogue))
        said = (_said(line, today, shared, catalogue) for line in lines)
        blocks.append(Bullets(tuple(said)))
    if shared is not None:
        blocks.append(Paragraph(_check_of_all(region.lines, today, catalogue), Tone.QUIET))
    blocks.append(Paragraph(catalogue.text("sheet.home.unwatched"), Tone.QUIET))
    return Section(catalogue.text("crisis.panel.title"), tuple(blocks), together=True)


def _by_number(lines: tuple[CrisisLine, ...]) -> dict[tuple[str, bool], list[CrisisLine]]:
    """Put lines with one number together; to call it and to text it are two ways."""
    found: dict[tuple[str, bool], list[CrisisLine]] = {}
    for line in lines:
        found.setdefault((line.number, line.by_text), []).append(line)
    return found


def _number(number: str, is_text: bool, first: CrisisLine, catalogue: Catalogue) -> Paragraph:
    if not number:
        return Paragraph(catalogue.text(f"crisis.line.{first.id}.name"), Tone.STRONG)
    if not _PHONE_NUMBER.fullmatch(number):
        return Paragraph(number, Tone.STRONG)
    way = "text" if is_text else "call"
    scheme = "sms" if is_text else "tel"
    address = f"{scheme}:{re.sub('[ -]', '', number)}"
    words = catalogue.text(f"crisis.sheet.{way}", number=number)
    return Paragraph(words, Tone.STRONG, address)


def _said(line: CrisisLine, today: date, shared: date | None, catalogue: Catalogue) -> str:
    about = catalogue.text(f"crisis.line.{line.id}.about")
    said = about
    if line.number:
        name = catalogue.text(f"crisis.line.{line.id}.name")
        said = catalogue.text("crisis.sheet.who", name=name, about=about)
    spoken = _spoken(line, catalogue)
    return " ".join(filter(None, (said, spoken, *_own_check(line, today, shared, catalogue))))


def _spoken(line: CrisisLine, catalogue: Catalogue) -> str:
    """Say in which languages a line answers, unless it is the reader's alone or in its name."""
    name = catalogue.text(f"crisis.line.{line.id}.name").casefold()
    names = tuple(language_name(code, catalogue) for code in line.languages)
    is_plain = line.languages == (catalogue.language,)
    if is_plain or all(each.casefold() in name for each in names):
        return ""
    return catalogue.text("sheet.home.answers_in", languages=catalogue.list(names))


def language_name(code: str, catalogue: Catalogue) -> str:
    """Name a language as in the middle of a sentence."""
    own = f"sheet.language.{code}"
    return catalogue.text(own if catalogue.has(own) else f"term.languages.{code}")


def _own_check(
    line: CrisisLine, today: date, shared: date | None, catalogue: Catalogue
) -> Iterator[str]:
    if line.checked_on is None:
        yield catalogue.text("crisis.sheet.not_checked") if line.number else ""
    elif shared is None:
        key = "stale" if line.is_stale(today) else "checked"
        yield catalogue.text(f"crisis.sheet.{key}", date=line.checked_on)


def _shared_check(lines: tuple[CrisisLine, ...]) -> date | None:
    """Return the day on which all checked lines were checked, if it is one."""
    days = {line.checked_on for line in lines if line.checked_on is not None}
    return days.pop() if len(days) == 1 else None


def _check_of_all(lines: tuple[CrisisLine, ...], today: date, catalogue: Catalogue) -> str:
    checked = [line for line in lines if line.checked_on is not None]
    which = "all" if len(checked) == len(lines) else "others"
    age = "stale" if checked[0].is_stale(today) else "checked"
    return catalogue.text(f"crisis.sheet.{which}_{age}", date=checked[0].checked_on)
