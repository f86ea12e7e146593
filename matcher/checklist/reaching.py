"""How somebody is reached: by the ways they state, or else by what can be seen."""

from matcher.checklist.wording import clipped
from matcher.directory.profile import Profile, split_token
from matcher.directory.vocabulary import NO
from matcher.i18n import Catalogue

_FIELDS = ("phone", "email", "website")
_CALLED = frozenset({"phone", "text"})
_USUAL = frozenset({"phone", "text", "email"})
"""What is offered where a profile does not say how to reach somebody."""


def ways_to_reach(profile: Profile, catalogue: Catalogue) -> tuple[str, ...]:
    """Return how a person is reached, one line each: *Text 555-0134*.

    Only what goes with the ways they state is told, for a call nobody takes is a try in vain.
    Where they state none, or none that anything goes with, all of it is; the telephone comes first.
    """
    seen, stated = _seen(profile), _stated(profile)
    fitting = {field: form for field, form in _forms(stated).items() if form and field in seen}
    forms = fitting or {field: field for field in seen}
    return tuple(
        catalogue.text(f"sheet.before.reach.{form}", value=seen[field])
        for field, form in forms.items()
    )


def wanted_ways(profile: Profile) -> frozenset[str]:
    """Return the ways in which a person wants to be reached, or else those that can be seen."""
    stated = _stated(profile)
    if stated:
        return stated
    seen = _seen(profile)
    by_phone = _CALLED if "phone" in seen else frozenset[str]()
    return by_phone.union({"email"}.intersection(seen)) or _USUAL


def _seen(profile: Profile) -> dict[str, str]:
    stated = {field: clipped(profile.text(field)) for field in _FIELDS}
    return {field: words for field, words in stated.items() if words}


def _stated(profile: Profile) -> frozenset[str]:
    tokens = (split_token(token) for token in profile.tokens("contact_by"))
    return frozenset(code for code, details in tokens if details != (NO,))


def _forms(ways: frozenset[str]) -> dict[str, str]:
    """Return in which words each field is told to who wants one of these ways; ``""``: in none."""
    called = [verb for way, verb in (("phone", "call"), ("text", "text")) if way in ways]
    return {
        "phone": "_or_".join(called),
        "email": "email" if "email" in ways else "",
        "website": "form" if "form" in ways else "",
    }
