"""A receipt of a result: all that went into it, so that anybody can make the same one again.

It holds the answers, because nothing less repeats a result: it is written only when asked for.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import matcher
from matcher.errors import AnswersError, Message, ReceiptError
from matcher.questionnaire.answers_file import parse_answers, write_answers
from matcher.questionnaire.answers_json import LARGEST_FILE, decode, encode, shown
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import ResponseSet
from matcher.scoring.fingerprint import model_hash
from matcher.services.directory.directory import Directory
from matcher.services.files.output_file import OutputKind
from matcher.services.matching.match import Match, match
from matcher.services.matching.result_document import result_json

FORMAT = "rapport-receipt/1"
RECEIPT = OutputKind("receipt.json", b'{\n  "format": "rapport-receipt/')

_SHOWN = 12
_HEX = frozenset("0123456789abcdef")
_HASH_LENGTH = 64
_LIMIT = 100_000
"""More days than any fact is old."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """All that a result was made from.

    Attributes
    ----------
    answers
        With the day they were matched on.
    seed, top
        As they were; ``top`` is ``None`` when everybody was listed.
    limit_days
        Age up to which a dated fact counted.
    revision
        Of the directory.
    model_hash
        Of the model.
    result
        SHA-256 of the result as JSON.
    parts
        All that the receipt says, by key.
    """

    answers: ResponseSet
    seed: int
    top: int | None
    limit_days: int
    revision: str
    model_hash: str
    result: str
    parts: Mapping[str, Any]


def make_receipt(found: Match, top: int | None = None) -> bytes:
    """Return the receipt of a match; the same match gives the same bytes.

    Parameters
    ----------
    found
        Answers against a directory.
    top
        How many results were kept; ``None`` for all.
    """
    answers = found.answers.on(found.evaluation.preferences.today)
    document: dict[str, Any] = {
        "format": FORMAT,
        "program": matcher.__version__,
        "questionnaire": found.answers.questionnaire,
        "model": found.model.version,
        "model_hash": model_hash(),
        "directory": {
            "profiles": found.evaluation.snapshot.size,
            "revision": found.evaluation.snapshot.revision,
        },
        "seed": found.seed,
        "top": top,
        "limit_days": found.limit_days,
        "weights": {criterion.id: criterion.weight for criterion in found.criteria},
        "answers": json.loads(write_answers(answers)),
        "result": _digest(found, top),
    }
    return encode(document)


def read_receipt(path: Path) -> Receipt:
    """Read a receipt.

    Raises
    ------
    ReceiptError
        When it cannot be read or is not one.
    AnswersError
        When the answers in it are not valid, with a message for everything that is wrong.
    """
    file = shown(path.name)
    try:
        with path.open("rb") as opened:
            document, faults = decode(opened.read(LARGEST_FILE + 1))
    except (OSError, ValueError):
        raise ReceiptError(Message("error.receipt.unreadable", file=file)) from None
    except AnswersError as error:
        raise ReceiptError(Message("error.receipt.not_one", file=file), *error.messages) from None
    if faults or not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ReceiptError(Message("error.receipt.not_one", file=file))
    wrong = [key for key, is_fine in _expected(document).items() if not is_fine]
    if wrong:
        raise ReceiptError(*(Message("error.receipt.part", file=file, part=key) for key in wrong))
    return Receipt(
        answers=parse_answers(document["answers"], load_questionnaire()),
        seed=document["seed"],
        top=document["top"],
        limit_days=document["limit_days"],
        revision=document["directory"]["revision"],
        model_hash=document["model_hash"],
        result=document["result"],
        parts=MappingProxyType(document),
    )


def match_again(directory: Directory, receipt: Receipt) -> Match:
    """Make the match of a receipt again.

    Raises
    ------
    ReceiptError
        When the directory or the model is not what it was, or the result comes out otherwise.
    """
    if receipt.model_hash != model_hash():
        raise ReceiptError(
            Message(
                "error.receipt.other_model",
                then=_short(receipt.model_hash),
                now=_short(model_hash()),
            )
        )
    revision = directory.snapshot.revision
    if receipt.revision != revision:
        raise ReceiptError(
            Message(
                "error.receipt.other_directory", then=_short(receipt.revision), now=_short(revision)
            )
        )
    found = match(directory, receipt.answers, seed=receipt.seed, limit_days=receipt.limit_days)
    if _digest(found, receipt.top) != receipt.result:
        raise ReceiptError(Message("error.receipt.other_result"))
    changed = _changed_parts(receipt, json.loads(make_receipt(found, receipt.top)))
    if changed:
        raise ReceiptError(*(Message("error.receipt.changed", part=part) for part in changed))
    return found


def _changed_parts(receipt: Receipt, again: Mapping[str, Any]) -> list[str]:
    """Return what the receipt says otherwise than a new one; the program may be a newer one."""
    keys = sorted({*receipt.parts, *again} - {"program", "answers"})
    return [shown(key) for key in keys if receipt.parts.get(key) != again.get(key)]


def _digest(found: Match, top: int | None) -> str:
    return hashlib.sha256(result_json(found, top).encode()).hexdigest()


def _expected(document: dict[str, Any]) -> dict[str, bool]:
    """Tell of each part whether it can be what it has to be."""
    directory = document.get("directory")
    answers = document.get("answers")
    return {
        "answers": isinstance(answers, dict) and "today" in answers,
        "directory": isinstance(directory, dict) and _is_hash(directory.get("revision")),
        "model_hash": _is_hash(document.get("model_hash")),
        "seed": _is_whole(document.get("seed")),
        "top": document.get("top", 0) is None
        or (_is_whole(document.get("top")) and document["top"] > 0),
        "limit_days": _is_whole(document.get("limit_days"))
        and 0 < document["limit_days"] <= _LIMIT,
        "result": _is_hash(document.get("result")),
    }


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and len(value) == _HASH_LENGTH and _HEX.issuperset(value)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _short(digest: str) -> str:
    return digest[:_SHOWN]
