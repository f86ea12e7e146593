"""The checklist: questions suggested for a person, and the sheets as a document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import matcher
from matcher.checklist.asked import Asked
from matcher.checklist.bank import load_bank
from matcher.checklist.composing import build_document
from matcher.checklist.crisis import load_crisis_lines
from matcher.checklist.part import MOST_TO_CHOOSE, PartId
from matcher.checklist.selection import OfferedQuestion, Selection, select
from matcher.checklist.share_copy import shared_picks
from matcher.checklist.visit import Sitting, Visit, told_apart
from matcher.document import Document, Edition
from matcher.document_words import marked_as_sample
from matcher.i18n import Catalogue
from matcher.questionnaire.loader import load_questionnaire
from matcher.ranking.explanation import ProfileResult
from matcher.region import Paper, load_region
from matcher.services.matching.match import Match
from matcher.services.matching.shared_match import shared_match
from matcher.services.sheets.one_sheet import on_one_sheet

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
    own
        Questions in the person's own words, by profile id; a copy to share leaves them out.
    parts
        Which parts to print.
    paper
        Left out, what is usual in the region of the answers.
    edition
        For whose eyes the PDF is set.
    is_share_copy
        Whether everything private is left out, so that the sheets may be shown to others. The
        picks then change the suggestion made without it, as far as they tell nothing of it.
    is_one_sheet
        Whether what is taken in goes on the two sides of one sheet of paper where it fits: of all
        questions only those picked or suggested for the first page, and own ones, always stand.
    is_short
        Whether only the questions of the short edition are offered.
    is_fillable
        Whether the PDF can be filled in on a screen.
    """

    picks: Mapping[str, Sequence[str]] = field(default_factory=lambda: MappingProxyType({}))
    own: Mapping[str, Sequence[str]] = field(default_factory=lambda: MappingProxyType({}))
    parts: tuple[PartId, ...] = (*PartId,)
    paper: Paper | None = None
    edition: Edition = field(default_factory=Edition)
    is_share_copy: bool = False
    is_one_sheet: bool = False
    is_short: bool = False
    is_fillable: bool = False


def suggest(match: Match, profile_id: str, *, is_short: bool = False) -> Selection:
    """Return the questions for one profile: suggested, others, and before booking.

    Parameters
    ----------
    match
        Answers against a directory.
    profile_id
        Whom the questions are for.
    is_short
        Whether only the questions of the short edition are offered.

    Raises
    ------
    StoreError
        When the directory has no such profile.
    KeyError
        When the match has none, because it is not published.
    """
    profile = match.profile(profile_id)
    result = match.result_for(profile_id)
    return select(load_bank(), asked_in(match), result, profile, is_short=is_short)


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
) -> Document:
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
        What is wanted on paper; left out, everything. One sheet of paper is fitted by setting the
        pages of a PDF: for what has no pages, leave it out.

    Raises
    ------
    StoreError
        When the directory has no such profile.
    KeyError
        When the match has none, because it is not published.
    """
    options = options or ChecklistOptions()
    whole = match
    if options.is_share_copy:
        match = shared_match(match, asked_in(match))
    sitting = _sitting(match, options)
    chosen = [*dict.fromkeys(profile_ids)][:MOST_TO_CHOOSE]
    visits = told_apart([_visit(match, whole, profile_id, options) for profile_id in chosen])

    def compose(visits: tuple[Visit, ...], parts: tuple[PartId, ...]) -> Document:
        document = build_document(sitting, visits, catalogue, parts)
        return marked_as_sample(document, catalogue) if match.is_sample else document

    if options.is_one_sheet and PartId.TAKE_IN in options.parts:
        paper = paper_of(match, options)
        visits = tuple(
            on_one_sheet(
                visit,
                lambda each: _count_pages(compose((each,), (PartId.TAKE_IN,)), paper, options),
            )
            for visit in visits
        )
    return compose(visits, options.parts)


def _count_pages(document: Document, paper: Paper, options: ChecklistOptions) -> int:
    from matcher.pdf.document_pdf import count_pages

    return count_pages(document, paper, options.edition)


def paper_of(match: Match, options: ChecklistOptions) -> Paper:
    """Return the paper that is wanted, or else what is usual where the person lives."""
    return options.paper or load_region(match.answers.region).paper


def _sitting(match: Match, options: ChecklistOptions) -> Sitting:
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
        is_share_copy=options.is_share_copy,
    )


def _visit(match: Match, whole: Match, profile_id: str, options: ChecklistOptions) -> Visit:
    """Return what is printed of a match; picks come from the whole one."""
    profile = match.directory.profile(profile_id)
    picks, own = options.picks.get(profile_id, ()), options.own.get(profile_id, ())
    selection = suggest(match, profile_id, is_short=options.is_short)
    if options.is_share_copy:
        picked_from = suggest(whole, profile_id, is_short=options.is_short)
        selection = selection.picked(shared_picks(picks, picked_from, selection))
    else:
        selection = selection.picked(picks, own)
    return Visit(profile, match.result_for(profile_id), selection)
