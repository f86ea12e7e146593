from support.builders import make_profile
from support.upkeep import TODAY, days_ago

from matcher.directory.fact_age import FactAge
from matcher.services.upkeep.confirming import AgedFact, AgedProfile
from ui.controllers.asked_person import asked_person


def test_person_when_asked_then_what_is_settled_follows_from_what_stands_now() -> None:
    before = make_profile(accepting="yes", fee_max="90", confirmed_on=days_ago(300))
    facts = tuple(
        AgedFact(field, FactAge.OLD, fact.source, fact.confirmed_on)
        for field, fact in before.facts.items()
    )
    person = asked_person(AgedProfile("p-001", "Ana", facts), before)
    assert person.open_fields == ("accepting", "fee_max")
    assert not person.is_no_longer_stale

    one = make_profile(accepting="no", fee_max="90", confirmed_on=days_ago(300))
    assert person.standing(one).open_fields == ("fee_max",)
    withdrawn = make_profile(accepting="yes", confirmed_on=days_ago(300))
    assert person.standing(withdrawn).open_fields == ("accepting",)
    both = person.standing(make_profile(accepting="yes", fee_max="90", confirmed_on=TODAY))
    assert both.open_fields == ()
    assert both.is_no_longer_stale
    assert both.standing(before).open_fields == ("accepting", "fee_max")


def test_person_when_shown_anew_then_what_a_colleague_changed_is_asked_again() -> None:
    before = make_profile(accepting="yes", fee_max="90", confirmed_on=days_ago(800))
    facts = tuple(
        AgedFact(field, FactAge.OLD, fact.source, fact.confirmed_on)
        for field, fact in before.facts.items()
    )
    person = asked_person(AgedProfile("p-001", "Ana", facts), before)
    changed = make_profile(accepting="no", fee_max="999", confirmed_on=TODAY)

    anew = person.shown_anew(changed, {"accepting": FactAge.FRESH, "fee_max": FactAge.FRESH})

    assert anew.open_fields == ("accepting", "fee_max")
    assert [fact.shown_age for fact in anew.facts] == [FactAge.FRESH, FactAge.FRESH]
    assert anew.is_no_longer_stale
    part = person.shown_anew(changed, {"accepting": FactAge.OLD})
    assert part.open_fields == ("accepting",)
    assert not part.is_no_longer_stale
