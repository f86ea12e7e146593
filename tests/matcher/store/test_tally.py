from datetime import date

from support.builders import make_statement

from matcher.directory.trail import Word
from matcher.store.tally import Counts, Tally

_KEY = ("p-1", "city", "clinic")


def test_tally_when_what_stood_before_comes_back_then_nothing_was_changed() -> None:
    tally = Tally()
    for before, after in [("Aue", "Ems"), ("Ems", "Aue")]:
        tally.meet(is_outdated=False)
        tally.note(("p-1", "clinic"), "city", before, after)

    assert tally.counts() == Counts(unchanged=2)


def test_tally_when_somebody_is_new_then_what_is_stated_on_them_is_no_change() -> None:
    tally = Tally()
    tally.meet_new(make_statement("p-1"))
    tally.meet(is_outdated=True)
    tally.note(("p-1", "therapist"), "city", None, "Aue")
    tally.note_standing(make_statement("p-2"), (True, None), (False, date(2026, 1, 1)))
    tally.meet(is_outdated=False)

    assert tally.is_new("p-1")
    assert tally.counts() == Counts(added=1, changed=1, outdated=1)


def test_tally_when_something_is_left_out_twice_then_it_is_told_once() -> None:
    tally = Tally()
    tally.lend(_KEY, "p-2")
    for _ in range(2):
        tally.leave_unheard(_KEY, tally.lender(_KEY))

    assert not tally.lender(("p-3", "city", "clinic"))
    assert tally.counts().unheard == (("p-2", "p-1", "city"),)


def test_tally_when_what_is_left_out_bears_no_day_then_it_is_told_apart() -> None:
    tally = Tally()
    tally.meet(is_outdated=True, is_dated=False)
    tally.meet(is_outdated=True)
    held = Word("Aue", date(2026, 1, 1))
    for word in (Word("Ems", None), Word("Ems", None), Word("Aue", None), Word(None, None)):
        tally.leave_older(_KEY, word, held)
    tally.leave_older(("p-2", *_KEY[1:]), Word("Ems", date(2025, 1, 1)), held)

    assert tally.counts() == Counts(
        unchanged=2, outdated=2, undated=1, undated_values=(("p-1", "city", "Ems"),)
    )


def test_list_when_left_out_because_it_says_less_then_it_is_named_once() -> None:
    tally = Tally()
    tally.leave_in_part(("p-1", "times", "clinic"))
    tally.leave_in_part(("p-1", "times", "therapist"))

    assert tally.counts().in_part == (("p-1", "times"),)
