"""A whole profile as text: every fact in words, under who said so and when."""

from collections.abc import Iterable, Iterator

from matcher.checklist.wording import clipped
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Fact, Profile, split_token
from matcher.i18n import Catalogue
from matcher.services.wording import describe_name, describe_offered, describe_source


def profile_text(profile: Profile, words: Catalogue) -> str:
    """Return a profile for people to read.

    Parameters
    ----------
    profile
        Published or not.
    words
        The language.

    Returns
    -------
    str
        The name and id, then the facts of each source and day in the order of the columns, then
        the facts that a newer or closer source outweighs.
    """
    lines = [words.text("cli.show.title", name=clipped(profile.name), id=profile.id)]
    if not profile.published:
        lines.append(words.text("cli.show.not_published"))
    holding = [(field, profile.facts[field]) for field in FIELDS if field in profile.facts]
    lines += _by_source(holding, words)
    if profile.superseded:
        lines += ["", words.text("cli.show.superseded"), *_by_source(profile.superseded, words)]
    return "\n".join(lines)


def _by_source(facts: Iterable[tuple[str, Fact]], words: Catalogue) -> Iterator[str]:
    told: dict[str, list[str]] = {}
    for field, fact in facts:
        source = describe_source(fact.source.value, fact.confirmed_on, words)
        line = words.text(
            "cli.show.fact", field=field_name(field, words), value=fact_value(field, fact, words)
        )
        told.setdefault(source, []).append(line)
    for source, lines in told.items():
        yield ""
        yield words.text("cli.show.source", source=source)
        yield from lines


def field_name(field: str, words: Catalogue) -> str:
    """Say what a field is called."""
    own = f"cli.field.{field}"
    return words.text(own) if words.has(own) else describe_name(field, words)


def fact_value(field: str, fact: Fact, words: Catalogue) -> str:
    """Say what a fact states, lists in full."""
    alone = Profile("", {field: fact})
    asked = None
    if FIELDS[field].kind is FieldKind.CODES and isinstance(fact.value, tuple):
        asked = [split_token(str(token))[0] for token in fact.value]
    return describe_offered(field, alone, words, asked or None)
