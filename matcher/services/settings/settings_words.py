"""Settings in words: what each is called, what it is set to, and what the trail keeps of it."""

from collections.abc import Mapping

from matcher.i18n import Catalogue
from matcher.services.settings.options import OPTIONS, Option, OptionKind, Value

_BETWEEN, _IS, _AND = "; ", "=", ","


def setting_name(key: str, catalogue: Catalogue) -> str:
    """Say what an option is called; one that is not known stands for itself."""
    name = f"setting.{key}.name"
    return catalogue.text(name) if catalogue.has(name) else key


def value_words(option: Option, value: Value, catalogue: Catalogue) -> str:
    """Say what an option is set to."""
    text = catalogue.text
    if option.kind.is_number or option.kind is OptionKind.TEXT_SIZE:
        return text(f"setting.value.{option.kind}", n=value)
    if not value:
        return text(f"setting.{option.key}.usual")
    if option.kind is OptionKind.STATES and isinstance(value, tuple):
        return catalogue.list(value)
    if isinstance(value, tuple):
        return catalogue.list([text(f"screen.language.{code}") for code in value])
    return text(f"crisis.region.{value}") if option.kind is OptionKind.REGION else str(value)


def noted(changes: Mapping[str, Value]) -> str:
    """Return what the trail keeps of changes: keys, and values where those are numbers or codes."""
    return _BETWEEN.join(_noted(OPTIONS[key], value) for key, value in changes.items())


def noted_words(detail: str, catalogue: Catalogue) -> str:
    """Say what the trail kept of changes, in the words that hold today."""
    return " · ".join(_noted_words(part, catalogue) for part in detail.split(_BETWEEN))


def _noted(option: Option, value: Value) -> str:
    if option.kind in {OptionKind.PRINTER, OptionKind.NAME}:
        return option.key
    return f"{option.key}{_IS}{_AND.join(value) if isinstance(value, tuple) else value}"


def _noted_words(part: str, catalogue: Catalogue) -> str:
    key, said, written = part.partition(_IS)
    name = setting_name(key, catalogue)
    option = OPTIONS.get(key)
    if not said or option is None:
        return name
    value = option.read(_read_noted(option, written))
    words = written if value is None else value_words(option, value, catalogue)
    return catalogue.text("setting.noted", name=name, value=words)


def _read_noted(option: Option, written: str) -> object:
    if option.kind in {OptionKind.LANGUAGES, OptionKind.STATES}:
        return [*filter(None, written.split(_AND))]
    return int(written) if written.isdecimal() else written
