"""The descriptions in a schema.org file: out of a page or a JSON file, and whom they are about."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matcher.errors import ImportFileError, Message
from matcher.importers.json_file import JsonFaultError, parse_json
from matcher.importers.json_value import as_dict, as_dicts, as_list, as_text

LARGEST = 16 * 1024 * 1024
"""Bytes of one page or file."""

PERSON = frozenset({"Person", "Physician", "IndividualPhysician"})
PRACTICE = frozenset(
    {
        "LocalBusiness", "MedicalBusiness", "MedicalClinic", "MedicalOrganization",
        "PhysiciansOffice", "ProfessionalService",
    }
)  # fmt: skip
_MEMBERS = ("employee", "employees", "founder", "founders", "member", "members")
_SUBJECTS = ("mainEntity", "about", "itemListElement", "item", *_MEMBERS)
_WORKPLACES = (
    "worksFor",
    "affiliation",
    "memberOf",
    "workLocation",
    "practicesAt",
    "parentOrganization",
)
_AT_WORK = frozenset(
    "address availableService hasCredential hasOccupation jobTitle medicalSpecialty priceRange "
    "telephone worksFor".split()
)
_UTF8_MARK = b"\xef\xbb\xbf"

Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class Described:
    """Somebody a file describes.

    Attributes
    ----------
    number
        Their place in the file, counted from 1.
    person
        The description of them; of a practice without people, its own.
    practices
        Where they work, the first named first; what the person's own description lacks, these say.
    """

    number: int
    person: Node
    practices: tuple[Node, ...] = ()

    @property
    def is_practice(self) -> bool:
        """Whether the file describes a practice here and nobody in it."""
        return not types_of(self.person) & PERSON

    @property
    def is_at_work(self) -> bool:
        """Whether anything says that they offer something; who wrote a page need not."""
        return bool(self.practices or _AT_WORK & self.person.keys() or not _is_plain(self.person))


def _is_plain(node: Node) -> bool:
    return types_of(node) <= {"Person", "Organization"}


def first_text(value: object) -> str:
    """Return the first text of a value: itself, one of a list, or the name of what it describes."""
    return next(texts_of(value), "")


def texts_of(value: object) -> Iterator[str]:
    """Yield the texts of a value, as `first_text` finds the first."""
    for entry in as_list(value):
        if isinstance(entry, dict):
            entry = entry.get("name") or entry.get("@value") or entry.get("@id")
        if text := as_text(entry):
            yield text


def types_of(node: Node) -> set[str]:
    """Return the types of a description without the address of the vocabulary."""
    return {
        as_text(kind).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in as_list(node.get("@type"))
    }


def documents_of(path: Path) -> tuple[list[object], list[JsonFaultError], bool]:
    """Return the JSON documents of a page or file, those that are none, and the encoding.

    Returns
    -------
    tuple
        The documents; what is wrong with the others; whether the text is in UTF-8.

    Raises
    ------
    ImportFileError
        When it cannot be opened, is too large or is empty, or is JSON and cannot be read.
    """
    text, is_utf8 = _text_of(path)
    if not text.lstrip().startswith("<"):
        try:
            return [parse_json(text)], [], is_utf8
        except JsonFaultError as fault:
            raise ImportFileError(
                Message("error.import.json", file=path.name, reason=fault.message)
            ) from fault
    documents: list[object] = []
    faults: list[JsonFaultError] = []
    for script in _scripts(text):
        try:
            documents.append(parse_json(script))
        except JsonFaultError as fault:
            faults.append(fault)
    return documents, faults, is_utf8


def _text_of(path: Path) -> tuple[str, bool]:
    try:
        if path.stat().st_size > LARGEST:
            limit = LARGEST // (1024 * 1024)
            raise ImportFileError(Message("error.import.too_large", file=path.name, limit=limit))
        content = path.read_bytes().removeprefix(_UTF8_MARK)
    except (OSError, ValueError) as error:
        raise ImportFileError(Message("error.import.unreadable", file=path.name)) from error
    if not content.strip():
        raise ImportFileError(Message("error.import.empty", file=path.name))
    try:
        return content.decode("utf-8"), True
    except UnicodeDecodeError:
        # What browsers take a page for that does not say what it is in.
        return content.decode("cp1252", "replace"), False


def _scripts(page: str) -> Iterator[str]:
    """Yield the JSON-LD of a page."""
    lowered = page.lower() if page.isascii() else "".join(map(_lowered, page))
    place = 0
    while (begin := lowered.find("<script", place)) >= 0:
        opened = lowered.find(">", begin)
        end = lowered.find("</script", opened)
        if opened < 0 or end < 0:
            return
        if "application/ld+json" in lowered[begin:opened]:
            text = page[opened + 1 : end].strip()
            yield text.removeprefix("<!--").removesuffix("-->").strip()
        place = end


def _lowered(sign: str) -> str:
    # Some letters become two when they are made small, and places would no longer be the same.
    return sign.lower() if sign.isascii() else sign


def people_in(documents: list[object]) -> list[Described]:
    """Return whom the documents describe: people, and practices in which they name nobody.

    People are looked for where a page names its subject, never among those who wrote it, wrote
    reviews, or are patients.
    """
    graph = _Graph(documents)
    found: list[Described] = []
    employed: set[int] = set()
    people: dict[int, tuple[Node, list[Node]]] = {}
    practices: dict[int, Node] = {}
    for node, within in graph.subjects():
        if types_of(node) & PERSON:
            _, places = people.setdefault(id(node), (node, []))
            places += [each for each in (*within, *graph.workplaces(node)) if each not in places]
            employed |= {id(place) for place in places}
        elif types_of(node) & PRACTICE:
            practices.setdefault(id(node), node)
    for number, (node, places) in enumerate(people.values(), start=1):
        found.append(Described(number, node, tuple(places)))
    for place in practices.values():
        if id(place) not in employed:
            found.append(Described(len(found) + 1, place))
    return found


class _Graph:
    """The descriptions of a file, found again by their ``@id``."""

    def __init__(self, documents: list[object]) -> None:
        self._roots: list[Node] = []
        self._by_id: dict[str, Node] = {}
        waiting: list[object] = [*reversed(documents)]
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting += reversed(value)
            elif isinstance(value, dict):
                waiting += reversed(as_list(value.get("@graph")))
                self._roots.append(value)
        for root in self._roots:
            self._remember(root)

    def _remember(self, root: Node) -> None:
        waiting: list[object] = [root]
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                waiting += value.values()
                name = as_text(value.get("@id"))
                # One with more to say is the description, the others refer to it.
                if name and len(value) > len(self._by_id.get(name, {})):
                    self._by_id[name] = value

    def described(self, node: Node) -> Node:
        """Return the fullest description of what a node refers to."""
        return self._by_id.get(as_text(node.get("@id")), node)

    def subjects(self) -> Iterator[tuple[Node, tuple[Node, ...]]]:
        """Yield what the file is about, each once for each practice it is described within."""
        waiting: list[tuple[Node, tuple[Node, ...]]] = [
            (root, ()) for root in reversed(self._roots)
        ]
        seen: set[tuple[int, int]] = set()
        while waiting:
            raw, within = waiting.pop()
            node = self.described(raw)
            visit = id(node), id(within[0]) if within else 0
            if visit in seen:
                continue
            seen.add(visit)
            yield node, within
            around = (node,) if types_of(node) & PRACTICE else ()
            for name in reversed(_SUBJECTS):
                inner = around if name in _MEMBERS else ()
                waiting += [(each, inner) for each in reversed(as_dicts(node.get(name)))]

    def workplaces(self, person: Node) -> list[Node]:
        """Return the practices a person names."""
        named = [each for name in _WORKPLACES for each in as_dicts(person.get(name))]
        return [as_dict(self.described(each)) for each in named]
