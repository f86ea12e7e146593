"""One thing of a profile in words: what it is called, and all that is stated of it."""

from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Profile, split_token
from matcher.i18n import Catalogue
from matcher.services.people.wording import describe_name, describe_offered, fact_of, fields_of


def subject_name(subject: str, words: Catalogue) -> str:
    """Name a thing; ``""`` for one that this version does not know."""
    keys = (f"item.{subject}.name", f"fact.name.{subject}")
    return describe_name(subject, words) if any(map(words.has, keys)) else ""


def stated_in_full(subject: str, profile: Profile, words: Catalogue) -> str:
    """Say what a profile states; of a list everything, *Not stated* where it says nothing."""
    fact = fact_of(subject, profile)
    field = FIELDS.get(fields_of(subject)[0])
    is_list = field is not None and field.kind is FieldKind.CODES
    if fact is None or not is_list or not isinstance(fact.value, tuple):
        return describe_offered(subject, profile, words)
    codes = [split_token(str(token))[0] for token in fact.value]
    return describe_offered(subject, profile, words, codes or None)
