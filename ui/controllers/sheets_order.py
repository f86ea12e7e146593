"""What sheets can be, and all that they are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from matcher.checklist.part import PartId
from matcher.document import Edition
from matcher.i18n import Catalogue
from matcher.region import Paper
from matcher.services.matching.match import Match
from matcher.services.sheets.checklist import ChecklistOptions
from matcher.services.sheets.checklist_files import make_edition
from matcher.services.sheets.sheet_form import Form
from ui.controllers.own_questions import OwnQuestions

FILLABLE = "fillable"
SHORT = "short"
LOOKS = ("large", "airy", "one_sheet", "share", SHORT, FILLABLE)
"""What a sheet can be besides usual: codes of the choices on the page, in their order."""


@dataclass(frozen=True, slots=True, eq=False)
class SheetsOrder:
    """All that sheets are made from: frozen, so that they can be made anywhere."""

    match: Match
    people: tuple[str, ...]
    catalogue: Catalogue
    options: ChecklistOptions

    def make(self, form: Form = "pdf") -> bytes:
        """Return the sheets as a file."""
        return make_edition(self.match, self.people, self.catalogue, self.options, form)

    @property
    def paper(self) -> Paper:
        """What they are printed on."""
        assert self.options.paper is not None  # the page always says which
        return self.options.paper

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SheetsOrder):
            return NotImplemented
        # Two matches are never compared line by line: another one is another.
        return self.match is other.match and self._wanted == other._wanted

    def __hash__(self) -> int:
        return hash((id(self.match), self.people))

    @property
    def _wanted(self) -> tuple[object, ...]:
        return self.people, self.catalogue.language, self.catalogue.region, self.options


def make_options(
    questions: Mapping[str, OwnQuestions],
    parts: tuple[PartId, ...],
    paper: Paper,
    looks: Sequence[str],
) -> ChecklistOptions:
    """Return the options that say what was chosen.

    Parameters
    ----------
    questions
        What was picked, by profile id. Where nobody picked, whoever makes the sheets suggests:
        from what they may know.
    looks
        Some of `LOOKS`.
    """
    return ChecklistOptions(
        picks=MappingProxyType({id_: each.picks for id_, each in questions.items()}),
        own=MappingProxyType({id_: each.own for id_, each in questions.items()}),
        parts=parts,
        paper=paper,
        edition=Edition(is_large="large" in looks, is_airy="airy" in looks),
        is_share_copy="share" in looks,
        is_one_sheet="one_sheet" in looks,
        is_short=SHORT in looks,
        is_fillable=FILLABLE in looks,
    )
