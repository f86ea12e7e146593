"""What a disk may hold after the power was cut, for every moment of a traced process.

What was synced is there. Of what was not, any part may be there: whole writes or only some of their
sectors of 512 bytes, in any order. Names of files last when their folder is synced; before that,
changes of names are there up to some moment, in their order. Not modelled: a disk that says it
has written what it has not, and folders whose changes of names overtake each other.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from support.disk_trace import Event

_SECTOR = 512


@dataclass(frozen=True, slots=True)
class Image:
    """What a disk may hold.

    Attributes
    ----------
    files
        By path.
    said
        What the process had said by then, on standard output.
    """

    files: dict[str, bytes]
    said: bytes

    def write_to(self, folder: Path, root: Path) -> Path:
        """Write the files that were below `root` to an empty folder, and return it."""
        folder.mkdir()
        for path, content in self.files.items():
            place = folder / Path(path).relative_to(root)
            place.parent.mkdir(exist_ok=True, parents=True)
            place.write_bytes(content)
        return folder


@dataclass(slots=True)
class _File:
    synced: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)

    def sync(self) -> None:
        for event in self.pending:
            _apply(self.synced, event)
        self.pending.clear()

    def survive(self, chance: Random) -> bytes:
        """Return what may be there of it."""
        content, pending = bytearray(self.synced), self.pending
        way = chance.choice(_WAYS)
        if way == "start":
            pending = pending[: chance.randint(0, len(pending))]
        for event in pending:
            if way == "sectors" and event.kind == "write":
                for part in _sectors(event):
                    if chance.getrandbits(1):
                        _apply(content, part)
            elif way in {"all", "start"} or (way != "none" and chance.getrandbits(1)):
                _apply(content, event)
        return bytes(content)


_WAYS = ("none", "all", "start", "writes", "sectors", "sectors")


_Names = dict[str, _File]
_Naming = Callable[[_Names], None]


class _Disk:
    """Follows the events; knows what is synced and what is not."""

    def __init__(self) -> None:
        self.said = bytearray()
        self._files: _Names = {}  # by what they are called now, with a name or without
        self._kept: _Names = {}  # by names that last
        self._naming: list[tuple[str, _Naming]] = []  # changes that do not yet, by folder

    def follow(self, event: Event) -> None:
        match event.kind:
            case "say":
                self.said += event.data
            case "nameless":
                self._files[event.path] = _File()
            case "make" if event.path not in self._files:
                self._name(event.path, partial(_call, event.path, _File()))
            case "write" | "truncate":
                self._files[event.path].pending.append(event)
            case "sync" if event.path in self._files:
                self._files[event.path].sync()
            case "sync":
                self._keep_names(event.path)
            case "name":
                self._name(event.other, partial(_call, event.other, self._files[event.path]))
            case "rename":
                self._name(event.other, partial(_move, event.path, event.other))
            case "unname":
                self._name(event.path, partial(_call, event.path, None))

    def survive(self, chance: Random) -> dict[str, bytes]:
        names = dict(self._kept)
        for _, naming in self._naming[: chance.randint(0, len(self._naming))]:
            naming(names)
        return {name: file.survive(chance) for name, file in names.items()}

    def _name(self, path: str, naming: _Naming) -> None:
        naming(self._files)
        self._naming.append((_folder_of(path), naming))

    def _keep_names(self, folder: str) -> None:
        for where, naming in self._naming:
            if where == folder:
                naming(self._kept)
        self._naming = [each for each in self._naming if each[0] != folder]


def images(events: Sequence[Event], count: int, seed: int) -> Iterator[Image]:
    """Give what the disk may hold at so many moments, drawn evenly from all."""
    chance, disk = Random(seed), _Disk()
    moments = sorted(chance.randrange(len(events)) for _ in range(count))
    reached = 0
    for moment in moments:
        for event in events[reached : moment + 1]:
            disk.follow(event)
        reached = moment + 1
        yield Image(disk.survive(chance), bytes(disk.said))


def _call(name: str, file: _File | None, names: _Names) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


def _move(old: str, new: str, names: _Names) -> None:
    """Rename a file, or a folder with all that is in it."""
    for name in [*names]:
        if name == old or name.startswith(f"{old}/"):
            names[new + name.removeprefix(old)] = names.pop(name)


def _folder_of(path: str) -> str:
    return path.rpartition("/")[0]


def _apply(content: bytearray, event: Event) -> None:
    if event.kind == "truncate":
        del content[event.at :]
        content.extend(bytes(event.at - len(content)))
        return
    if event.at > len(content):
        content.extend(bytes(event.at - len(content)))
    content[event.at : event.at + len(event.data)] = event.data


def _sectors(event: Event) -> Iterator[Event]:
    """Cut a write where the sectors of the disk end."""
    begin = 0
    while begin < len(event.data):
        size = _SECTOR - (event.at + begin) % _SECTOR
        yield Event("write", event.path, event.at + begin, event.data[begin : begin + size])
        begin += size
