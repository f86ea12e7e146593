"""``rapport``: the window, the demo, and every other word to the commands without a screen."""

import os
import sys
from collections.abc import Sequence

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
        from matcher.services.limited_reading import read_for_another

        return read_for_another()
    if words[:1] == ["demo"]:
        return _paint_only("run_demo", words[1:])
    if words == ["--smoke"]:
        return _paint_only("run_smoke", [])
    options = _window_options(words)
    if options is None:
        from matcher.cli import main as command_line

        return command_line(words)
    return _open_window(options)


def _window_options(words: Sequence[str]) -> dict[str, str] | None:
    """Return the global options when there is nothing else; ``None`` when there is a command."""
    options: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        name, joined, value = word.partition("=")
        if name not in _GLOBAL_OPTIONS:
            return None
        given = value if joined else next(rest, None)
        if given is None:
            return None
        options[name] = given
    return options


def _open_window(options: dict[str, str]) -> int:
    if not _has_screen():
        return _say_why("screen.start.no_display")
    if "--data-dir" in options:
        os.environ["RAPPORT_DATA_DIR"] = options["--data-dir"]
    try:
        from ui.app import run_window
    except ImportError as error:
        return _say_why("screen.start.no_qt", detail=str(error))
    return run_window(options.get("--database", ""))


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
