"""What may be in a bundle, file by file and module by module, and what must never be.

`.ci/bundle.py` asks each time, and so do the tests. The lists are `bundle_files.txt`, which was
written for Linux, and `bundle_modules.txt`.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

from matcher.release.manifest import places_in

FORBIDDEN = (
    # of Qt: under the GPL alone
    "Qt6?Charts", "Qt6?DataVis", "Qt6?Graphs", "Qt6?Lottie", "Qt6?Quick3D", "Qt6?Mqtt", "Qt6?Coap",
    "Qt6?NetworkAuth", "Qt6?HttpServer", "Qt6?VirtualKeyboard", "Qt6?WaylandCompositor",
    # of Qt: what shows the screen to others, or talks over a network
    "qvnc", "qrdp", "vkkhrdisplay", "Qt6?Network", "Qt6?WebEngine", "Qt6?WebSockets", "Qt6?WebView",
    "plugins/(tls|networkinformation|sqldrivers|qmltooling)/",
    # under the GPL or the AGPL alone
    "pymupdf", "mupdf", r"\bfitz\b", "libreadline", r"lib-dynload/readline\.", "libgdbm",
    # what writes secrets into plain files
    r"keyrings\.alt", "keyrings/",
    # what can be run, or opens something, where there are texts alone
    r"/(resources|licences)/.*\.(dll|exe|key|pem|pyc?|sh|so)\b", r"/\.git\b",
    # what tests are made with
    r"\b_?pytest\b", r"\bhypothesis\b", r"\btests?/", r"\bQt6?Test", r"\b(matcher|ui)\.tests?\b",
)  # fmt: skip

_HERE = Path(__file__).resolve().parent


def contents_faults(bundle: Path) -> Iterator[str]:
    """Give a sentence on each file and each module that is in a bundle and may not be."""
    files, modules = [*places_in(bundle)], frozen_modules(bundle)
    if sys.platform == "linux":
        yield from (f"{file} is not in .ci/bundle_files.txt" for file in strange_among(files))
    for name in strange_modules_among(modules):
        yield f"the module {name} is not in .ci/bundle_modules.txt"
    yield from (f"{name} must not travel" for name in forbidden_among([*files, *modules]))


def frozen_modules(bundle: Path) -> list[str]:
    """Return the names of the modules inside the program itself."""
    program = CArchiveReader(str(next(bundle.glob("Rapport*"))))
    (archive,) = (name for name in program.toc if name.endswith(".pyz"))
    return sorted(program.open_embedded_archive(archive).toc)


def allowed_patterns(name: str) -> list[str]:
    """Return the patterns of a written list."""
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def strange_among(files: Iterable[str]) -> list[str]:
    """Return those that no pattern allows."""
    allowed = re.compile("|".join(map(_expression, allowed_patterns("bundle_files.txt"))))
    return [file for file in files if not allowed.fullmatch(file)]


def strange_modules_among(modules: Iterable[str]) -> list[str]:
    """Return those that no pattern allows, each by the first part of its name."""
    names = {module.partition(".")[0] for module in modules} - sys.stdlib_module_names
    allowed = allowed_patterns("bundle_modules.txt")
    return sorted(n for n in names if not any(fnmatchcase(n, pattern) for pattern in allowed))


def forbidden_among(names: Iterable[str]) -> list[str]:
    """Return those that must not travel, whatever the written list says."""
    forbidden = re.compile("|".join(FORBIDDEN), re.IGNORECASE)
    return [name for name in names if forbidden.search(name)]


def _expression(pattern: str) -> str:
    whole = re.escape(pattern)
    return whole.replace(r"\*\*", ".*").replace(r"\*", "[^/]*").replace(r"\?", "[^/]")
