"""Listening cues load in print order, and a broken file names its topic."""

import pytest

from matcher.checklist import cues as cues_module
from matcher.checklist.cues import load_cues
from matcher.errors import ResourceError


def test_load_cues_when_shipped_then_each_has_both_kinds_of_signs() -> None:
    cues = load_cues()

    assert len(cues) == 17
    assert all(cue.good and cue.care for cue in cues)


@pytest.mark.parametrize(
    ("entries", "keys"),
    [
        ([{"topic": "trust", "good": ["a"]}], ["care"]),
        ([{"good": ["a"], "care": ["b"]}], ["topic"]),
        ([{"topic": "trust", "good": ["a"], "care": ["b"]}] * 2, ["topic", "topic"]),
    ],
    ids=["no_care", "no_topic", "twice"],
)
def test_load_cues_when_an_entry_is_wrong_then_it_is_named(
    entries: list[dict[str, object]], keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cues_module, "bundled_toml", lambda *_: {"cue": entries})

    with pytest.raises(ResourceError) as raised:
        load_cues.__wrapped__()

    assert [message.params["key"] for message in raised.value.messages] == keys
