"""What sheets can be, and all that they are made from."""

from dataclasses import dataclass
from typing import get_args

from matcher.i18n import Catalogue
from matcher.region import Paper
from matcher.services.checklist import ChecklistOptions
from matcher.services.checklist_files import Form, make_edition
from matcher.services.matching import Match

FILLABLE = "fillable"
SHORT = "short"
LOOKS = ("large", "airy", "one_sheet", "share", SHORT, FILLABLE)
"""What a sheet can be besides usual: codes of the choices on the page, in their order."""

FORMS: tuple[Form, ...] = get_args(Form)
"""What sheets can be saved as."""


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
