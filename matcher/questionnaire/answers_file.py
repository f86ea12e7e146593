"""The answers file, ``rapport-answers/1``, and the answers of a sitting: each becomes the other."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from matcher.errors import AnswersError, Message
from matcher.questionnaire.answer_check import AnswerCheck
from matcher.questionnaire.answer_values import read_value
from matcher.questionnaire.answers_json import LARGEST_FILE, decode, encode, shown
from matcher.questionnaire.definition import Questionnaire
from matcher.questionnaire.item import Importance, Item
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import (
    Money,
    Place,
    Response,
    ResponseSet,
    State,
    Times,
    WeightWishes,
)

FORMAT = "rapport-answers/1"
KEYS = ("format", "questionnaire", "language", "region", "today", "responses", "weights")
MOST_DOUBLED = 2


def read_answers(path: Path | str) -> ResponseSet:
    """Read an answers file.

    Raises
    ------
    AnswersError
        When it cannot be read, or with a message for everything that is wrong in it.
    """
    path = Path(path)
    file = shown(path.name)
    try:
        with path.open("rb") as opened:
            data = opened.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise AnswersError(Message("error.answers.no_file", file=file)) from None
    except IsADirectoryError:
        raise AnswersError(Message("error.answers.folder", file=file)) from None
    except (OSError, ValueError):
        fault = "folder" if path.is_dir() else "unreadable"
        raise AnswersError(Message(f"error.answers.{fault}", file=file)) from None
    return parse_answers(data, load_questionnaire())


def parse_answers(data: bytes | dict[str, Any], questionnaire: Questionnaire) -> ResponseSet:
    """Check answers and return them.

    Parameters
    ----------
    data
        The bytes of an answers file, or what its JSON stands for.
    questionnaire
        The items that may be answered.

    Raises
    ------
    AnswersError
        With a message for everything that is wrong, naming the item and what was expected.
    """
    document, faults = decode(data) if isinstance(data, bytes) else (data, [])
    check = AnswerCheck()
    check.faults += faults
    answers = _answers(document, questionnaire, check)
    if check.faults or answers is None:
        raise AnswersError(*check.faults)
    return answers


def write_answers(answers: ResponseSet) -> bytes:
    """Return the bytes of an answers file: the same answers give the same bytes.

    Items stand in questionnaire order; what was left out stays out.
    """
    order = {item.id: place for place, item in enumerate(load_questionnaire())}
    items = sorted(answers.responses, key=lambda id_: (order.get(id_, len(order)), id_))
    document: dict[str, Any] = {
        "format": FORMAT,
        "questionnaire": answers.questionnaire,
        "language": answers.language,
        "region": answers.region,
    }
    if answers.today is not None:
        document["today"] = answers.today.isoformat()
    document["responses"] = {id_: _response_out(answers.responses[id_]) for id_ in items}
    if answers.weights != WeightWishes():
        document["weights"] = _weights_out(answers.weights)
    return encode(document)


def _answers(
    document: object, questionnaire: Questionnaire, check: AnswerCheck
) -> ResponseSet | None:
    table = check.table("file", document, KEYS)
    if table is None:
        return None
    _check_version(table, "format", FORMAT, check)
    _check_version(table, "questionnaire", questionnaire.id, check)
    language = check.form("language", table.get("language", "en"), "language")
    region = check.code("region", table.get("region", "us"), questionnaire.regions)
    today = check.day("today", table["today"]) if "today" in table else None
    responses = _responses(table.get("responses", {}), questionnaire, check)
    weights = _weights(table.get("weights", {}), questionnaire, check)
    if check.faults or language is None or region is None:
        return None
    return ResponseSet(questionnaire.id, language, region, today, responses, weights)


def _check_version(table: Mapping[str, Any], key: str, expected: str, check: AnswerCheck) -> None:
    if key not in table:
        check.say("needs_version", key, value=expected)
    elif table[key] != expected:
        check.say("version", key, value=shown(table[key]), expected=expected)


def _responses(
    raw: object, questionnaire: Questionnaire, check: AnswerCheck
) -> Mapping[str, Response]:
    table = check.table("responses", raw, tuple(item.id for item in questionnaire)) or {}
    read = {id_: _response(questionnaire.item(id_), table[id_], check) for id_ in table}
    return MappingProxyType({id_: response for id_, response in read.items() if response})


def _response(item: Item, raw: object, check: AnswerCheck) -> Response | None:
    keys = ["value", "state", "importance"]
    keys += ["starred"] if item.starred else []
    keys += ["own_words"] if item.own_words else []
    table = check.table(item.id, raw, keys)
    if table is None:
        return None
    if ("value" in table) == ("state" in table):
        check.say("value_or_state", item.id, states=", ".join(State))
        return None
    importance = _importance(item, table, check)
    if "state" in table:
        for key in {"starred", "own_words"} & table.keys():
            check.say("needs_value", item.id, key=key)
        state = check.code(f"{item.id}.state", table["state"], tuple(State))
        return None if state is None else Response(state=State(state), importance=importance)
    return _with_value(item, table, importance, check)


def _with_value(
    item: Item, table: dict[str, Any], importance: Importance | None, check: AnswerCheck
) -> Response:
    if item.own_words and isinstance(table["value"], str):
        table = {"own_words": table["value"], **table, "value": []}
    value = read_value(item, table["value"], check)
    own_words = None
    if "own_words" in table:
        own_words = check.words(item.id, table["own_words"])
    starred = table.get("starred")
    if "starred" in table and starred not in (value if isinstance(value, tuple) else ()):
        check.say("starred_not_chosen", item.id, code=shown(starred))
    return Response(value, None, importance, starred, own_words)


def _importance(item: Item, table: Mapping[str, Any], check: AnswerCheck) -> Importance | None:
    if "importance" not in table:
        return None
    code = check.code(f"{item.id}.importance", table["importance"], tuple(Importance))
    if code == Importance.MUST and not item.may_be_must:
        check.say("never_must", item.id)
    return None if code is None else Importance(code)


def _weights(raw: object, questionnaire: Questionnaire, check: AnswerCheck) -> WeightWishes:
    table = check.table("weights", raw, ("preset", "double", "points")) or {}
    if "points" in table:
        if len(table) > 1:
            check.say("points_or_preset", "weights")
        return WeightWishes(points=_points(table["points"], questionnaire, check))
    preset = check.code("weights.preset", table.get("preset", "balanced"), questionnaire.presets)
    wanted = check.each("weights.double", table.get("double", [])) or []
    double = [check.code("weights.double", group, questionnaire.groups) for group in wanted]
    if len(double) > MOST_DOUBLED:
        check.say("too_many", "weights.double", n=MOST_DOUBLED, found=len(double))
    return WeightWishes(preset or "balanced", tuple(group for group in double if group is not None))


def _points(
    raw: object, questionnaire: Questionnaire, check: AnswerCheck
) -> Mapping[str, int] | None:
    table = check.table("weights.points", raw, questionnaire.groups)
    if table is None:
        return None
    read = {
        group: check.whole(f"weights.points.{group}", points, 0, 100)
        for group, points in table.items()
    }
    points = {group: points for group, points in read.items() if points is not None}
    if len(points) == len(read) and not any(points.values()):
        check.say("no_points", "weights.points")
    return MappingProxyType(points)


def _response_out(response: Response) -> dict[str, Any]:
    parts = {
        "value": value_to_json(response.value),
        "state": response.state,
        "importance": response.importance,
        "starred": response.starred,
        "own_words": response.own_words,
    }
    return {key: part for key, part in parts.items() if part is not None}


def value_to_json(value: object) -> object:
    """Return a value in the form the answers file holds it in, numbers as JSON numbers."""
    match value:
        case Place():
            parts = {name: getattr(value, name) for name in Place.__slots__}
            return {name: value_to_json(part) for name, part in parts.items() if part is not None}
        case Times():
            return {"good": [*value.good], "possible": [*value.possible]}
        case Money():
            return {"max": value_to_json(value.limit), "currency": value.currency}
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple():
            return [*value]
        case _:
            return value


def _weights_out(weights: WeightWishes) -> dict[str, Any]:
    if weights.points is not None:
        return {"points": {group: weights.points[group] for group in sorted(weights.points)}}
    return {"preset": weights.preset, "double": [*weights.double]}
