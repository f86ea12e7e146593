"""FHIR resources of one or many files, found again by the references between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from matcher.errors import ImportFileError, Message
from matcher.importers.json_file import JsonFaultError, parse_json, read_lines
from matcher.importers.json_value import as_dict, as_dicts, as_text
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder

_ONE_A_LINE = frozenset({".ndjson", ".jsonl"})

Resource = dict[str, object]


@dataclass(frozen=True, slots=True)
class Located:
    """A resource and where it stands: its file, and there its line or its place in a bundle."""

    resource: Resource
    file: str
    number: int


@dataclass(slots=True)
class ResourceSet:
    """What the files of one import hold.

    Attributes
    ----------
    faults
        A skipped row for each line that is no resource.
    errors
        The files that could not be read to their end.
    """

    faults: list[Row] = field(default_factory=list)
    errors: list[ImportFileError] = field(default_factory=list)
    _by_key: dict[str, Located] = field(default_factory=dict)
    _keys_of_urls: dict[str, str] = field(default_factory=dict)
    _plans: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, located: Located, url: str = "") -> None:
        """Take in a resource; one with the same type and id as an earlier one takes its place."""
        kind = as_text(located.resource.get("resourceType"))
        number = as_text(located.resource.get("id")) or f"#{located.file}:{located.number}"
        key = f"{kind}/{number}"
        self._by_key[key] = located
        if url:
            self._keys_of_urls[url] = key

    def of_type(self, kind: str) -> Iterator[tuple[str, Located]]:
        """Yield the resources of a type with their keys, in the order of the files."""
        beginning = f"{kind}/"
        for key, located in self._by_key.items():
            if key.startswith(beginning):
                yield key, located

    def key_of(self, reference: object) -> str:
        """Return the key of the resource a reference points to, or ``""``."""
        text = as_text(as_dict(reference).get("reference"))
        if key := self._keys_of_urls.get(text):
            return key
        key = "/".join(text.partition("/_history/")[0].rstrip("/").split("/")[-2:])
        return key if key in self._by_key else ""

    def find(self, reference: object, within: Resource) -> Resource | None:
        """Return the resource a reference in `within` points to, or ``None``."""
        text = as_text(as_dict(reference).get("reference"))
        if text.startswith("#"):
            inside = as_dicts(within.get("contained"))
            return next((r for r in inside if as_text(r.get("id")) == text[1:]), None)
        key = self.key_of(reference)
        return self._by_key[key].resource if key else None

    def plans_of(self, network: str) -> tuple[str, ...]:
        """Return the names of the insurance plans that use a network, given by its key."""
        if not self._plans:
            # The empty key says that this has been done.
            self._plans[""] = ()
            for _, located in self.of_type("InsurancePlan"):
                name = as_text(located.resource.get("name"))
                for reference in as_dicts(located.resource.get("network")):
                    key = self.key_of(reference)
                    if key and name:
                        self._plans[key] = (*self._plans.get(key, ()), name)
        return self._plans.get(network, ())

    @property
    def has_people(self) -> bool:
        """Whether there is a practitioner or a role of one."""
        return any(key.startswith("Practitioner") for key in self._by_key)

    def __bool__(self) -> bool:
        return bool(self._by_key)


def load_resources(paths: Sequence[Path], options: ReadOptions) -> ResourceSet:
    """Read files of resources: bundles, single ones, and one a line.

    A file that cannot be read does not stop the others; it is among the set's errors.
    """
    found = ResourceSet()
    for path in paths:
        try:
            for number, document in _documents(path):
                _take(found, document, path.name, number, options)
        except ImportFileError as error:
            found.errors.append(error)
    return found


def _take(
    found: ResourceSet, document: object, file: str, number: int, options: ReadOptions
) -> None:
    builder = RowBuilder(file, number, options)
    resource = as_dict(document)
    if isinstance(document, JsonFaultError):
        found.faults.append(builder.skip(Message("finding.json.line", reason=document.message)))
    elif as_text(resource.get("resourceType")) == "Bundle":
        for place, entry in enumerate(as_dicts(resource.get("entry")), start=1):
            inner = as_dict(entry.get("resource"))
            if "resourceType" in inner:
                found.add(Located(inner, file, place), as_text(entry.get("fullUrl")))
    elif "resourceType" in resource:
        found.add(Located(resource, file, number))
    else:
        found.faults.append(builder.skip(Message("finding.fhir.no_resource")))


def _documents(path: Path) -> Iterator[tuple[int, object]]:
    """Yield each JSON document with its line; a line that is none as what is wrong with it."""
    lines = ((number, line) for number, line in read_lines(path) if line.strip())
    first = next(lines, None)
    if first is None:
        raise ImportFileError(Message("error.import.empty", file=path.name))
    if path.suffix.lower() in _ONE_A_LINE or isinstance(_parsed(first[1]), dict):
        for number, line in chain([first], lines):
            yield number, _parsed(line)
        return
    document = _parsed("".join(line for _, line in chain([first], lines)))
    if isinstance(document, JsonFaultError):
        raise ImportFileError(Message("error.import.json", file=path.name, reason=document.message))
    documents = document if isinstance(document, list) else [document]
    yield from enumerate(documents, start=1)


def _parsed(text: str) -> object:
    try:
        return parse_json(text)
    except JsonFaultError as fault:
        return fault
