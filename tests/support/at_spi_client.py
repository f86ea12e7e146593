"""A screen reader's view of a running window: it knows roles and names, and nothing else.

Run by the system's own Python, which has the bindings; knows nothing of the program. Reads steps
as JSON from standard input, does one after the other, and prints what went wrong, or what it saw.

A step is ``[verb, role, name]`` or ``["type", role, name, text]``: ``see`` waits until there is
such an object, ``press`` presses it, ``type`` writes into it, ``checked`` waits until it is marked.
"""

import json
import sys
import threading
import time
from collections.abc import Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

_PATIENCE_SECONDS = 40.0
_PRESSES = ("Press", "Toggle", "Check", "Uncheck")
_pause = threading.Event()


def objects(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """Give everything below a node that can be seen."""
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is None:
            continue
        yield child
        if child.get_state_set().contains(Atspi.StateType.VISIBLE):
            yield from objects(child)


def application(name: str) -> Atspi.Accessible | None:
    """Return the application of this name, or nothing."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(number)
        if child is not None and child.get_name() == name:
            return child
    return None


def find(app: str, role: str, name: str) -> Atspi.Accessible | None:
    """Return the visible object with this role and a name that begins like this, or nothing."""
    root = application(app)
    if root is None:
        return None
    for one in objects(root):
        states = one.get_state_set()
        if (
            one.get_role_name() == role
            and (one.get_name() or "").startswith(name)
            and states.contains(Atspi.StateType.SHOWING)
        ):
            return one
    return None


def wait_for(app: str, role: str, name: str, *, checked: bool = False) -> Atspi.Accessible:
    """Return the object as soon as there is one."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            found = find(app, role, name)
            if found is not None and (
                not checked or found.get_state_set().contains(Atspi.StateType.CHECKED)
            ):
                return found
        except GLib.Error:
            pass  # the page went away while it was being read
        _pause.wait(0.1)
    state = "checked " if checked else ""
    raise LookupError(f"no {state}{role} named {name!r}")


def press(target: Atspi.Accessible) -> None:
    """Press or turn it, as a screen reader does."""
    action = target.get_action_iface()
    names = [action.get_action_name(number) for number in range(action.get_n_actions())]
    wanted = next(name for name in _PRESSES if name in names)
    action.do_action(names.index(wanted))


def do(app: str, step: list[str]) -> None:
    """Do one step."""
    verb, role, name, *rest = step
    target = wait_for(app, role, name, checked=verb == "checked")
    if verb == "press":
        press(target)
    elif verb == "type":
        target.get_editable_text_iface().set_text_contents(rest[0])


def describe(app: str) -> list[str]:
    """Say what can be seen, for the report of a step that failed."""
    root = application(app)
    if root is None:
        return ["no application"]
    return [
        f"{one.get_role_name()}: {one.get_name()}"
        for one in objects(root)
        if one.get_state_set().contains(Atspi.StateType.SHOWING) and one.get_name()
    ]


def main() -> int:
    """Do the steps of standard input."""
    plan = json.load(sys.stdin)
    app = plan["application"]
    for number, step in enumerate(plan["steps"]):
        try:
            do(app, step)
        except (LookupError, StopIteration, GLib.Error) as error:
            print(f"step {number} {step}: {error}", *describe(app), sep="\n")
            return 1
    print(*describe(app), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
