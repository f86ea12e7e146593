"""Damage done to files: one bit turned, or the end cut off."""

from collections.abc import Iterator
from pathlib import Path
from random import Random


def one_bit_turned(content: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Give so many copies, each with one bit turned; no two the same, and never more than bits."""
    bits = len(content) * 8
    for bit in Random(seed).sample(range(bits), min(count, bits)):
        changed = bytearray(content)
        changed[bit // 8] ^= 1 << bit % 8
        yield bytes(changed)


def cut_short(content: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Give so many copies, each of another length than the whole."""
    for length in Random(seed).sample(range(len(content)), min(count, len(content))):
        yield content[:length]


def put_back(path: Path, content: bytes) -> None:
    """Make a file what it was, with nothing beside it."""
    for ending in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    path.write_bytes(content)
