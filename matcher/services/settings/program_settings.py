"""What holds: every option with a value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from matcher.region import HOME
from matcher.services.settings.options import OPTIONS, Value


@dataclass(frozen=True, slots=True)
class ProgramSettings:
    """Every option by its key.

    Attributes
    ----------
    count_for_days, fresh_for_days
        Age in days up to which a dated fact counts, and up to which it is fresh.
    sign_out_after_minutes
        How long nobody may give a sign before staff is signed out.
    languages
        Codes of the languages that a kiosk shows first; it begins in the first of them.
    region
        Where a kiosk stands; ``""`` when nobody has said.
    text_size
        Of a kiosk, in per cent.
    warn_after_seconds, clear_after_seconds
        How long nobody may give a sign before a kiosk asks whether they are there, and from then
        on before it forgets the sitting.
    staff_after_seconds
        How long a kiosk waits for the PIN without a sign before it is for clients again.
    printer
        The one that a kiosk prints on, as the system calls it; ``""`` for the usual one.
    kiosk_name
        What staff call this kiosk; ``""`` for the name of the computer.
    states
        Codes of the states whose people a kiosk's copy of the directory has; none for everybody.
    """

    count_for_days: int
    fresh_for_days: int
    sign_out_after_minutes: int
    languages: tuple[str, ...]
    region: str
    text_size: int
    warn_after_seconds: int
    clear_after_seconds: int
    staff_after_seconds: int
    printer: str
    kiosk_name: str
    states: tuple[str, ...]

    @classmethod
    def of(cls, said: Mapping[str, Value]) -> Self:
        """Return what holds when this is said: what is not is as usual."""
        values: dict[str, Any] = {key: said.get(key, each.usual) for key, each in OPTIONS.items()}
        return cls(**values)

    @property
    def fresh_days(self) -> int:
        """Age up to which a fact is fresh: never beyond the one up to which it counts."""
        return min(self.fresh_for_days, self.count_for_days)

    @property
    def home(self) -> str:
        """The region that holds."""
        return self.region or HOME
