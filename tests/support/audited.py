"""Models for tests of the audit: the one that runs, and ones somebody changed."""

import tomllib
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from support.source import ROOT

from matcher.learning import audit as auditing
from matcher.learning.behaviour import Ladder, ladders
from matcher.scoring.criteria import build_criteria
from matcher.scoring.criterion import Criteria
from matcher.scoring.published import ValueExample

Tables = dict[str, Any]


def hurry(monkeypatch: pytest.MonkeyPatch, *criteria: str) -> None:
    """Let audits look at a few clients, and at what is offered only for these criteria.

    One test audits as people do. It takes seconds: what is changed in others is seen sooner.
    """

    def some(examples: Sequence[ValueExample]) -> list[Ladder]:
        return [one for one in ladders(examples) if one.criterion in criteria]

    monkeypatch.setattr(auditing, "ladders", some)
    monkeypatch.setattr(auditing, "THOROUGH_CLIENTS", 1)
    assert auditing.audit.__kwdefaults__ is not None
    monkeypatch.setitem(auditing.audit.__kwdefaults__, "clients", 8)


def changed_criteria(change: Callable[[Tables, Tables], None]) -> Criteria:
    """Return the model that runs, after a change to the tables of its two files."""
    folder = ROOT / "resources" / "scoring"
    raw, presets = (
        tomllib.loads((folder / name).read_text(encoding="utf-8"))
        for name in ("criteria.toml", "presets.toml")
    )
    change(raw, presets)
    return build_criteria(raw, presets)


def entry(tables: Tables, kind: str, name: str) -> Tables:
    """Return the table of a group or a criterion."""
    return next(table for table in tables[kind] if table["id"] == name)


def heavier_goals(raw: Tables, _presets: Tables) -> None:
    """Give goals a larger share of its group than is published."""
    entry(raw, "criterion", "goals")["share"] = 9


def kinder_training(raw: Tables, _presets: Tables) -> None:
    """Let an issue somebody is training in count more than is published."""
    entry(raw, "criterion", "issues")["values"]["training"] = 400


def more_style(raw: Tables, _presets: Tables) -> None:
    """Move points from one group to another."""
    entry(raw, "group", "style")["points"] += 1
    entry(raw, "group", "format")["points"] -= 1


def other_preset(_raw: Tables, presets: Tables) -> None:
    """Change one number of a preset."""
    presets["practical_first"]["style"] = 16
