"""Words below ``rapport directory`` that tell what was done, and take it back."""

from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from matcher.cli.invocation import Invocation, WholeNumber, command, json_option
from matcher.cli.output import print_json, say, table
from matcher.directory.trail import APART, NOTHING, Act, Change, Word
from matcher.i18n import Catalogue
from matcher.letters import name_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matcher.directory.trail import Place

_LEFT_SHOWN = 20
_NOBODY: "Mapping[str, str]" = MappingProxyType({})


def history_commands(words: Catalogue) -> tuple[click.Command, ...]:
    """Make the commands."""
    act = click.Argument(["act"], type=WholeNumber(min=1), metavar="ACT")
    return (
        command("history", _history, words, click.Argument(["id_"], metavar="ID"),
                json_option(words)),
        command("acts", _acts, words, json_option(words)),
        command("undo", _undo, words, act),
    )  # fmt: skip


def _history(invocation: Invocation, id_: str) -> int:
    words = invocation.words
    with invocation.services() as services:
        found = services.history.history(id_)
    if invocation.as_json:
        acts = [
            _act_to_json(act) | {"changed": [_change_to_json(change) for change in changes]}
            for act, changes in found
        ]
        print_json({"id": id_, "acts": acts})
        return 0
    for act, changes in found:
        say("  ".join(filter(None, _act_row(act, words, changes))))
        for change in changes:
            say(f"  {_change_line(change, id_, words)}")
        say()
    say(words.text("cli.history.count", n=len(found)))
    return 0


def _acts(invocation: Invocation) -> int:
    words = invocation.words
    with invocation.services() as services:
        found = services.history.acts()
        people = services.history.subjects(found)
    if invocation.as_json:
        acts = [_act_to_json(act) | {"people": people.get(act.id, {})} for act in found]
        print_json({"acts": acts})
        return 0
    if found:
        say(table([_act_row(act, words, names=people.get(act.id, {})) for act in found]))
        say()
    say(words.text("cli.acts.count", n=len(found)))
    return 0


def _undo(invocation: Invocation, act: int) -> int:
    words = invocation.words
    with invocation.services() as services:
        undone = services.history.undo(act, invocation.who)
    say(words.text("cli.undo.done", n=undone.restored, undoing=undone.act_id, act=act))
    if undone.left:
        say(words.text("cli.undo.left", n=len(undone.left)))
    for place in undone.left[:_LEFT_SHOWN]:
        say(f"  {_place_line(place, words)}")
    return 0


def _place_line(place: "Place", words: Catalogue) -> str:
    from matcher.services.people.fact_words import field_name

    if place.field in {"", APART}:
        return place.profile_id
    return words.text("cli.undo.place", id=place.profile_id, field=field_name(place.field, words))


def _act_row(
    act: Act,
    words: Catalogue,
    here: "Sequence[Change]" = (),
    names: "Mapping[str, str]" = _NOBODY,
) -> list[str]:
    """Return what is said of an act, and how much it changed: here, or in the directory."""
    from matcher.services.upkeep.trail_words import act_words, changes_here

    what = act_words(act, sorted({*names.values()}, key=name_order), words)
    if act.undone_by is not None:
        what = words.text("cli.acts.undone", what=what, act=act.undone_by)
    at = act.at.astimezone().strftime("%Y-%m-%d %H:%M")
    changed = changes_here(here, words) if here else words.text("acts.changes", n=act.changes)
    return [str(act.id), at, act.deed.who, changed, what]


def _act_to_json(act: Act) -> dict[str, object]:
    return {
        "act": act.id,
        "at": act.at.isoformat(),
        "who": act.deed.who,
        "what": act.deed.kind.value,
        "detail": act.deed.detail,
        "changes": act.changes,
        "undone_by": act.undone_by,
    }


def _change_line(change: Change, id_: str, words: Catalogue) -> str:
    from matcher.services.upkeep.trail_words import change_words

    is_own = change.place.profile_id == id_
    # Of somebody else it has to be said whose it is.
    subject, before, after = change_words(change, words, None if is_own else {})
    return words.text("cli.history.change", field=subject, before=before, after=after)


def _change_to_json(change: Change) -> dict[str, object]:
    return {
        "profile": change.place.profile_id,
        "field": change.place.field or None,
        "source": change.place.source or None,
        "before": _word_to_json(change.before, change.before_by),
        "after": _word_to_json(change.after, change.after_by),
    }


def _word_to_json(word: Word, withdrawn_by: str) -> dict[str, object] | None:
    if word == NOTHING:
        return None
    said: dict[str, object] = {
        "value": word.value,
        "day": word.day.isoformat() if word.day else None,
    }
    return said | ({"withdrawn_by": withdrawn_by} if withdrawn_by else {})
