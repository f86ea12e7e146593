"""Which kinds of health workers are in a directory of therapists, and what we call them."""

import re
from functools import cache

from matcher.bundled import bundled_toml
from matcher.errors import Message, ResourceError
from matcher.letters import without_accents

_FILE = "kinds_of_therapists.toml"
_CODE = re.compile("[0-9A-Z]{9}X")


def is_taxonomy_code(text: str) -> bool:
    """Tell whether a text has the form of a NUCC provider taxonomy code."""
    return _CODE.fullmatch(text) is not None


def is_kept(code: str) -> bool:
    """Tell whether people with this NUCC taxonomy code belong in the directory."""
    return code.startswith(_beginnings())


@cache
def title_of(code: str) -> str:
    """Return our short name for a NUCC taxonomy code; ``""`` for one that is not kept."""
    titles = _titles("nucc")
    fitting = [beginning for beginning in titles if code.startswith(beginning)]
    return titles[max(fitting, key=len)] if fitting else ""


def title_of_role(code: str) -> str:
    """Return our short name for a Plan-Net provider role; ``""`` for one that is not kept."""
    return _titles("plan_net_role").get(code, "")


def is_own_word_for_therapy(text: str) -> bool:
    """Tell whether a text in somebody's own words names work of a kind that is in the directory."""
    own, others = _own_words()
    return own.search(others.sub(" ", without_accents(text))) is not None


@cache
def _own_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what tells of therapy, and other work that is called nearly so."""
    words = bundled_toml("importers", _FILE)["own_words"]
    beginnings, letters, others = (
        "|".join(map(re.escape, words[kind])) for kind in ("beginnings", "letters", "others")
    )
    own = re.compile(rf"\b(?:{beginnings})|\b(?:{letters})\b")
    return own, re.compile(rf"\b(?:{others})\w*")


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(_titles("nucc"))


@cache
def _titles(table: str) -> dict[str, str]:
    titles = bundled_toml("importers", _FILE).get(table)
    if not isinstance(titles, dict) or not titles:
        raise ResourceError(Message("error.resource.empty", file=_FILE))
    return {str(code): str(title) for code, title in titles.items()}
