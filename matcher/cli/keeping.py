"""Words below ``rapport directory`` that keep it true: what is old, who is twice."""

from datetime import date
from typing import TYPE_CHECKING

import click

from matcher.cli.invocation import Invocation, command, json_option, option
from matcher.cli.named_day import named_day
from matcher.cli.output import print_json, say
from matcher.directory.profile import Source
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.services.upkeep.confirming import AgedFact, AgedProfile
    from matcher.services.upkeep.duplicates import Pair

_SOURCES = [each.value for each in Source]


def keeping_commands(words: Catalogue) -> tuple[click.Command, ...]:
    """Make the commands."""
    return (
        command("stale", _stale, words, json_option(words)),
        command("today", _today, words, json_option(words)),
        command(
            "confirm",
            _confirm,
            words,
            click.Argument(["id_"], metavar="ID"),
            click.Argument(["fields"], nargs=-1, metavar="[FIELD]..."),
            option(
                "--source",
                words.text("cli.confirm.option.source"),
                type=click.Choice(_SOURCES),
                default=Source.CLINIC.value,
            ),
            option("--on", words.text("cli.confirm.option.on"), metavar="DATE", default=""),
        ),
        command("duplicates", _duplicates, words, json_option(words)),
        command(
            "merge",
            _merge,
            words,
            click.Argument(["keep"], metavar="KEEP"),
            click.Argument(["drop"], metavar="DROP"),
        ),
        command(
            "apart",
            _apart,
            words,
            click.Argument(["keep"], metavar="KEEP"),
            click.Argument(["other"], metavar="OTHER"),
        ),
    )


def _stale(invocation: Invocation) -> int:
    today = date.today()
    with invocation.services() as services:
        found = services.confirming.stale(today)
    return _print_aged(invocation, found, today, "cli.stale.count")


def _today(invocation: Invocation) -> int:
    today = date.today()
    with invocation.services() as services:
        found = services.confirming.ten_for_today(today)
    return _print_aged(invocation, found, today, "cli.today.count")


def _print_aged(invocation: Invocation, found: "list[AgedProfile]", today: date, count: str) -> int:
    words = invocation.words
    if invocation.as_json:
        profiles = [_aged_to_json(each) for each in found]
        print_json({"today": today.isoformat(), "profiles": profiles})
        return 0
    for profile in found:
        say(words.text("cli.show.title", name=profile.name, id=profile.id))
        for fact in profile.facts:
            say(_aged_line(fact, words))
        say()
    say(words.text(count, n=len(found)))
    return 0


def _aged_line(fact: "AgedFact", words: Catalogue) -> str:
    from matcher.services.people.fact_words import field_name

    age = words.text(f"cli.age.{fact.age}")
    name = field_name(fact.field, words)
    if fact.confirmed_on is None:
        return words.text("cli.stale.undated", field=name, code=fact.field)
    day = words.date(fact.confirmed_on)
    return words.text("cli.stale.fact", field=name, code=fact.field, age=age, date=day)


def _aged_to_json(profile: "AgedProfile") -> dict[str, object]:
    return {
        "id": profile.id,
        "name": profile.name,
        "facts": [
            {
                "field": fact.field,
                "age": fact.age.value,
                "source": fact.source.value,
                "confirmed_on": fact.confirmed_on.isoformat() if fact.confirmed_on else None,
            }
            for fact in profile.facts
        ],
    }


def _confirm(
    invocation: Invocation, id_: str, fields: tuple[str, ...], *, source: str, on: str
) -> int:
    from matcher.services.people.fact_words import field_name

    words = invocation.words
    day = named_day(on, words) or date.today()
    with invocation.services() as services:
        confirmed = services.confirming.confirm(
            id_, fields, source=Source(source), day=day, who=invocation.who
        )
    names = words.list([field_name(field, words) for field in confirmed.fields])
    say(words.text("cli.confirm.done", id=id_, fields=names, date=words.date(day)))
    return 0


def _duplicates(invocation: Invocation) -> int:
    words = invocation.words
    with invocation.services() as services:
        found = services.duplicates.pairs()
    if invocation.as_json:
        print_json({"pairs": [_pair_to_json(each) for each in found]})
        return 0
    if not found:
        say(words.text("cli.duplicates.none"))
        return 0
    for pair in found:
        reasons = "; ".join(words.text(f"cli.duplicates.{each}") for each in pair.reasons)
        people = zip(pair.names, (pair.first, pair.second), pair.published, strict=True)
        first, second = (_person_line(*each, words) for each in people)
        say(words.text("cli.duplicates.pair", first=first, second=second, reasons=reasons))
    say(words.text("cli.duplicates.count", n=len(found)))
    return 0


def _person_line(name: str, id_: str, published: bool, words: Catalogue) -> str:
    line = words.text("cli.show.title", name=name, id=id_)
    return line if published else words.text("cli.list.not_published", name=line)


def _pair_to_json(pair: "Pair") -> dict[str, object]:
    return {
        "profiles": [pair.first, pair.second],
        "names": [*pair.names],
        "published": [*pair.published],
        "reasons": [*pair.reasons],
    }


def _merge(invocation: Invocation, keep: str, drop: str) -> int:
    from matcher.services.upkeep.given_up import given_up_words
    from matcher.services.upkeep.pair_facts import outcome

    with invocation.services() as services:
        found = {id_: services.directory.profile(id_) for id_ in (keep, drop)}
        act = services.duplicates.merge(keep, drop, invocation.who)
    words = invocation.words
    say(words.text("cli.merge.done", keep=keep, drop=drop, act=act))
    if gone := outcome(found[keep], found[drop]).gone:
        say(words.text("upkeep.twice.future.gone", facts=given_up_words(gone, words)))
    if found[keep].published and not found[drop].published:
        say(words.text("cli.merge.hidden", keep=keep, drop=drop))
    return 0


def _apart(invocation: Invocation, keep: str, other: str) -> int:
    with invocation.services() as services:
        act = services.duplicates.set_apart(keep, other, invocation.who)
    say(invocation.words.text("cli.apart.done", keep=keep, other=other, act=act))
    return 0
