"""What a person keeps, in tests: keys that take no work, answers to look for, places to look in."""

import os
import signal
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import select
from support.commands import ANSWERS

from matcher.errors import MatcherError
from matcher.questionnaire.answers_file import read_answers
from matcher.questionnaire.response import Response, ResponseSet
from matcher.services.personal.key_file import Work
from matcher.services.personal.keyring import ComputerKeyring
from matcher.services.personal.personal import PersonalService
from matcher.store.personal import KEPT, PersonalFile

PASSPHRASE, OTHER = "violet tram under rain", "green canary beside hills"
CANARY = "Kanarienvogel-4711"
QUICK = Work(passes=1, memory_kib=8, lanes=1)


def names_in(file: PersonalFile) -> tuple[str, ...]:
    """Return the names of all documents of an open file, in order."""
    with file._working() as connection:
        return tuple(connection.execute(select(KEPT.c.name).order_by(KEPT.c.name)).scalars())


class NoKeyring(ComputerKeyring):
    """A computer that has no place for passwords."""

    @property
    def is_there(self) -> bool:
        return False

    def keep(self, name: str, secret: bytes) -> bool:
        return False

    def get(self, name: str) -> bytes | None:
        return None

    def forget(self, name: str) -> bool:
        return False


class FakeKeyring(NoKeyring):
    """A place for passwords that is asked for nothing but what it is told."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    @property
    def is_there(self) -> bool:
        return True

    def keep(self, name: str, secret: bytes) -> bool:
        self.kept[name] = secret
        return True

    def get(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def forget(self, name: str) -> bool:
        return self.kept.pop(name, None) is not None


def quick_personal(folder: Path, keyring: ComputerKeyring | None = None) -> PersonalService:
    """Return the service of a folder; a passphrase is no work there, and none should be kept."""
    return PersonalService(folder, QUICK, keyring or NoKeyring())


def own_answers(words: str = CANARY) -> ResponseSet:
    """Return answers with words of one's own among them."""
    return read_answers(ANSWERS).with_response("names_pronouns", Response(words))


def key_of(work: Callable[..., object], *how: object) -> str:
    """Return the last part of the key of what something is refused with."""
    try:
        work(*how)
    except MatcherError as error:
        return error.messages[0].key.rpartition(".")[2]
    return ""


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Return what all files in a folder and below it hold, by name."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def flips(data: bytes, places: range | list[int]) -> Iterator[bytes]:
    """Yield the bytes with one bit changed, at each of these places counted in bits."""
    for place in places:
        changed = bytearray(data)
        changed[place // 8] ^= 1 << place % 8
        yield bytes(changed)


def in_child(work: Callable[[], object]) -> int:
    """Do something in a copy of this process; return how that ended: 0, or minus a signal."""
    child = os.fork()
    if child == 0:
        try:
            signal.alarm(30)
            work()
            os._exit(0)
        except BaseException:  # noqa: BLE001 - whatever it is, it must not go on as the parent
            os.write(2, traceback.format_exc().encode())
            os._exit(1)
    _, state = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(state)
