"""A whole profile as text: every fact in words, under who said so and when."""

from collections.abc import Iterable, Iterator

from matcher.checklist.wording import clipped
from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, Profile
from matcher.i18n import Catalogue
from matcher.services.people.fact_words import field_name, field_value
from matcher.services.people.wording import describe_source


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
            "cli.show.fact", field=field_name(field, words), value=field_value(field, fact, words)
        )
        told.setdefault(source, []).append(line)
    for source, lines in told.items():
        yield ""
        yield words.text("cli.show.source", source=source)
        yield from lines
