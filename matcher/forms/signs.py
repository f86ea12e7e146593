"""The signs that stand for an answer, or for a step, where answers are typed in from paper."""

from types import MappingProxyType

from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import State

BACK = "<"
TAKE_OFF = "."
HELP = "h"
STAR = "*"
POSSIBLE = "?"
"""After the number of a time."""
OWN_WORDS = ":"
"""Before words that stand beside the numbers."""
AREA = "@"
"""Before the name of an area that stands in for a postcode."""

STATE_SIGNS = MappingProxyType(
    {
        f"state.{State.NO_PREFERENCE}": "-",
        f"state.{State.NOT_SURE}": "?",
        f"state.{State.RATHER_NOT_SAY}": "x",
    }
)
"""By the last parts of the key of its name."""

IMPORTANCE_SIGNS = MappingProxyType(
    {
        f"importance.{Importance.A_LITTLE}": "l",
        f"importance.{Importance.MATTERS}": "m",
        f"importance.{Importance.MATTERS_A_LOT}": "M",
        f"importance.{Importance.MUST}": "!",
    }
)
"""By the last parts of the key of its name."""
