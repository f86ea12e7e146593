"""The file that keeps the settings: read as a whole, and written whole or not at all."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from errno import EDQUOT, ENOSPC
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import Any

from matcher.errors import Message, OutputError, SettingsError
from matcher.private_folder import make_data_folder
from matcher.services.settings.options import OPTIONS, TABLES, Option, OptionKind, Value
from matcher.services.settings.program_settings import ProgramSettings

_MOST_KB = 100
"""Thousands of bytes a settings file may have; one with every option has less than one."""

_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the file said when it was read.

    Attributes
    ----------
    mark
        The name of the state it was in: another after every change; ``""`` for no file.
    """

    values: ProgramSettings
    mark: str


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """One TOML file, which may also be written by hand: comments and the order of lines stay.

    Attributes
    ----------
    path
        Where it is; nothing is there until something is set.
    """

    path: Path

    @property
    def mark(self) -> str:
        """The name of the state it is in, as in `Reading`; ``""`` also where it cannot be read."""
        try:
            return _mark(self._bytes())
        except SettingsError:
            return ""

    def values(self) -> ProgramSettings:
        """Return what holds.

        Raises
        ------
        SettingsError
            When the file cannot be read, or says what it cannot say.
        """
        return self.read().values

    def read(self) -> Reading:
        """Return what holds, and the mark of the state in which it was found; as `values`."""
        found = self._bytes()
        return Reading(ProgramSettings.of(self._said(found)), _mark(found))

    def change_all(self, changes: Mapping[str, Value], mark: str | None = None) -> Reading:
        """Set options by their keys, all of them or none; everything else in the file stays.

        Parameters
        ----------
        mark
            Of the state that the changes were meant for; left out, any.

        Returns
        -------
        Reading
            What holds now.

        Raises
        ------
        SettingsError
            When a value is not allowed, or the file cannot be read or written, or is another by
            now; it is as it was.
        """
        with self.changing(changes, mark) as reading:
            return reading

    @contextmanager
    def changing(self, changes: Mapping[str, Value], mark: str | None) -> Iterator[Reading]:
        """Do as `change_all`, and take it back where an error ends what is done meanwhile."""
        for key, value in changes.items():
            if OPTIONS[key].read(value) is None:
                raise SettingsError(self._not_allowed(OPTIONS[key], value))
        found = self._bytes()
        if mark is not None and mark != _mark(found):
            raise SettingsError(Message("error.settings.meanwhile", file=str(self.path)))
        wanted = self._said(found) | dict(changes)
        written = _with(found, changes)
        # Whatever a hand wrote there, nothing is kept that would not be read as it was meant.
        if written is None or self._said(written) != wanted:
            raise SettingsError(Message("error.settings.not_kept", file=str(self.path)))
        with self._to_take_back(found, written):
            yield Reading(ProgramSettings.of(wanted), _mark(written))

    def _bytes(self) -> bytes:
        try:
            found = _ordinary(self.path)
        except FileNotFoundError:
            return b""
        except (OSError, ValueError):  # a name with a NUL is a ValueError
            raise SettingsError(self._unreadable()) from None
        if found is None:
            raise SettingsError(Message("error.settings.odd", file=str(self.path), most=_MOST_KB))
        return found

    def _said(self, found: bytes) -> dict[str, Value]:
        """Return the options that are set, by key."""
        tables = self._parse(found)
        for name, table in tables.items():
            if name not in TABLES:
                raise SettingsError(self._unknown(name))
            if not isinstance(table, dict):
                no_table = Message("error.settings.no_table", file=str(self.path), table=name)
                raise SettingsError(no_table)
        said: dict[str, Value] = {}
        for name, table in sorted(tables.items()):
            for key, written in sorted(table.items()):
                option = OPTIONS.get(key)
                if option is None or option.table != name:
                    raise SettingsError(self._unknown(key))
                value = option.read(written)
                if value is None:
                    raise SettingsError(self._not_allowed(option, written))
                said[key] = value
        return said

    def _parse(self, found: bytes) -> dict[str, Any]:
        try:
            return tomllib.loads(found.decode("utf-8-sig"))
        except tomllib.TOMLDecodeError as error:
            at = _LINE.search(str(error))  # without a line, it is the end
            line = int(at[1]) if at else found.rstrip().count(b"\n") + 1
            broken = Message("error.settings.broken", file=str(self.path), line=line)
            raise SettingsError(broken) from None
        except (ValueError, RecursionError):
            raise SettingsError(self._unreadable()) from None

    @contextmanager
    def _to_take_back(self, found: bytes, written: bytes) -> Iterator[None]:
        """Write it; what was there lies ready until the end, so that it finds room again."""
        from matcher.whole_file import WholeFile

        end = Path(os.path.realpath(self.path))  # a link must still lead to its file
        with ExitStack() as ready:
            with self._in_words():
                make_data_folder(self.path.parent)
                before = ready.enter_context(WholeFile(end.parent, lambda to: to.write(found)))
                self._write(written)
            try:
                yield
            except BaseException:
                if self.mark == _mark(written):  # no hand has changed it since
                    with self._in_words():
                        before.replace(end) if found else end.unlink()
                raise

    def _write(self, content: bytes) -> None:
        from matcher.services.files.output_file import OutputKind, write_file

        write_file(self.path, content, OutputKind(self.path.name, b""))

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            is_full = error.errno in {ENOSPC, EDQUOT}
        except OutputError as error:
            is_full = error.messages[0].key == "error.output.full"
        else:
            return
        raise SettingsError(self._not_written("full" if is_full else "not_written"))

    def _not_written(self, why: str) -> Message:
        return Message(f"error.settings.{why}", file=str(self.path))

    def _unreadable(self) -> Message:
        return Message("error.settings.unreadable", file=str(self.path))

    def _unknown(self, key: str) -> Message:
        known = tuple(f"{option.table}.{option.key}" for option in OPTIONS.values())
        return Message("error.settings.unknown", file=str(self.path), key=key[:40], known=known)

    def _not_allowed(self, option: Option, written: object) -> Message:
        said: dict[str, object] = {"file": str(self.path), "key": option.key}
        if option.kind is OptionKind.STATES and isinstance(written, list | tuple):
            wrong = [code for code in written if option.read((code,)) is None]
            if wrong and isinstance(wrong[0], str):
                return Message("error.settings.no_state", **said, code=wrong[0][:40])
        if option.kind.is_number:
            said |= {"least": option.least, "most": option.most, "usual": option.usual}
        elif option.kind not in {OptionKind.PRINTER, OptionKind.NAME}:
            said["choices"] = tuple(map(str, option.choices))
        return Message(f"error.settings.{option.kind}", **said)


def _ordinary(path: Path) -> bytes | None:
    """Return what is in a file; ``None`` where it is none to read at once, as a pipe is none."""
    with open(path, "rb", opener=_at_once) as file:
        if not S_ISREG(os.fstat(file.fileno()).st_mode):
            return None
        found = file.read(_MOST_KB * 1000 + 1)
    return found if len(found) <= _MOST_KB * 1000 else None


def _at_once(path: str, flags: int) -> int:
    # Opening a pipe would wait until somebody writes into it.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _mark(found: bytes) -> str:
    return sha256(found).hexdigest() if found else ""


def _with(found: bytes, changes: Mapping[str, Value]) -> bytes | None:
    """Return the file with other values, and all else as somebody wrote it, where that can be."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(found.decode("utf-8-sig"))
        for key, value in changes.items():
            name = OPTIONS[key].table
            if name not in document:
                document[name] = tomlkit.table()
            table: Any = document[name]
            table[key] = [*value] if isinstance(value, tuple) else value
    except TOMLKitError:
        return None
    return tomlkit.dumps(document).encode()
