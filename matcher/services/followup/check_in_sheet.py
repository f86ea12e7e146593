"""A check-in on paper: each statement now and last time, in words, and a sentence to begin with."""

from collections.abc import Iterator

from matcher.checklist.statements import ORDERED_STEPS, STATEMENTS, Step
from matcher.document import Block, Callout, Paragraph, Scale, Section, Sheet, Tone
from matcher.followup.check_in import ChangeKind, CheckIn, changes
from matcher.i18n import Catalogue
from matcher.services.people.wording import clipped, in_one_line

_TOLD_BY_STEPS = {ChangeKind.NEW, ChangeKind.NO_LONGER, ChangeKind.UNANSWERED}
"""What the two steps beside each other say already."""


def check_in_sheet(
    check_in: CheckIn, before: CheckIn | None, words: Catalogue, sentence: str = ""
) -> Sheet:
    """Return the page of a check-in; statements to which nothing was said are left out.

    Parameters
    ----------
    check_in, before
        The one it is about, and the last one before it, ``None`` for the first.
    sentence
        A whole sentence to open the talk with, as
        `matcher.followup.sentences.composed` gives it; ``""`` for none.
    """
    title = words.text("followup.paper.check_in.title")
    top = [Paragraph(words.text("followup.paper.check_in.hint"), Tone.QUIET)]
    if before is not None:
        top.append(Paragraph(last_text(check_in, before, words)))
    said = [*_statements(check_in, before, words)]
    if any(isinstance(block, Scale) for section in said for block in section.blocks):
        top.append(Paragraph(picture_text(words), Tone.QUIET))
    if before is not None and any(None in _steps(each, check_in, before) for each in STATEMENTS):
        top.append(Paragraph(_silence_text(words), Tone.QUIET))
    if not said:
        top.append(Paragraph(words.text("followup.paper.check_in.nothing")))
    sections = [Section("", (*top,)), *said]
    if rest := (*_rest(check_in, words),):
        sections.append(Section("", rest, together=True))
    if sentence:
        heading = words.text("followup.paper.check_in.sentence")
        sections.append(Section(heading, (Callout(in_one_line(sentence)),), together=True))
    aside = (*filter(None, (clipped(check_in.name),)), words.date(check_in.day))
    return Sheet(title, aside, tuple(sections), footer=title)


def last_text(check_in: CheckIn, before: CheckIn, words: Catalogue) -> str:
    """Say when the last time was, and that it had no name yet where only this one has."""
    is_unnamed = check_in.profile_id and not before.profile_id
    last = "last_unnamed" if is_unnamed else "last"
    return words.text(f"followup.paper.check_in.{last}", date=before.day)


def picture_text(words: Catalogue) -> str:
    """Say how to read the small picture of last time and now."""
    return f"{words.text('followup.paper.check_in.picture')} {ends_text(words)}"


def ends_text(words: Catalogue) -> str:
    """Say from what to what its line goes."""
    least, most = ends_of(words)
    return words.text("followup.paper.check_in.ends", least=least, most=most)


def ends_of(words: Catalogue) -> tuple[str, str]:
    """Name its two ends, the least first."""
    return _step(ORDERED_STEPS[0], words), _step(ORDERED_STEPS[-1], words)


def _silence_text(words: Catalogue) -> str:
    cannot_say = _step(Step.CANNOT_SAY, words)
    return words.text("followup.paper.check_in.silence", cannot_say=cannot_say)


def _steps(statement: str, *check_ins: CheckIn) -> set[Step | None]:
    """Return what was said to a statement of which something stands on the page; else nothing."""
    answers = [each.answer(statement) for each in check_ins]
    is_shown = not answers[0].is_empty or any(each.step is not None for each in answers)
    return {each.step for each in answers} if is_shown else set()


def _statements(check_in: CheckIn, before: CheckIn | None, words: Catalogue) -> Iterator[Section]:
    kinds = {change.statement: change.kind for change in changes(before, check_in)}
    for statement in STATEMENTS:
        now = check_in.answer(statement)
        then = None if before is None else before.answer(statement).step
        if now.is_empty and then is None:
            continue
        said = [words.text("followup.paper.check_in.now", step=_step(now.step, words))]
        if before is not None:
            said.append(words.text("followup.paper.check_in.then", step=_step(then, words)))
        if kinds.get(statement, ChangeKind.NEW) not in _TOLD_BY_STEPS:
            said.append(f"{words.text(f'followup.change.{kinds[statement]}')}.")
        blocks: list[Block] = [Paragraph(words.text(f"sheet.home.after.{statement}"), Tone.STRONG)]
        marks = _mark_of(then), _mark_of(now.step)
        if before is not None and marks != (None, None):
            blocks.append(Scale(ends_of(words), len(ORDERED_STEPS), *marks))
        blocks.append(Paragraph(" ".join(said)))
        if own := in_one_line(now.line):
            blocks.append(Paragraph(words.text("followup.paper.check_in.own", line=own)))
        yield Section("", (*blocks,), together=True)


def _mark_of(step: Step | None) -> int | None:
    return ORDERED_STEPS.index(step) if step in ORDERED_STEPS else None


def _step(step: Step | None, words: Catalogue) -> str:
    key = "followup.paper.check_in.not_answered" if step is None else f"sheet.home.step.{step}"
    return words.text(key)


def _rest(check_in: CheckIn, words: Catalogue) -> Iterator[Block]:
    if check_in.what_now is not None:
        chosen = words.text(f"sheet.home.next.{check_in.what_now}")
        yield Paragraph(words.text("followup.paper.check_in.what_now", next=chosen))
    if line := in_one_line(check_in.outside):
        yield Paragraph(words.text("followup.paper.check_in.outside", line=line))
