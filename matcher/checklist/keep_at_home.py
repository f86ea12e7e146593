"""*Keep at home*: how the people chosen fit, what to notice, and what to think over afterwards."""

from collections.abc import Iterator
from datetime import date

from matcher.checklist.crisis import CrisisLine
from matcher.checklist.cues import load_cues
from matcher.checklist.document import (
    Blank,
    Block,
    Bullets,
    Contrast,
    Fit,
    Paragraph,
    PartId,
    Section,
    Sheet,
    Table,
    Ticks,
    Tone,
)
from matcher.checklist.visit import Sitting, Visit
from matcher.checklist.wording import (
    clipped,
    describe_asked,
    describe_name,
    describe_offered,
    describe_source,
    fields_of,
)
from matcher.directory.profile import Fact
from matcher.i18n import Catalogue
from matcher.scoring.result import Contribution, RequirementStatus

_STATEMENTS = ("heard", "direction", "way", "respect", "could_say", "frame", "hope")
_STEPS = ("not_at_all", "a_little", "partly", "mostly", "fully", "cannot_say")
_NEXT = ("go_on", "once_more", "look_further")
_RIGHTS = ("stop", "ask", "no", "notes", "change", "complain")
_STARTS_WITHOUT_PRACTICE = ("asking_for_needs", "showing_feelings", "disagreeing")
_OWN_WORDS = ("names_pronouns", "first_meetings", "helped_or_not", "when_off", "trust_pace")


def keep_at_home(sitting: Sitting, visits: tuple[Visit, ...], catalogue: Catalogue) -> Sheet:
    """Return what stays with the person."""
    title = catalogue.text("sheet.home.title")
    sections = [_fit(sitting, visit, catalogue, visit is not visits[0]) for visit in visits]
    if len(visits) > 1:
        sections.append(_comparison(visits, catalogue))
    sections += [
        _cues(catalogue),
        _rights(catalogue),
        _help_lines(sitting, catalogue),
        _afterwards(catalogue),
        _sentences(sitting, catalogue),
        *_own_notes(sitting, catalogue),
        *_made_from(sitting, catalogue),
    ]
    return Sheet(PartId.HOME, title, (), tuple(sections), footer=title)


def _fit(sitting: Sitting, visit: Visit, catalogue: Catalogue, starts_page: bool) -> Section:
    result = visit.result
    heading = catalogue.text("sheet.home.fit", name=clipped(visit.profile.name))
    unknown = sum(part.is_unknown for part in result.contributions)
    summary = [catalogue.text("sheet.home.wishes_fit", n=result.asked, fits=result.fits)]
    if unknown:
        summary.append(catalogue.text("sheet.home.wishes_unknown", n=unknown))
    if not result.asked:
        summary = [catalogue.text("sheet.home.no_wishes")]
    to_ask = sum(need.status is RequirementStatus.NOT_STATED for need in result.requirements)
    if to_ask:
        summary.append(catalogue.text("sheet.home.needs_to_ask", n=to_ask))
    blocks: list[Block] = [Paragraph(" ".join(summary))]
    for reason in result.requirements:
        status = catalogue.text(f"sheet.home.need.{reason.status}")
        is_open = reason.status is RequirementStatus.NOT_STATED
        blocks.append(_fit_block(sitting, visit, reason.item, (status, is_open), catalogue))
    for part in result.contributions:
        status = catalogue.text(f"sheet.home.wish.{_wish_status(part)}")
        is_open = part.is_unknown
        blocks.append(_fit_block(sitting, visit, part.criterion, (status, is_open), catalogue))
    return Section(heading, tuple(blocks), starts_page=starts_page)


def _wish_status(part: Contribution) -> str:
    if part.fits:
        return "fits"
    if part.is_unknown:
        return "unknown"
    return "different" if part.value == 0 else "partly"


def _fit_block(
    sitting: Sitting, visit: Visit, subject: str, state: tuple[str, bool], catalogue: Catalogue
) -> Fit:
    status, is_open = state
    lines = []
    asked = sitting.asked.answers.value(subject)
    if asked is not None and subject in sitting.asked.questionnaire:
        item = sitting.asked.questionnaire.item(subject)
        words = describe_asked(item, asked, catalogue)
        lines.append(catalogue.text("sheet.home.asked", what=words))
    offered = describe_offered(subject, visit.profile, catalogue, asked)
    lines.append(catalogue.text("sheet.home.says", what=offered))
    fact = _fact(visit, subject)
    source = ""
    if fact is not None:
        source = describe_source(fact.source.value, fact.confirmed_on, catalogue)
        if is_open:
            source = catalogue.text("sheet.home.please_check", source=source)
    return Fit(describe_name(subject, catalogue), status, tuple(lines), source)


def _fact(visit: Visit, subject: str) -> Fact | None:
    found = (visit.profile.facts.get(field) for field in fields_of(subject))
    return next((fact for fact in found if fact is not None), None)


def _comparison(visits: tuple[Visit, ...], catalogue: Catalogue) -> Section:
    first = visits[0].result
    subjects = [reason.item for reason in first.requirements]
    subjects += [part.criterion for part in first.contributions]
    headings = ("", *(clipped(visit.profile.name) for visit in visits))
    rows = [
        (
            describe_name(subject, catalogue),
            *(_cell(visit, subject, catalogue) for visit in visits),
        )
        for subject in dict.fromkeys(subjects)
    ]
    after = ("sheet.home.how_it_felt", "sheet.home.would_i_go")
    rows += [(catalogue.text(key), *("" for _ in visits)) for key in after]
    title = catalogue.text("sheet.home.compare")
    return Section(title, (Table(headings, tuple(rows)),), starts_page=True)


def _cell(visit: Visit, subject: str, catalogue: Catalogue) -> str:
    asked: dict[str, object] = {each.item: each.asked for each in visit.result.requirements}
    asked |= {part.criterion: part.asked for part in visit.result.contributions}
    return describe_offered(subject, visit.profile, catalogue, asked.get(subject))


def _own_notes(sitting: Sitting, catalogue: Catalogue) -> Iterator[Section]:
    """Give back what the person wrote or ticked for paper only."""
    blocks: list[Block] = []
    for item_id in _OWN_WORDS:
        response = sitting.asked.answers.responses.get(item_id)
        if response is None:
            continue
        item = sitting.asked.questionnaire.item(item_id)
        name = describe_name(item_id, catalogue)
        noted = [describe_asked(item, response.value, catalogue)] if response.value else []
        noted += [clipped(response.own_words)] if response.own_words else []
        blocks += [
            Paragraph(catalogue.text("sheet.home.own_note", name=name, words=words))
            for words in noted
        ]
    if blocks:
        hint = Paragraph(catalogue.text("sheet.home.own_hint"), Tone.QUIET)
        yield Section(catalogue.text("sheet.home.own_notes"), (hint, *blocks))


def _cues(catalogue: Catalogue) -> Section:
    blocks: list[Block] = [
        Paragraph(catalogue.text("cue.frame.intro")),
        Contrast("", (catalogue.text("cue.frame.good"),), (catalogue.text("cue.frame.care"),)),
    ]
    for cue in load_cues():
        base = f"cue.{cue.topic}"
        good = tuple(catalogue.text(f"{base}.good.{code}") for code in cue.good)
        care = tuple(catalogue.text(f"{base}.care.{code}") for code in cue.care)
        blocks.append(Contrast(catalogue.text(f"{base}.heading"), good, care))
    blocks.append(Paragraph(catalogue.text("cue.frame.ask"), Tone.STRONG))
    blocks.append(Paragraph(catalogue.text("cue.frame.one_feeling")))
    return Section(catalogue.text("cue.frame.title"), tuple(blocks), starts_page=True)


def _rights(catalogue: Catalogue) -> Section:
    rights = tuple(catalogue.text(f"sheet.home.right.{right}") for right in _RIGHTS)
    leave = Paragraph(catalogue.text("cue.frame.leave"), Tone.STRONG)
    return Section(catalogue.text("sheet.home.rights"), (Bullets(rights), leave), together=True)


def _afterwards(catalogue: Catalogue) -> Section:
    steps = tuple(catalogue.text(f"sheet.home.step.{step}") for step in _STEPS)
    statements = tuple(
        Ticks(catalogue.text(f"sheet.home.after.{statement}"), steps) for statement in _STATEMENTS
    )
    decision = Ticks(
        catalogue.text("sheet.home.next_step"),
        tuple(catalogue.text(f"sheet.home.next.{step}") for step in _NEXT),
    )
    hint = Paragraph(catalogue.text("sheet.home.after_hint"), Tone.QUIET)
    blocks: tuple[Block, ...] = (hint, *statements, decision)
    return Section(catalogue.text("sheet.home.after_title"), blocks, starts_page=True)


def _sentences(sitting: Sitting, catalogue: Catalogue) -> Section:
    starts = sitting.asked.codes("practise") or _STARTS_WITHOUT_PRACTICE
    blanks = tuple(Blank(catalogue.text(f"sheet.home.start.{start}")) for start in starts)
    hint = Paragraph(catalogue.text("sheet.home.start_hint"), Tone.QUIET)
    return Section(catalogue.text("sheet.home.start_title"), (hint, *blanks))


def _help_lines(sitting: Sitting, catalogue: Catalogue) -> Section:
    columns = ("name", "number", "about", "checked")
    rows = []
    for line in sitting.region.lines:
        checked = _last_check(line, sitting.today, catalogue)
        name, about = (catalogue.text(f"crisis.line.{line.id}.{key}") for key in ("name", "about"))
        rows.append((name, line.number or "–", about, checked))
    headings = tuple(catalogue.text(f"sheet.home.column.{column}") for column in columns)
    unwatched = Paragraph(catalogue.text("sheet.home.unwatched"), Tone.QUIET)
    title = catalogue.text("crisis.panel.title")
    return Section(title, (Table(headings, tuple(rows)), unwatched), together=True)


def _last_check(line: CrisisLine, today: date, catalogue: Catalogue) -> str:
    if line.checked_on is None:
        return catalogue.text("crisis.panel.not_checked")
    key = "crisis.sheet.stale" if line.is_stale(today) else "crisis.panel.checked"
    return catalogue.text(key, date=line.checked_on)


def _made_from(sitting: Sitting, catalogue: Catalogue) -> Iterator[Section]:
    if sitting.criteria:
        rows = tuple(
            (describe_name(each.id, catalogue), catalogue.number(each.weight))
            for each in sitting.criteria
        )
        headings = (catalogue.text("sheet.home.wish_column"), catalogue.text("sheet.home.weight"))
        hint = Paragraph(catalogue.text("sheet.home.weights_hint"), Tone.QUIET)
        yield Section(catalogue.text("sheet.home.weights"), (hint, Table(headings, rows)))
    facts = [catalogue.text("sheet.home.made_on", date=sitting.today)]
    facts.append(catalogue.text("sheet.home.seed", seed=str(sitting.seed)))
    facts += [
        catalogue.text(f"sheet.home.version.{name}", version=clipped(version))
        for name, version in sitting.versions
    ]
    yield Section(catalogue.text("sheet.home.made"), (Paragraph("  ·  ".join(facts), Tone.QUIET),))
