"""Directories as large as a country's, made in seconds out of the shipped sample.

Every fact of every profile is that of somebody in the sample, each drawn on its own: facts are as
frequent and as often left out as there, and hardly two profiles are alike.
"""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from matcher.directory.bit_set import pack, unpack
from matcher.directory.code_column import CodeColumn
from matcher.directory.profile import Source
from matcher.directory.snapshot import Snapshot
from matcher.directory.statement import Statement
from matcher.directory.term_states import pack_states
from matcher.directory.text_column import make_text_column
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.directory.stored_directory import DirectoryService
from matcher.store import Database


def large_snapshot(size: int, seed: int = 1) -> Snapshot:
    """Make a directory of this many profiles; the same seed makes the same one."""
    sample = sample_directory().snapshot
    random = np.random.default_rng(seed)

    def drawn() -> NDArray[np.intp]:
        return random.integers(0, sample.size, size)

    place, week = drawn(), drawn()
    return Snapshot(
        revision=f"large-{size}-{seed}",
        ids=make_text_column(f"p-{row:07}" for row in range(size)),
        names=make_text_column("" for _ in range(size)),
        codes=MappingProxyType(
            {name: _drawn_codes(column, drawn()) for name, column in sample.codes.items()}
        ),
        steps={name: ends[:, drawn()] for name, ends in sample.steps.items()},
        numbers={name: numbers[drawn()] for name, numbers in sample.numbers.items()},
        days={name: days[drawn()] for name, days in sample.days.items()},
        times=sample.times[week],
        times_stated=sample.times_stated[week],
        latitude=sample.latitude[place],
        longitude=sample.longitude[place],
        texts={name: states[drawn()] for name, states in sample.texts.items()},
    )


def _drawn_codes(column: CodeColumn, rows: NDArray[np.intp]) -> CodeColumn:
    size = len(rows)
    nobody = np.zeros_like(column.stated)
    named = {}
    for code, states in column.named.items():
        drawn = states.levels(nobody, column.size)[rows]
        named[code] = pack_states(np.flatnonzero(drawn).astype(np.uint32), drawn[drawn > 0], size)
    return CodeColumn(
        size,
        pack(unpack(column.stated, column.size)[rows].astype(bool)),
        pack(unpack(column.empty, column.size)[rows].astype(bool)),
        MappingProxyType(named),
        column.open,
    )


def large_directory(path: Path, size: int, seed: int = 1) -> DirectoryService:
    """Store a directory of this many profiles, each with facts, and return it opened."""
    database = Database(str(path), create=True)
    with database.writing() as work:
        work.profiles.apply(_statements(size, seed))
        work.commit()
    database.close()
    return DirectoryService(str(path))


def _statements(size: int, seed: int) -> Iterator[Statement]:
    people = [*sample_directory().profiles()]
    fields = sorted({field for person in people for field in person.facts} - {"name"})
    drawn = np.random.default_rng(seed).integers(0, len(people), (size, len(fields) + 1))
    for row, (who, *others) in enumerate(drawn.tolist()):
        facts = {
            field: people[other].facts.get(field)
            for field, other in zip(fields, others, strict=True)
        }
        stated = {field: fact.value for field, fact in facts.items() if fact is not None}
        yield Statement(
            f"p-{row:07}",
            Source.THERAPIST,
            people[who].facts["name"].confirmed_on,
            {"name": f"{people[who].name} {row}"} | stated,
        )
