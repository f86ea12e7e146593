"""What a change of weights did to the order, in a sentence that can be read and heard."""

from matcher.ranking.movement import movement
from matcher.scoring.result import SHELVES, Group
from matcher.services.matching.match import Match
from ui.language import Language
from ui.widgets.result_words import short_name


def order_change(before: Match, after: Match, language: Language) -> str:
    """Say who leads now and who went where, or that the order stays."""
    text = language.text
    found = movement(before.ranking, after.ranking)
    if found is None:
        return text("results.moved.stays")
    names = after.evaluation.snapshot.names
    said = []
    if found.first is not None:
        said.append(text("results.moved.first", name=short_name(names[found.first])))
    if found.moved is not None:
        name, steps = short_name(names[found.moved]), {"before": found.before, "after": found.after}
        said.append(text("results.moved.place", name=name, **steps))
    words = " ".join(said) or text("results.moved.below")
    if found.group is _first_shelf(after):
        return words
    shelf = text(f"results.shelf.{found.group}.heading")
    return text("results.moved.under", shelf=shelf, said=words)


def _first_shelf(match: Match) -> Group | None:
    return next((group for group in SHELVES if match.counts[group]), None)
