"""Words of a schema.org page that no field takes: named, and kept as text for staff."""

from dataclasses import dataclass, field

from matcher.directory.validation import Severity
from matcher.errors import Message
from matcher.importers.foreign_text import clean_text
from matcher.importers.row_builder import RowBuilder, shortened

_SHOWN = 80


@dataclass(slots=True)
class KeptOfPage:
    """What is kept of one person.

    Attributes
    ----------
    builder
        Their row.
    """

    builder: RowBuilder
    _by_field: dict[str, dict[str, None]] = field(default_factory=dict)

    def keep(
        self, target: str, text: str, finding: str, *, severity: Severity = Severity.NOTE
    ) -> None:
        """Keep a text under the field it would have stood in, once, and say so."""
        said = clean_text(text)
        if not said or said in self._by_field.setdefault(target, {}):
            return
        self._by_field[target][said] = None
        self.builder.keep(target, said)
        message = Message(finding, text=shortened(said, _SHOWN))
        tell = self.builder.error if severity is Severity.ERROR else self.builder.note
        tell(message, target)
