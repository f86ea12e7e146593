"""The notes for a first visit on the two sides of one sheet of paper, where they fit."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from matcher.checklist.selection import OWN_TOPIC
from matcher.checklist.visit import Room, Visit

_FRONTS = (Room(5, 2), Room(5, 1), Room(4, 1), Room(3, 1), Room(2, 1), Room(1, 1))
"""How many questions may stand on the front, with how many lines each; the fullest first."""


def on_one_sheet(visit: Visit, count_pages: Callable[[Visit], int]) -> Visit:
    """Return a visit with as many questions as fit on the front and the back of a sheet.

    What was to stand on the first page, and what the person wrote, is never left out: it goes
    before all other questions and before what usually happens.

    Parameters
    ----------
    visit
        With all questions that are offered.
    count_pages
        Tells how many pages its notes take.

    Returns
    -------
    Visit
        Where what is never left out does not fit, nothing else is left: its notes then take more
        than two pages, and no question is cut.
    """

    def fits(room: Room, pages: int = 2) -> bool:
        return count_pages(replace(visit, room=room)) <= pages

    fronts = [replace(front, others=0, tells_usual=False) for front in _FRONTS]
    front = next((room for room in fronts if fits(room, pages=1)), fronts[-1])
    left_over = visit.selection.suggested[front.asks :]
    written = [each for each in visit.selection.others if each.topic == OWN_TOPIC]
    fewest = len(left_over) + len(written)
    most = len(left_over) + len(visit.selection.others)
    for tells_usual in (True, False):
        with_others = partial(_with_others, replace(front, tells_usual=tells_usual))
        if fits(with_others(fewest)):
            return replace(visit, room=_fullest(with_others, range(fewest, most), fits))
    return replace(visit, room=_with_others(front, fewest))


def _with_others(room: Room, others: int) -> Room:
    return replace(room, others=others)


def _fullest(
    with_others: Callable[[int], Room], numbers: range, fits: Callable[[Room], bool]
) -> Room:
    """Return the room with the most other questions that fits; the lowest number does."""
    if fits(with_others(numbers.stop)):
        return with_others(numbers.stop)
    fitting, too_many = numbers.start, numbers.stop
    while too_many - fitting > 1:
        middle = (fitting + too_many) // 2
        if fits(with_others(middle)):
            fitting = middle
        else:
            too_many = middle
    return with_others(fitting)
