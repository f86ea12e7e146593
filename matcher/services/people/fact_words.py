"""One fact of a profile in words: what it is called, and what it states in full."""

from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Fact, Profile, split_token
from matcher.i18n import Catalogue
from matcher.services.people.wording import describe_name, describe_offered


def field_name(field: str, words: Catalogue) -> str:
    """Say what a field of a profile is called."""
    own = f"fact.field.{field}"
    return words.text(own) if words.has(own) else describe_name(field, words)


def field_value(field: str, fact: Fact, words: Catalogue) -> str:
    """Say what a fact states, lists in full."""
    alone = Profile("", {field: fact})
    asked = None
    if FIELDS[field].kind is FieldKind.CODES and isinstance(fact.value, tuple):
        asked = [split_token(str(token))[0] for token in fact.value]
    return describe_offered(field, alone, words, asked or None)
