"""``Rapport --verify``: whether this bundle, or the one in a folder, is as it was made."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from matcher.bundled import own_folder
from matcher.cli.ending import DONE, FAILED
from matcher.cli.output import complain, say
from matcher.i18n import Catalogue
from matcher.release.verifying import fingerprint, verify

KEY_MODULE = "rapport_key"
"""Made when the bundle is built and frozen with the rest; there is no such file beside it."""


def run_verify(arguments: Sequence[str] = ()) -> int:
    """Verify a bundle and say in sentences what is found.

    Parameters
    ----------
    arguments
        The words on the command line: a folder, or none for this program's own.

    Returns
    -------
    int
        0 all is as it was made; else 1.

    Raises
    ------
    SystemExit
        With 2 for other words.
    """
    catalogue = Catalogue()
    text = catalogue.text
    parser = ArgumentParser("rapport --verify", description=text("verify.help"))
    parser.add_argument("folder", nargs="?", type=Path, help=text("verify.folder"))
    folder: Path | None = parser.parse_args(arguments).folder
    key = _own_key()
    if key is None:
        complain(text("verify.no_key"))
        return FAILED
    if folder is not None and not folder.is_dir():
        complain(text("verify.no_folder", folder=str(folder)))
        return FAILED
    public, is_of_one_build = key
    verdict = verify(folder or own_folder(), public)
    for message in verdict.faults:
        complain(catalogue.render(message))
    if not verdict.faults:
        say(text("verify.passed", version=verdict.version, n=verdict.entries))
    say(text("verify.key", fingerprint=fingerprint(public)))
    if verdict.faults:
        complain(text("verify.failed"))
        return FAILED
    if is_of_one_build:
        say(text("verify.key_of_one_build"))
    return DONE


def _own_key() -> tuple[bytes, bool] | None:
    if not getattr(sys, "frozen", False):
        return None
    try:
        module = import_module(KEY_MODULE)
    except ModuleNotFoundError:
        return None
    return bytes.fromhex(module.PUBLIC_KEY), bool(module.IS_OF_ONE_BUILD)
