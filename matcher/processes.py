"""How other processes of this program come to be."""

from __future__ import annotations

import multiprocessing
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

FORKS = sys.platform == "linux"
"""Whether a process begins as a copy of the one that starts it, and else from nothing."""


def process_context() -> ForkContext | SpawnContext:
    """Return what starts processes, in the one way that this system is known to do well."""
    return multiprocessing.get_context("fork") if FORKS else multiprocessing.get_context("spawn")
