"""Preferences without anything asked."""

from matcher.preferences.preferences import Preferences


def test_preferences_when_nothing_is_asked_then_nothing_is_wanted_or_hidden() -> None:
    preferences = Preferences()

    assert (preferences.wishes, preferences.must_haves, preferences.hidden) == ((), (), frozenset())
    assert preferences.weights.preset == "balanced"
