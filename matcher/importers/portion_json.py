"""What was read of a file as plain JSON and back, to cross from one process to another.

Nothing that comes back can be code, and a value comes back as what it was or not at all.
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import FactValue, Source
from matcher.directory.statement import MadeId, Statement
from matcher.directory.validation import Finding, Severity
from matcher.errors import Message
from matcher.importers.portion import Portion
from matcher.region import Distance

_DEEPEST = 8
_NUMBERS = 2


class PortionError(ValueError):
    """A document is not what was read of a file."""


def write_portion(portion: Portion) -> list[object]:
    """Return a portion as what JSON can hold."""
    return [
        portion.rows,
        portion.skipped,
        [_write_statement(statement) for statement in portion.statements],
        [_write_finding(finding) for finding in portion.findings],
        [*portion.gone],
    ]


def read_portion(document: object) -> Portion:
    """Return the portion that `write_portion` wrote.

    Raises
    ------
    PortionError
        When it did not.
    """
    try:
        rows, skipped, statements, findings, gone = _listed(document)
        return Portion(
            _count(rows),
            _count(skipped),
            tuple(map(_read_statement, _listed(statements))),
            tuple(map(_read_finding, _listed(findings))),
            tuple(map(_text, _listed(gone))),
        )
    except (ValueError, InvalidOperation) as error:
        raise PortionError from error


def write_messages(messages: Iterable[Message]) -> list[object]:
    """Return messages as what JSON can hold."""
    return [_write(message) for message in messages]


def read_messages(document: object) -> tuple[Message, ...]:
    """Return the messages that `write_messages` wrote.

    Raises
    ------
    PortionError
        When it did not.
    """
    try:
        return tuple(map(_message, _listed(document)))
    except (ValueError, InvalidOperation) as error:
        raise PortionError from error


def _write_statement(statement: Statement) -> list[object]:
    return [
        statement.profile_id,
        statement.source.value,
        _write(statement.confirmed_on),
        statement.published,
        {field: _write(value) for field, value in statement.values.items()},
        sorted(statement.taken_back),
        statement.only_if_new,
        sorted(statement.in_part),
        None if statement.made is None else [*statement.made],
        None if statement.unsorted_of is None else sorted(statement.unsorted_of),
    ]


def _read_statement(document: object) -> Statement:
    profile_id, source, confirmed_on, published, values, *about = _listed(document)
    back, only_if_new, in_part, made, of = about
    day = _read(confirmed_on)
    if not (isinstance(day, date | None) and isinstance(published, bool | None)):
        raise PortionError
    if not (isinstance(values, dict) and isinstance(only_if_new, bool)):
        raise PortionError
    stated = {field: _value(field, value) for field, value in values.items()}
    taken_back = frozenset(map(_text, _listed(back)))
    return Statement(
        _text(profile_id),
        Source(_text(source)),
        day,
        stated,
        published,
        taken_back,
        only_if_new,
        frozenset(map(_text, _listed(in_part))),
        None if made is None else _read_made(made),
        None if of is None else frozenset(map(_text, _listed(of))),
    )


def _read_made(document: object) -> MadeId:
    made, row, is_shared = _listed(document)
    if not isinstance(is_shared, bool):
        raise PortionError
    return MadeId(_text(made), _count(row), is_shared)


def _value(field: str, document: object) -> FactValue | None:
    value = _read(document)
    if value is None:
        return None
    if field not in FIELDS or not _fits(FIELDS[field].kind, value):
        raise PortionError
    assert isinstance(value, str | tuple | Decimal | date)
    return value


def _fits(kind: FieldKind, value: object) -> bool:
    """Tell whether a value is of the shape that a kind of field has."""
    match kind:
        case FieldKind.TEXT | FieldKind.CODE:
            return isinstance(value, str)
        case FieldKind.NUMBER:
            return isinstance(value, Decimal) and value.is_finite()
        case FieldKind.DATE:
            return isinstance(value, date)
    if not isinstance(value, tuple):
        return False
    if kind is FieldKind.STEPS:
        return len(value) == _NUMBERS and all(type(each) is int for each in value)
    return all(isinstance(each, str) for each in value)


def _write_finding(finding: Finding) -> list[object]:
    message = _write(finding.message)
    return [finding.severity.value, message, finding.field, finding.row, finding.file]


def _read_finding(document: object) -> Finding:
    severity, message, field, row, file = _listed(document)
    number = None if row is None else _count(row)
    return Finding(Severity(_text(severity)), _message(message), _text(field), number, _text(file))


def _write(value: object) -> object:
    """Return a value as what JSON can hold; what JSON has no word for stands beside its name."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, list):
        return [_write(each) for each in value]
    name, inside = _named(value)
    return {name: inside}


def _named(value: object) -> tuple[str, object]:
    match value:
        case Message():
            return "message", [
                value.key,
                {name: _write(each) for name, each in value.params.items()},
            ]
        case tuple():
            return "tuple", [_write(each) for each in value]
        case Decimal():
            return "number", str(value)
        case Distance():
            return "distance", [str(value.km), value.rounding]
    if type(value) is not date:
        raise TypeError(type(value).__name__)
    return "day", value.isoformat()


def _read(document: object, depth: int = 0) -> object:
    if depth > _DEEPEST:
        raise PortionError
    if isinstance(document, list):
        return [_read(each, depth + 1) for each in document]
    if not isinstance(document, dict):
        return document
    if len(document) != 1 or not document.keys() <= _READERS.keys():
        raise PortionError
    ((name, inside),) = document.items()
    return _READERS[name](inside, depth + 1)


def _read_message(document: object, depth: int) -> Message:
    key, params = _listed(document)
    if not isinstance(params, dict):
        raise PortionError
    return Message(_text(key), **{name: _read(each, depth) for name, each in params.items()})


def _read_tuple(document: object, depth: int) -> tuple[object, ...]:
    return tuple(_read(each, depth) for each in _listed(document))


def _read_distance(document: object, _depth: int) -> Distance:
    km, rounding = _listed(document)
    return Distance(Decimal(_text(km)), _text(rounding))


_READERS: dict[str, Callable[[object, int], object]] = {
    "message": _read_message,
    "tuple": _read_tuple,
    "number": lambda document, _depth: Decimal(_text(document)),
    "distance": _read_distance,
    "day": lambda document, _depth: date.fromisoformat(_text(document)),
}


def _message(document: object) -> Message:
    message = _read(document)
    if not isinstance(message, Message):
        raise PortionError
    return message


def _listed(document: object) -> list[object]:
    if not isinstance(document, list):
        raise PortionError
    return document


def _text(document: object) -> str:
    if not isinstance(document, str):
        raise PortionError
    return document


def _count(document: object) -> int:
    if type(document) is not int or document < 0:
        raise PortionError
    return document
