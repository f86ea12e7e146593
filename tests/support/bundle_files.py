"""Which files may be in a bundle, and which must never be."""

import re
from collections.abc import Iterable

from support.source import ROOT

FORBIDDEN = (
    # of Qt: under the GPL alone
    "Qt6?Charts", "Qt6?DataVis", "Qt6?Graphs", "Qt6?Lottie", "Qt6?Quick3D", "Qt6?Mqtt", "Qt6?Coap",
    "Qt6?NetworkAuth", "Qt6?HttpServer", "Qt6?VirtualKeyboard", "Qt6?WaylandCompositor",
    # of Qt: what shows the screen to others, or talks over a network
    "qvnc", "qrdp", "vkkhrdisplay", "Qt6?Network", "Qt6?WebEngine", "Qt6?WebSockets", "Qt6?WebView",
    "plugins/(tls|networkinformation|sqldrivers|qmltooling)/",
    # under the AGPL
    "pymupdf", "mupdf", r"\bfitz\b",
    # what writes secrets into plain files
    r"keyrings\.alt", "keyrings/",
    # what tests are made with
    r"\b_?pytest\b", r"\bhypothesis\b", r"\btests?/", r"\bQt6?Test", r"\b(matcher|ui)\.tests?\b",
)  # fmt: skip

_LIST = ROOT / "tests" / "data" / "bundle_files.txt"


def allowed_patterns() -> list[str]:
    """Return the written patterns."""
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def strange_among(files: Iterable[str]) -> list[str]:
    """Return those that no pattern allows."""
    allowed = re.compile("|".join(map(_expression, allowed_patterns())))
    return [file for file in files if not allowed.fullmatch(file)]


def forbidden_among(names: Iterable[str]) -> list[str]:
    """Return those that must not travel, whatever the written list says."""
    forbidden = re.compile("|".join(FORBIDDEN), re.IGNORECASE)
    return [name for name in names if forbidden.search(name)]


def _expression(pattern: str) -> str:
    whole = re.escape(pattern)
    return whole.replace(r"\*\*", ".*").replace(r"\*", "[^/]*").replace(r"\?", "[^/]")
