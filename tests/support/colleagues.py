"""Somebody else who changes the same directory at the same time."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from matcher.directory.profile import Source
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.editing import EditingService

_FIRST_DAY = date(2026, 1, 2)


def busy_colleague(directory: DirectoryService, profile_id: str) -> Callable[[], None]:
    """Return what a colleague does, each time something else on the same profile."""
    days = 0

    def change() -> None:
        nonlocal days
        days += 1
        day = _FIRST_DAY + timedelta(days=days)
        cells = {"area": f"Area {days}"}
        EditingService(directory).change(
            profile_id, cells, source=Source.CLINIC, day=day, who=LoggedIn("colleague")
        )

    return change


def come_between(
    monkeypatch: pytest.MonkeyPatch, service: object, work: str, colleague: Callable[[], None]
) -> None:
    """Let a colleague be quicker just before and just after a method of a service."""
    inner = getattr(service, work)

    def between(*inputs: object, **named: object) -> object:
        colleague()
        outcome = inner(*inputs, **named)
        colleague()
        return outcome

    monkeypatch.setattr(service, work, between)
