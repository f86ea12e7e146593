"""How work on the command line ends: with a code, and a sentence where it could not be done."""

import errno
import logging
import sys
from collections.abc import Callable

import click

from matcher.cli.invocation import Invocation
from matcher.cli.named_path import is_here_gone
from matcher.cli.output import complain, drop_output, prepare_streams
from matcher.errors import MatcherError
from matcher.trace import kind_of, trace_of

DONE, FAILED, STOPPED = 0, 1, 130

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

_log = logging.getLogger(__name__)


def end_in_words(run: Callable[[], int], invocation: Invocation) -> int:
    """Do some work, and say on standard error why it could not be done.

    Parameters
    ----------
    run
        The work, which returns the code it ends with.
    invocation
        Knows the language to speak, which may be known only while it is done.

    Returns
    -------
    int
        The code of `run`; else 1 it could not be done, 130 stopped from the keyboard.
    """
    prepare_streams()
    try:
        code = _code_of(run)
        sys.stdout.flush()
    except MatcherError as error:
        for message in error.messages:
            complain(invocation.words.render(message))
    except (click.Abort, KeyboardInterrupt):
        complain(invocation.words.text("cli.stopped"))
        return STOPPED
    except BrokenPipeError:
        drop_output()  # whoever read it has enough
    except OSError as error:
        drop_output()  # it may be what failed, and would fail once more at the end
        if error.errno in _NO_ROOM:
            complain(invocation.words.text("cli.no_room"))
        elif is_here_gone():
            complain(invocation.words.text("cli.here_gone"))
        else:
            _report(error, invocation)
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody is shown a traceback
        _report(error, invocation)
    else:
        return code
    return FAILED


def _code_of(run: Callable[[], int]) -> int:
    try:
        return run()
    except SystemExit as ended:  # how words that are none of ours end
        if isinstance(ended.code, int | None):
            return ended.code or DONE
        complain(str(ended.code))
        return FAILED


def _report(error: Exception, invocation: Invocation) -> None:
    """Say that the program itself is at fault.

    Where it happened is logged, what the error says is not: it may hold an answer.
    """
    _log.debug("%s", trace_of(error))
    complain(invocation.words.text("cli.unexpected", kind=kind_of(error)))
