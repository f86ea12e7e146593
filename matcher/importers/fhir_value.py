"""The few shapes FHIR wraps its values in: coded concepts, extensions, days."""

from collections.abc import Iterator
from datetime import date

from matcher.importers.json_value import as_dict, as_dicts, as_list, as_text


def extensions(element: object, name: str) -> Iterator[dict[str, object]]:
    """Yield the extensions of an element whose address ends with `name`."""
    for extension in as_dicts(as_dict(element).get("extension")):
        if as_text(extension.get("url")).rsplit("/", 1)[-1] == name:
            yield extension


def codes_of(*concepts: object) -> Iterator[str]:
    """Yield the codes of coded concepts; each may be a list of them."""
    for concept in concepts:
        for entry in as_dicts(concept):
            for coding in as_dicts(entry.get("coding")):
                if code := as_text(coding.get("code")):
                    yield code


def extension_codes(element: object, name: str) -> Iterator[str]:
    """Yield the codes that extensions called `name` hold, as a code or as a coded concept."""
    for extension in extensions(element, name):
        if code := as_text(extension.get("valueCode")):
            yield code
        yield from codes_of(extension.get("valueCodeableConcept"))


def display_of(concept: object) -> str:
    """Return how a coded concept or a reference calls itself, or ``""``."""
    wrapped = as_dict(concept)
    names = [as_text(coding.get("display")) for coding in as_dicts(wrapped.get("coding"))]
    names += [as_text(wrapped.get("display")), as_text(wrapped.get("text"))]
    return next(filter(None, names), "")


def has_ended(element: object, today: date) -> bool:
    """Tell whether the period of an element is over; without an end, or with none known, it is not.

    A day may be left out, or a month: it is over when all of it is.
    """
    end = ended_on(element)
    return bool(end) and end < today.isoformat()[: len(end)]


def ended_on(element: object) -> str:
    """Return the end of an element's period as written, no longer than a day, or ``""``."""
    return as_text(as_dict(as_dict(element).get("period")).get("end"))[:10]


def texts_of(value: object) -> str:
    """Return one text or a list of them as one line."""
    return " ".join(filter(None, map(as_text, as_list(value))))
