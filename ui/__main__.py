"""``rapport``: the windows, the kiosk, the demo, and every other word to the other commands."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial

from matcher.errors import Message
from matcher.screen import has_screen, screen_answers, why_no_window

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
    # A process of the kiosk, where processes begin by starting the program anew.
    multiprocessing.freeze_support()
    run = _alone(words)
    if run is not None:
        return run()
    options, rest = _window_options(words)
    is_known_level = _is_level(options.get("--log-level", "info"))
    if rest[:1] in (["kiosk"], ["demo"]):
        if is_known_level:
            # The demo keeps nothing, wherever that would be.
            return _run_demo(rest[1:]) if rest[0] == "demo" else _run_kiosk(options, rest[1:])
        words = ["--log-level", options["--log-level"]]  # what is wrong, and not the command
    if rest not in ([], ["staff"]) or not is_known_level:
        from matcher.cli import main as command_line

        return command_line(words)
    return _open_window(options, is_staff=bool(rest))


def _alone(words: list[str]) -> Callable[[], int] | None:
    """Return what a word does that stands alone, without any of the options."""
    # The frozen program has no other way to start a process that only reads, or is listened to.
    if words == ["--read-for-import"]:
        from matcher.services.intake.limited_reading import read_for_another

        return read_for_another
    if words == ["--smoke-apart"]:
        from ui.smoke import smoke_apart

        return smoke_apart
    if words == ["--smoke"]:
        from ui.smoke import run_smoke

        return _as_command(run_smoke)
    if words[:1] == ["--verify"]:
        from matcher.cli.verify import run_verify

        return _as_command(partial(run_verify, words[1:]))
    return None


def _as_command(run: Callable[[], int]) -> Callable[[], int]:
    from matcher.cli.ending import end_in_words
    from matcher.cli.invocation import Invocation

    return partial(end_in_words, run, Invocation())


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
    if not (has_screen(os.environ) and screen_answers(os.environ)):
        return _say(why_no_window(os.environ))
    if "--data-dir" in options:
        os.environ["RAPPORT_DATA_DIR"] = options["--data-dir"]
    # Nothing that is loaded goes again: whoever looked for that would keep the first page waiting.
    gc.disable()
    try:
        from ui.app import run_staff_window, run_window
    except ImportError as error:
        return _say_why("screen.start.no_qt", detail=str(error))
    finally:
        gc.enable()
    run = run_staff_window if is_staff else run_window
    return _in_words(partial(run, options.get("--database", "")), options.get("--log-level", ""))


def _run_kiosk(options: dict[str, str], words: list[str]) -> int:
    """Run the kiosk, whose first process knows no Qt."""
    import argparse

    from matcher.i18n import Catalogue
    from matcher.log import LEVELS

    text = Catalogue().text
    parser = argparse.ArgumentParser(
        "rapport kiosk", description=text("screen.kiosk.help"), allow_abbrev=False
    )
    parser.add_argument("--sample", action="store_true", help=text("screen.kiosk.sample"))
    # Those were read before; here they are told of, and one without its value is refused.
    parser.add_argument("--database", metavar="URL", help=text("cli.option.database"))
    parser.add_argument("--data-dir", metavar="DIR", help=text("cli.option.data_dir"))
    parser.add_argument("--log-level", choices=LEVELS, help=text("cli.option.log_level"))
    is_sample: bool = parser.parse_args(words).sample
    from ui.supervisor.environment import start_clean

    start_clean()
    from matcher.bootstrap import Places
    from ui.kiosk_command import run_checked_kiosk

    if "--data-dir" in options:
        os.environ["RAPPORT_DATA_DIR"] = options["--data-dir"]
    level = options.get("--log-level", "")

    def run() -> int:
        places = Places.from_environment(database=options.get("--database", ""))
        return run_checked_kiosk(places, is_sample=is_sample, log_level=level)

    return _in_words(run, level)


def _is_level(word: str) -> bool:
    from matcher.log import LEVELS

    return word in LEVELS


def _in_words(run: Callable[[], int], level: str = "") -> int:
    """Run a window and note what goes wrong; what keeps it from opening is said in a sentence."""
    from matcher.errors import MatcherError
    from matcher.i18n import Catalogue

    try:
        return _noted(run, level)
    except MatcherError as error:
        for message in error.messages:
            sys.stderr.write(Catalogue().render(message) + "\n")
        return 1


def _noted(run: Callable[[], int], level: str) -> int:
    from matcher import log
    from matcher.data_folder import data_folder
    from matcher.errors import MatcherError
    from matcher.trace import kind_of

    file = log.to_file(data_folder(), level)
    try:
        return run()
    except MatcherError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody is shown a traceback
        log.note_fault(error)
        return _say_why("fault.not_started", kind=kind_of(error), file=str(file))
    finally:
        log.stop()


def _run_demo(words: list[str]) -> int:
    """Run what paints into pictures and never opens a window on the screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from ui.demo import run_demo
    except ImportError as error:
        return _say_why("screen.start.no_qt", detail=str(error))
    return run_demo(words)


def _say_why(key: str, **params: object) -> int:
    return _say(Message(key, **params))


def _say(message: Message) -> int:
    from matcher.i18n import Catalogue

    sys.stderr.write(Catalogue().render(message) + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
