"""How the people chosen fit: each wish with what is stated, by whom and when; and side by side."""

from collections import Counter
from collections.abc import Iterator

from matcher.checklist.hours import describe_hours, hours_asked_for
from matcher.checklist.statements import AFTER_TALKS
from matcher.checklist.subject import fact_of, subjects_of
from matcher.checklist.visit import Sitting, Visit
from matcher.checklist.wording import (
    describe_asked,
    describe_name,
    describe_offered,
    describe_source,
)
from matcher.directory.profile import split_token
from matcher.directory.vocabulary import NO
from matcher.document import Block, Fit, Paragraph, Section, Table, Tone
from matcher.i18n import Catalogue
from matcher.questionnaire.response import Times
from matcher.scoring.result import Contribution, RequirementStatus
from matcher.scoring.value_functions import FULL

_SAID_OFTEN = 3
"""From how many rows on one source is said once for all of them."""


def fit_section(sitting: Sitting, visit: Visit, catalogue: Catalogue) -> Section:
    """Return how one person fits what was asked for."""
    rows = [*_rows(visit, catalogue)]
    sources = Counter(_source(visit, subject, catalogue) for subject, *_ in rows)
    shared = _shared(sources)
    blocks: list[Block] = [Paragraph(" ".join(_summary(visit, catalogue)))]
    if shared:
        key = "sheet.home.said_of_all" if len(sources) == 1 else "sheet.home.said_of_most"
        blocks.append(Paragraph(catalogue.text(key, source=shared), Tone.QUIET))
    for subject, status, is_open in rows:
        lines = _lines(sitting, visit, subject, catalogue)
        said = _said(visit, subject, (shared, is_open), catalogue)
        blocks.append(Fit(describe_name(subject, catalogue), status, lines, said))
    heading = catalogue.text("sheet.home.fit", name=visit.name)
    return Section(heading, tuple(blocks))


def comparison_section(
    sitting: Sitting, visits: tuple[Visit, ...], catalogue: Catalogue
) -> Section:
    """Return the people side by side, with room to fill in after the talks."""
    names = [visit.name for visit in visits]
    facts = {
        describe_name(subject, catalogue): [
            _offered(sitting, visit, subject, catalogue) for visit in visits
        ]
        for subject in subjects_of(visits[0].result)
    }
    alike = [name for name, said in facts.items() if len(set(said)) == 1]
    rows = tuple((name, *said) for name, said in facts.items() if name not in alike)
    after = tuple(
        (catalogue.text(f"sheet.home.{key}"), *("" for _ in visits)) for key in AFTER_TALKS
    )
    title = catalogue.text("sheet.home.compare")
    talks = catalogue.text("sheet.home.after_talks")
    blocks: list[Block] = []
    if alike:
        words = catalogue.text("sheet.home.alike", names="; ".join(alike))
        blocks.append(Paragraph(words, Tone.QUIET))
    if rows:
        blocks.append(Table(("", *names), rows))
    blocks.append(Table((talks, *names), after, kind="log"))
    return Section(title, tuple(blocks), starts_page=True)


def _summary(visit: Visit, catalogue: Catalogue) -> Iterator[str]:
    """Say what stands in the way first, then how the wishes stand, then what is to be asked."""
    result = visit.result
    unmet = [need.item for need in result.requirements if need.status is RequirementStatus.NOT_MET]
    if unmet:
        names = "; ".join(describe_name(item, catalogue) for item in unmet)
        yield catalogue.text("sheet.home.needs_not_met", n=len(unmet), names=names)
    if result.asked:
        yield from _summary_of_wishes(visit, catalogue)
    else:
        yield catalogue.text(f"sheet.home.{'no_wishes' if result.requirements else 'nothing_yet'}")
    to_ask = sum(need.status is RequirementStatus.NOT_STATED for need in result.requirements)
    if to_ask:
        yield catalogue.text("sheet.home.needs_to_ask", n=to_ask)


def _summary_of_wishes(visit: Visit, catalogue: Catalogue) -> Iterator[str]:
    result = visit.result
    yield catalogue.text("sheet.home.wishes.fit", n=result.asked, fits=result.fits)
    statuses = Counter(_wish_status(visit, part) for part in result.contributions)
    for status in ("mostly", "at_least", "partly", "different", "unknown"):
        if statuses[status]:
            yield catalogue.text(f"sheet.home.wishes.{status}", n=statuses[status])


def _rows(visit: Visit, catalogue: Catalogue) -> Iterator[tuple[str, str, bool]]:
    """Give each need, then each wish, with its status in words and whether it is open."""
    for reason in visit.result.requirements:
        status = catalogue.text(f"sheet.home.need.{reason.status}")
        yield reason.item, status, reason.status is RequirementStatus.NOT_STATED
    for part in visit.result.contributions:
        status = catalogue.text(f"sheet.home.wish.{_wish_status(visit, part)}")
        yield part.criterion, status, part.is_unknown


def _wish_status(visit: Visit, part: Contribution) -> str:
    if part.fits:
        return "mostly" if part.value < FULL and not _is_covered(visit, part) else "fits"
    if part.fits_at_least_in_part:
        return "at_least"
    if part.is_unknown:
        return "unknown"
    return "different" if part.value == 0 else "partly"


def _is_covered(visit: Visit, part: Contribution) -> bool:
    """Tell whether all that was asked for is among what is stated, whatever it says about it."""
    fact = fact_of(part.criterion, visit.profile)
    if fact is None or not isinstance(fact.value, tuple):
        return True
    if isinstance(part.asked, int):
        low, high = (int(str(end)) for end in fact.value)
        return low <= part.asked <= high
    asked = (part.asked,) if isinstance(part.asked, str) else part.asked
    if not isinstance(asked, tuple):
        return True
    stated = (split_token(str(token)) for token in fact.value)
    named = {code for code, details in stated if details != (NO,)}
    return named.issuperset(map(str, asked))


def _lines(sitting: Sitting, visit: Visit, subject: str, catalogue: Catalogue) -> tuple[str, ...]:
    offered = _offered(sitting, visit, subject, catalogue)
    says = catalogue.text("sheet.home.says", what=offered)
    asked = sitting.asked.answers.value(subject)
    if asked is None or subject not in sitting.asked.questionnaire:
        return (says,)
    words = describe_asked(sitting.asked.questionnaire.item(subject), asked, catalogue)
    return (catalogue.text("sheet.home.asked", what=words), says)


def _offered(sitting: Sitting, visit: Visit, subject: str, catalogue: Catalogue) -> str:
    """Say what a profile states about what was asked; of its hours, only those asked for."""
    asked = sitting.asked.answers.value(subject)
    if isinstance(asked, Times) and visit.profile.tokens("times"):
        hours = describe_hours(hours_asked_for(asked, visit.profile.tokens("times")), catalogue)
        return hours or catalogue.text("sheet.home.no_such_times")
    return describe_offered(subject, visit.profile, catalogue, asked)


def _source(visit: Visit, subject: str, catalogue: Catalogue) -> str:
    fact = fact_of(subject, visit.profile)
    if fact is None:
        return ""
    return describe_source(fact.source.value, fact.confirmed_on, catalogue)


def _shared(sources: Counter[str]) -> str:
    """Return who said most of it and when, if that is worth saying once; else ``""``."""
    del sources[""]
    for source, rows in sources.most_common(1):
        if rows >= _SAID_OFTEN or len(sources) == 1:
            return source
    return ""


def _said(visit: Visit, subject: str, state: tuple[str, bool], catalogue: Catalogue) -> str:
    """Return what still has to be said in a row about where it comes from."""
    shared, is_open = state
    source = _source(visit, subject, catalogue)
    if source and is_open:
        key = "sheet.home.only_check" if source == shared else "sheet.home.please_check"
        return catalogue.text(key, source=source)
    return "" if source == shared else source
