"""The commands that need no screen: thin, they parse, call a service, and print."""

from matcher.cli.program import main

__all__ = ["main"]
