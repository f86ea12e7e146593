"""A screen reader's view of a running window: it knows roles and names, and nothing else.

Run by the system's own Python, which has the bindings; knows nothing of the program. Reads steps
as JSON from standard input, does one after the other, and prints what went wrong, or what it saw.

A step is ``[verb, role, name]`` or ``["type", role, name, text]``: ``see`` waits until there is
such an object, ``gone`` until there is none, ``press`` presses it, ``type`` writes into it, and
``checked`` waits until it is marked.

With ``"keys": true`` in the plan nothing is pressed or written through the screen reader. An object
is reached with Tab and arrows, pressed with Space and written into letter by letter, as real keys
of the display do it.
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
_MOST_KEYS = 250
_MOST_TRIES = 3
_KEYS = {"BackSpace": 0xFF08, "Tab": 0xFF09, "Down": 0xFF54, "space": 0x20}
"""X's numbers of the keys a person needs."""
_PRESSES = ("Press", "Toggle", "Check", "Uncheck")
_STATES = {"checked": Atspi.StateType.CHECKED, "press": Atspi.StateType.SENSITIVE}
"""What an object has to be before a step can be done."""
_SHOWING = Atspi.StateType.SHOWING
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


def wait_for(
    app: str, role: str, name: str, state: Atspi.StateType | None = None
) -> Atspi.Accessible:
    """Return the object as soon as there is one, in this state."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            found = find(app, role, name)
            if found is not None and (state is None or found.get_state_set().contains(state)):
                return found
        except GLib.Error:
            pass  # the page went away while it was being read
        _pause.wait(0.1)
    wanted = "" if state is None else f"{state.value_nick} "
    raise LookupError(f"no {wanted}{role} named {name!r}")


def wait_until_gone(app: str, role: str, name: str) -> None:
    """Return as soon as there is no such object to be seen or heard."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            if find(app, role, name) is None:
                return
        except GLib.Error:
            pass
        _pause.wait(0.1)
    raise LookupError(f"{role} {name!r} is still there")


def press(target: Atspi.Accessible) -> None:
    """Press or turn it, as a screen reader does."""
    action = target.get_action_iface()
    names = [action.get_action_name(number) for number in range(action.get_n_actions())]
    wanted = next(name for name in _PRESSES if name in names)
    action.do_action(names.index(wanted))


def strike(key: str) -> None:
    """Press a key of the display by its X name and let it go."""
    symbol = _KEYS[key]
    Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)
    _pause.wait(0.05)


def focused(app: str) -> Atspi.Accessible | None:
    """Return what has the focus, when that can be told."""
    root = application(app)
    if root is None:
        return None
    # Of a dialog and the window below it, the one that was opened last has the keys.
    for number in reversed(range(root.get_child_count())):
        every = [one for one in objects(root.get_child_at_index(number)) if _has_focus(one)]
        # A list in Qt's file dialog says that its current row has it, wherever it is.
        every.sort(key=lambda one: one.get_role_name() != "list item")
        if every:
            return every[-1]
    return None


def _has_focus(one: Atspi.Accessible) -> bool:
    states = one.get_state_set()
    return states.contains(Atspi.StateType.FOCUSED) and states.contains(_SHOWING)


def _is(one: Atspi.Accessible, role: str, name: str) -> bool:
    return one.get_role_name() == role and (one.get_name() or "").startswith(name)


def _beside(one: Atspi.Accessible, role: str, name: str) -> bool:
    """Tell whether an object stands in the same group as `one`."""
    group = one.get_parent()
    cards = [group.get_child_at_index(number) for number in range(group.get_child_count())]
    return any(_is(card, role, name) for card in cards if card is not None)


def reach(app: str, role: str, name: str) -> None:
    """Go to an object with Tab, and inside a group of radio buttons with arrows."""
    wait_for(app, role, name, Atspi.StateType.SENSITIVE)
    for _ in range(_MOST_KEYS):
        now = focused(app)
        if now is not None and _is(now, role, name):
            return
        in_group = now is not None and now.get_role_name() == "radio button"
        strike("Down" if in_group and _beside(now, role, name) else "Tab")
    at = focused(app)
    where = "nothing" if at is None else f"{at.get_role_name()} {at.get_name()!r}"
    raise LookupError(f"{role} {name!r} cannot be reached with keys; the focus is at {where}")


def write(app: str, text: str) -> None:
    """Write into the field that has the focus, letter by letter, until it holds just that."""
    for _ in range(_MOST_TRIES):
        Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)
        _pause.wait(0.5)
        field = focused(app)
        held = "" if field is None else Atspi.Text.get_text(field.get_text_iface(), 0, -1)
        if held == text:
            return
        # A busy display loses letters.
        for _ in held:
            strike("BackSpace")
    raise LookupError("a field does not hold what was written into it")


def do_by_keys(app: str, step: list[str]) -> None:
    """Do one step with keys alone."""
    verb, role, name, *rest = step
    if verb == "gone":
        wait_until_gone(app, role, name)
        return
    if verb in ("see", "checked"):
        wait_for(app, role, name, _STATES.get(verb))
        return
    reach(app, role, name)
    if verb == "press":
        # As soon after another press as a finger cannot mean it, the window takes none.
        _pause.wait(0.5)
        strike("space")
    else:
        write(app, rest[0])


def do(app: str, step: list[str]) -> None:
    """Do one step."""
    verb, role, name, *rest = step
    if verb == "gone":
        wait_until_gone(app, role, name)
        return
    target = wait_for(app, role, name, _STATES.get(verb))
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
    perform = do_by_keys if plan.get("keys") else do
    for number, step in enumerate(plan["steps"]):
        try:
            perform(app, step)
        except (LookupError, StopIteration, GLib.Error) as error:
            print(f"step {number} {step}: {error}", *describe(app), sep="\n")
            return 1
    print(*describe(app), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
