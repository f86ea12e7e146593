"""The questions that can be picked for the first page, each with the id it is picked by."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from matcher.cli.output import table
from matcher.errors import MatcherError, Message
from matcher.i18n import Catalogue

if TYPE_CHECKING:
    from matcher.checklist.selection import OfferedQuestion
    from matcher.services.matching.match import Match
    from matcher.services.sheets.checklist import ChecklistOptions


def question_list(
    match: "Match", profile_ids: Sequence[str], words: Catalogue, *, is_short: bool
) -> Iterator[str]:
    """Yield lines for each person: the questions suggested, then all others under their topics.

    Parameters
    ----------
    match
        Answers against a directory.
    profile_ids
        Whom the questions are for.
    words
        The language of the questions.
    is_short
        Whether only the questions of the short edition are offered.
    """
    from matcher.services.people.wording import topic_text
    from matcher.services.sheets.checklist import suggest

    for profile_id in profile_ids:
        selection = suggest(match, profile_id, is_short=is_short)
        name = match.profile(profile_id).name
        yield words.text("cli.show.title", name=name, id=profile_id)
        yield from _group(words.text("cli.checklist.suggested"), selection.suggested, words)
        for topic in dict.fromkeys(each.topic for each in selection.others):
            under = [each for each in selection.others if each.topic == topic]
            yield from _group(topic_text(topic, words), under, words)
        yield ""


def check_picks(match: "Match", options: "ChecklistOptions") -> None:
    """Refuse picks that none of the people is offered, and more than the first page takes.

    Parameters
    ----------
    match
        Answers against a directory.
    options
        With the picks and the own questions for each person chosen.

    Raises
    ------
    MatcherError
        With a sentence for each.
    """
    from matcher.checklist.selection import MOST
    from matcher.checklist.wording import in_one_line
    from matcher.services.sheets.checklist import suggest

    for id_, picked in options.picks.items():
        written = {in_one_line(words) for words in options.own.get(id_, ())} - {""}
        if len({*picked}) + len(written) > MOST:
            raise MatcherError(Message("cli.checklist.too_many_picks", n=MOST))
    picks = dict.fromkeys(id_ for picked in options.picks.values() for id_ in picked)
    selections = [suggest(match, id_, is_short=options.is_short) for id_ in options.picks if picks]
    known = {each.id for one in selections for each in (*one.suggested, *one.others)}
    unknown = [Message("cli.checklist.unknown_pick", id=id_) for id_ in picks if id_ not in known]
    if unknown:
        raise MatcherError(*unknown)


def _group(heading: str, questions: Iterable["OfferedQuestion"], words: Catalogue) -> Iterator[str]:
    from matcher.services.people.wording import question_text

    yield f"\n{heading}"
    yield table([(f"  {each.id}", question_text(each, words)) for each in questions])
