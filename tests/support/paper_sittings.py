"""Ten sittings that come to sheets, each in one form."""

from dataclasses import dataclass, replace

from support.directories import make_answers
from support.sittings import sample_answers

from matcher.checklist.part import PartId
from matcher.document import Edition
from matcher.questionnaire.response import Importance, Response, ResponseSet, State
from matcher.services.sheets.checklist import ChecklistOptions

_LARGE, _AIRY = Edition(is_large=True), Edition(is_airy=True)
_BOTH = Edition(is_large=True, is_airy=True)
_TAKEN_IN = (PartId.TAKE_IN,)


@dataclass(frozen=True)
class PaperSitting:
    """Answers, how many people are chosen, and what is wanted on paper."""

    answers: ResponseSet
    count: int
    options: ChecklistOptions


def _few() -> ResponseSet:
    return make_answers({"participants": Response("me", importance=Importance.MUST)})


def _unsure() -> ResponseSet:
    return make_answers({"style_feelings": Response(state=State.NOT_SURE)}, style_steer=-2)


def _private() -> ResponseSet:
    issues = Response(("worry", "sleep"), starred="worry")
    return make_answers({"issues": issues}, style_pace=2, approaches=("cbt", "act"))


def _in(region: str, answers: ResponseSet) -> ResponseSet:
    return replace(answers, region=region)


SITTINGS = {
    "all": PaperSitting(sample_answers(), 2, ChecklistOptions(paper="A4")),
    "few": PaperSitting(_few(), 1, ChecklistOptions(paper="Letter")),
    "nothing": PaperSitting(make_answers({}), 3, ChecklistOptions(is_short=True)),
    "unsure": PaperSitting(_in("gb", _unsure()), 1, ChecklistOptions(edition=_LARGE)),
    "private": PaperSitting(_private(), 2, ChecklistOptions(is_share_copy=True, edition=_AIRY)),
    "spain": PaperSitting(_in("es", _private()), 1, ChecklistOptions(is_fillable=True)),
    "sheet": PaperSitting(
        sample_answers(),
        2,
        ChecklistOptions(parts=_TAKEN_IN, is_one_sheet=True, edition=_LARGE, paper="Letter"),
    ),
    "both": PaperSitting(_in("de", _few()), 1, ChecklistOptions(edition=_BOTH, is_share_copy=True)),
    "screen": PaperSitting(
        _private(), 3, ChecklistOptions(is_fillable=True, edition=_AIRY, is_short=True)
    ),
    "airy_sheet": PaperSitting(
        _unsure(), 1, ChecklistOptions(parts=_TAKEN_IN, is_one_sheet=True, edition=_BOTH)
    ),
}
