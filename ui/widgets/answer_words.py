"""What the list as a whole says: one answer sentence, and what could be done when few fit."""

from collections.abc import Sequence
from itertools import chain, islice

from matcher.questionnaire.definition import Questionnaire
from matcher.ranking.relaxation import RELAXABLE, Relaxation
from matcher.scoring.result import STATUSES, Group, RequirementStatus
from matcher.services.matching import match_words
from matcher.services.matching.list_firmness import ListFirmness
from matcher.services.matching.match import Match
from matcher.services.people.wording import describe_asked, describe_name
from ui.language import Language
from ui.widgets.result_words import short_name

FEW = 3
"""With fewer people than this to call, the page says what could be changed."""

_NEXT = (Group.NEAR_MISS, Group.OTHER)
"""Where the closest stand when nobody fits."""

_MET = STATUSES.index(RequirementStatus.MET)


def answer(match: Match, language: Language) -> str:
    """Say in one or two sentences what came out."""
    return match_words.answer(match, language.catalogue)


def advice(
    match: Match, questionnaire: Questionnaire, language: Language, *, is_kiosk: bool = False
) -> tuple[str, ...]:
    """Say what could be changed, and what nobody can confirm; empty when enough people fit."""
    counts = match.counts
    if not sum(counts.values()):
        missing = "screen.closed.why" if is_kiosk else "results.help.empty"
        return (language.text(missing), language.text("results.help.talk"))
    to_call = counts[Group.MEETS_ALL] + counts[Group.TO_CHECK]
    if to_call >= FEW:
        return ()
    catalogue = language.catalogue
    changes = [
        match_words.relaxed(change, match, catalogue) for change in _smallest(match.relaxations)
    ]
    said = [*changes, *_gaps(match, questionnaire, language)]
    if to_call:
        return tuple(said)
    return (*_closest(match, language), *said, language.text("results.help.elsewhere"))


def firmness(found: ListFirmness, match: Match, language: Language) -> str:
    """Say how firm the first places are."""
    if found.steady:
        (name,) = _names((found.steady,), match)
        return language.text("results.firm.steady", n=found.share, name=name)
    return language.text("results.firm.close", names=_names(found.close, match))


def everyone(match: Match, language: Language) -> str:
    """Say that the counts add up to the directory, and how many were left out on request."""
    counts = match.counts
    in_all, hidden = sum(counts.values()), counts[Group.HIDDEN]
    said = [language.text("results.everyone", n=in_all)] if in_all else []
    if hidden:
        said.append(language.text("results.hidden", n=hidden))
    return " ".join(said)


def _smallest(changes: Sequence[Relaxation]) -> list[Relaxation]:
    """Return the changes of one need each; where there is none, the smallest there is."""
    return [change for change in changes if len(change.drop) == 1] or [*changes[:1]]


def _closest(match: Match, language: Language) -> list[str]:
    """Name whom to call first when nobody is sure to fit: those who miss least."""
    rows = chain.from_iterable(match.order(group, FEW) for group in _NEXT)
    ids = match.evaluation.snapshot.ids
    names = _names([ids[row] for row in islice(rows, FEW)], match)
    return [language.text("results.help.closest", names=names)] if names else []


def _names(profile_ids: Sequence[str], match: Match) -> tuple[str, ...]:
    snapshot = match.evaluation.snapshot
    return tuple(short_name(snapshot.names[snapshot.row_of(id_)]) for id_ in profile_ids)


def _gaps(match: Match, questionnaire: Questionnaire, language: Language) -> list[str]:
    """Say what nobody is known to offer, where the client is not the one to give way."""
    evaluation = match.evaluation
    asked = {must.item: must.target for must in evaluation.preferences.must_haves}
    rows = zip(evaluation.requirements.items, evaluation.requirements.statuses, strict=True)
    names = tuple(
        _said(item, asked[item], questionnaire, language)
        for item, statuses in rows
        if item in asked and item not in RELAXABLE and not (statuses == _MET).any()
    )
    return [language.text("results.gap", names=names)] if names else []


def needs(match: Match, questionnaire: Questionnaire, language: Language) -> tuple[str, ...]:
    """Say each must-have: *Languages: Spanish*."""
    must_haves = match.evaluation.preferences.must_haves
    return tuple(_said(must.item, must.target, questionnaire, language) for must in must_haves)


def wishes(match: Match, questionnaire: Questionnaire, language: Language) -> tuple[str, ...]:
    """Say each wish, heaviest first."""
    targets = {wish.criterion: wish.target for wish in match.evaluation.preferences.wishes}
    return tuple(
        _said(weighted.id, targets[weighted.id], questionnaire, language)
        for weighted in match.criteria
    )


def priorities(match: Match, language: Language) -> tuple[str, ...]:
    """Name the groups that count double."""
    return tuple(language.text(f"screen.group.{group}") for group in match.answers.weights.double)


def _said(item_id: str, value: object, questionnaire: Questionnaire, language: Language) -> str:
    """Say an answer; of a private one only that there is one: others may read the screen."""
    catalogue = language.catalogue
    name = describe_name(item_id, catalogue)
    if item_id not in questionnaire or questionnaire.item(item_id).private:
        return name
    asked = describe_asked(questionnaire.item(item_id), value, catalogue)
    return language.text("results.line.fits", name=name, offered=asked)
