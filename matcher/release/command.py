"""``Rapport --verify``: whether this bundle, or the one in a folder, is as it was made."""

import sys
from importlib import import_module
from pathlib import Path

from matcher.bundled import own_folder
from matcher.errors import Message
from matcher.i18n import Catalogue
from matcher.release.verifying import fingerprint, verify

KEY_MODULE = "rapport_key"
"""Made when the bundle is built and frozen with the rest; there is no such file beside it."""


def run_verify(folder: str = "") -> int:
    """Verify a bundle and say in sentences what is found.

    Parameters
    ----------
    folder
        Where it is; left out, this program's own.

    Returns
    -------
    int
        0 all is as it was made; else 1.
    """
    text = Catalogue()
    key = _own_key()
    if key is None:
        sys.stderr.write(text.text("verify.no_key") + "\n")
        return 1
    public, is_of_one_build = key
    verdict = verify(Path(folder) if folder else own_folder(), public)
    said = [Message("verify.key", fingerprint=fingerprint(public))]
    if not verdict.faults:
        said.insert(0, Message("verify.passed", version=verdict.version, n=verdict.entries))
        if is_of_one_build:
            said.append(Message("verify.key_of_one_build"))
    for message in verdict.faults:
        sys.stderr.write(text.render(message) + "\n")
    for message in said:
        sys.stdout.write(text.render(message) + "\n")
    if verdict.faults:
        sys.stderr.write(text.text("verify.failed") + "\n")
    return 1 if verdict.faults else 0


def _own_key() -> tuple[bytes, bool] | None:
    if not getattr(sys, "frozen", False):
        return None
    try:
        module = import_module(KEY_MODULE)
    except ModuleNotFoundError:
        return None
    return bytes.fromhex(module.PUBLIC_KEY), bool(module.IS_OF_ONE_BUILD)
