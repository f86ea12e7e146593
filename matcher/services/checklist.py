"""The checklist: questions suggested for a person, and the sheets as PDF."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

import matcher
from matcher.checklist.asked import Asked
from matcher.checklist.bank import load_bank
from matcher.checklist.composing import build_document
from matcher.checklist.crisis import load_crisis_lines
from matcher.checklist.document import MOST_TO_CHOOSE, ChecklistDocument, Paper, PartId
from matcher.checklist.selection import OfferedQuestion, Selection, select
from matcher.checklist.visit import Sitting, Visit
from matcher.i18n import Catalogue
from matcher.questionnaire.loader import load_questionnaire
from matcher.ranking.explanation import ProfileResult
from matcher.region import load_region
from matcher.services.matching import Match
from matcher.services.output_file import PDF_BEGINS, OutputKind, write_file

FILE_NAME = "first-visit-notes.pdf"
"""Neutral: it may be read over a shoulder."""

MOST_WORTH_ASKING = 2
"""How many questions are suggested before a profile is judged."""

REVISION_SHOWN = 12
"""How many characters of a directory's revision people are shown."""


@dataclass(frozen=True, slots=True)
class ChecklistOptions:
    """What is wanted on paper.

    Attributes
    ----------
    picks
        The person's own choice of questions for the first page, in order, by profile id; a
        profile left out keeps the suggestion.
    parts
        Which parts to print.
    paper
        Left out, what is usual in the region of the answers.
    """

    picks: Mapping[str, Sequence[str]] = field(default_factory=lambda: MappingProxyType({}))
    parts: tuple[PartId, ...] = (*PartId,)
    paper: Paper | None = None


def suggest(match: Match, profile_id: str) -> Selection:
    """Return the questions for one profile: suggested, others, and before booking.

    Raises
    ------
    StoreError
        When the directory has no such profile.
    KeyError
        When the match has none, because it is not published.
    """
    profile = match.profile(profile_id)
    return select(load_bank(), asked_in(match), match.result_for(profile_id), profile)


def worth_asking(selection: Selection, result: ProfileResult) -> tuple[OfferedQuestion, ...]:
    """Return the one or two questions worth most before judging a profile that says too little.

    Parameters
    ----------
    selection
        The questions for this profile.
    result
        Where it stands.

    Returns
    -------
    tuple of OfferedQuestion
        About what could add most, first; empty unless the profile could fit better than shown.
    """
    if not result.could_fit_better:
        return ()
    offered = (*selection.suggested, *selection.before_booking, *selection.others)
    by_subject = {each.reason.subject: each for each in reversed(offered)}
    unknown = [part.criterion for part in result.unknowns]
    worth = [by_subject[subject] for subject in unknown if subject in by_subject]
    return tuple(worth[:MOST_WORTH_ASKING])


def asked_in(match: Match) -> Asked:
    """Return what the person of a match asked, as the question bank reads it."""
    groups = {criterion.id: criterion.group for criterion in match.model.criteria}
    return Asked(match.answers, load_questionnaire(), MappingProxyType(groups))


def make_document(
    match: Match,
    profile_ids: Sequence[str],
    catalogue: Catalogue,
    options: ChecklistOptions | None = None,
) -> ChecklistDocument:
    """Return the sheets for the people chosen, as content.

    Parameters
    ----------
    match
        Answers against a directory.
    profile_ids
        One to three profiles, in the order printed; further ones are left out.
    catalogue
        The reader's language.
    options
        What is wanted on paper; left out, everything.

    Raises
    ------
    StoreError
        When the directory has no such profile.
    KeyError
        When the match has none, because it is not published.
    """
    options = options or ChecklistOptions()
    sitting = _sitting(match)
    visits = tuple(
        _visit(match, profile_id, options.picks.get(profile_id, ()))
        for profile_id in [*dict.fromkeys(profile_ids)][:MOST_TO_CHOOSE]
    )
    document = build_document(sitting, visits, catalogue, options.parts)
    return _marked_as_sample(document, catalogue) if match.is_sample else document


def _marked_as_sample(document: ChecklistDocument, catalogue: Catalogue) -> ChecklistDocument:
    """Say at the foot of every page that its people are invented."""
    sheets = tuple(
        replace(sheet, footer=catalogue.text("sheet.sample_footer", title=sheet.footer))
        for sheet in document.sheets
    )
    return replace(document, sheets=sheets)


def make_checklist(
    match: Match,
    profile_ids: Sequence[str],
    catalogue: Catalogue,
    options: ChecklistOptions | None = None,
) -> bytes:
    """Return the sheets for the people chosen, as PDF; equal input gives equal bytes.

    Raises
    ------
    StoreError
        When the directory has no such profile.
    KeyError
        When the match has none, because it is not published.
    """
    from matcher.pdf.checklist_pdf import checklist_pdf

    options = options or ChecklistOptions()
    document = make_document(match, profile_ids, catalogue, options)
    paper = options.paper or load_region(match.answers.region).paper
    return checklist_pdf(document, paper=paper)


def write_checklist(
    match: Match,
    profile_ids: Sequence[str],
    path: str | os.PathLike[str],
    options: ChecklistOptions | None = None,
) -> Path:
    """Make the sheets for the people chosen, in the language and for the region of the answers.

    Raises as `make_checklist` and `write_sheets` do.
    """
    catalogue = Catalogue(match.answers.language, match.answers.region)
    return write_sheets(path, make_checklist(match, profile_ids, catalogue, options))


def write_sheets(path: str | os.PathLike[str], data: bytes) -> Path:
    """Write the sheets' file; a folder takes it under a neutral name.

    Raises
    ------
    OutputError
        When it cannot be written, saying why and what to do.
    """
    return write_file(path, data, OutputKind(FILE_NAME, PDF_BEGINS))


def _sitting(match: Match) -> Sitting:
    revision = match.evaluation.snapshot.revision
    return Sitting(
        asked=asked_in(match),
        criteria=match.criteria,
        region=load_crisis_lines(match.answers.region),
        today=match.evaluation.preferences.today,
        seed=match.seed,
        versions=(
            ("program", matcher.__version__),
            ("questionnaire", match.answers.questionnaire),
            ("model", match.model.version),
            ("directory", revision[:REVISION_SHOWN]),
        ),
    )


def _visit(match: Match, profile_id: str, picks: Sequence[str]) -> Visit:
    profile = match.directory.profile(profile_id)
    return Visit(profile, match.result_for(profile_id), suggest(match, profile_id).picked(picks))
