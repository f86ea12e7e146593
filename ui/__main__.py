"""``rapport``: the two windows, the demo, and every other word to the commands without a screen."""

import os
import sys
from collections.abc import Callable, Sequence

# Nothing of Qt is imported up here: the commands must run where there is no Qt that works.

_GLOBAL_OPTIONS = ("--database", "--data-dir", "--log-level")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the words on the command line say.

    Parameters
    ----------
    arguments
        The words after the program's name; left out, those this process was started with.

    Returns
    -------
    int
        The exit code.
    """
    words = [*(sys.argv[1:] if arguments is None else arguments)]
    if words == ["--read-for-import"]:
        # The frozen program has no other way to start a process that only reads.
        from matcher.services.intake.limited_reading import read_for_another

        return read_for_another()
    if words[:1] == ["demo"]:
        return _paint_only("run_demo", words[1:])
    if words == ["--smoke"]:
        return _paint_only("run_smoke", [])
    options, rest = _window_options(words)
    if rest not in ([], ["staff"]):
        from matcher.cli import main as command_line

        return command_line(words)
    return _open_window(options, is_staff=bool(rest))


def _window_options(words: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Return the global options, and what else there is: a command with all that belongs to it."""
    options: dict[str, str] = {}
    others: list[str] = []
    rest = iter(words)
    for word in rest:
        name, joined, value = word.partition("=")
        given = value if joined else None
        if name in _GLOBAL_OPTIONS and not joined:
            given = next(rest, None)
        if name not in _GLOBAL_OPTIONS or given is None:
            others.append(word)
        else:
            options[name] = given
    return options, others


def _open_window(options: dict[str, str], *, is_staff: bool) -> int:
    if not _has_screen():
        return _say_why("screen.start.no_display")
    if "--data-dir" in options:
        os.environ["RAPPORT_DATA_DIR"] = options["--data-dir"]
    try:
        from ui.app import run_staff_window, run_window
    except ImportError as error:
        return _say_why("screen.start.no_qt", detail=str(error))
    run = run_staff_window if is_staff else run_window
    return _in_words(run, options.get("--database", ""))


def _in_words(run: Callable[[str], int], database: str) -> int:
    """Run a window; what keeps it from opening is said in a sentence."""
    from matcher.errors import MatcherError
    from matcher.i18n import Catalogue

    try:
        return run(database)
    except MatcherError as error:
        for message in error.messages:
            sys.stderr.write(Catalogue().render(message) + "\n")
        return 1


def _paint_only(what: str, words: Sequence[str]) -> int:
    """Run something that paints into pictures and never opens a window on the screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from ui import demo
    except ImportError as error:
        return _say_why("screen.start.no_qt", detail=str(error))
    run = {"run_demo": demo.run_demo, "run_smoke": demo.run_smoke}[what]
    return run(words)


def _has_screen() -> bool:
    """Tell whether a window can be opened; Qt itself would end the process without a word."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _say_why(key: str, **params: object) -> int:
    from matcher.i18n import Catalogue

    sys.stderr.write(Catalogue().text(key, **params) + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
