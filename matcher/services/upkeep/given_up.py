"""What is given up when two profiles are made one, in words."""

from collections.abc import Iterable

from matcher.directory.profile import Fact
from matcher.i18n import Catalogue
from matcher.importers.row_builder import shortened
from matcher.services.people.fact_words import field_name, field_value

_LONGEST = 80
"""Letters of a value that are told."""


def given_up_words(facts: Iterable[tuple[str, Fact]], words: Catalogue) -> str:
    """Say fields and what a source said there: *Phone: 555. Town: Aue* and so on."""
    said = (
        words.text(
            "upkeep.twice.given_up",
            field=field_name(field, words),
            value=shortened(field_value(field, fact, words), _LONGEST),
        )
        for field, fact in facts
    )
    return " ".join(said)
