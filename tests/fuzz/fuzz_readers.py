"""Any bytes to one reader of foreign files: it may refuse them in a sentence, soon, in little room.

``python tests/fuzz/fuzz_readers.py READER [-max_total_time=120 ...]``; the readers are those of
`support.readers`, and what follows goes to libFuzzer. `make fuzz` runs all of them.
"""

import os
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["matcher"]):
    from support.readers import READERS, SUFFIXES, said_of

from support.fuzz_seeds import seeds_of, words_of
from support.json_mutation import mutated
from support.table_files import write_ods, write_sheet_xml

from matcher.directory.geography import locate_postcode

_SECONDS = 2.0
_MEMORY_MB = 400
_LONGEST = 1 << 16


class SlowReadingError(Exception):
    """A reader took longer than anybody should wait for so small a file."""


def _plain(content: bytes, path: Path) -> Path:
    path.write_bytes(content)
    return path


def _packed(content: bytes, path: Path) -> Path:
    """Take bytes as a file, or as what stands in one: a mutated zip file is refused too early."""
    kind, rest = content[:1], content[1:]
    if kind not in {b"x", b"o"}:
        return _plain(content, path)
    try:
        text = rest.decode("utf-8", "replace").encode("utf-8", "replace").decode()
        return write_sheet_xml(path, text) if kind == b"x" else write_ods(path, {"People": text})
    except (ValueError, zipfile.BadZipFile):
        return _plain(content, path)


def _target(name: str, folder: Path) -> Callable[[bytes], None]:
    read_on, path = READERS[name], folder / f"foreign{SUFFIXES[name]}"
    make = _packed if name == "spreadsheet" else _plain

    def run(content: bytes) -> None:
        made = make(content, path)
        begin = time.process_time()
        said_of(read_on, made)
        taken = time.process_time() - begin
        if taken > _SECONDS:
            raise SlowReadingError(f"{taken:.1f} s")

    return run


def _mutate(content: bytes, most: int, seed: int) -> bytes:
    """Change one place of a JSON document in half of the cases, and bytes in all others."""
    changed = mutated(content, most, seed) if seed % 2 else None
    return bytes(atheris.Mutate(content, most)) if changed is None else changed


def _resident_mb() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // (1 << 20)


def main(name: str, *options: str) -> None:
    """Fuzz one reader until libFuzzer is told to stop."""
    locate_postcode("", "US")
    with TemporaryDirectory() as folder:
        corpus, dictionary = Path(folder, "corpus"), Path(folder, "words")
        corpus.mkdir()
        for number, seed in enumerate(seeds_of(name)):
            (corpus / f"seed{number}").write_bytes(seed)
        dictionary.write_text(words_of(name), encoding="ascii")
        # What the fuzzer itself holds comes on top of what the program takes.
        most = _resident_mb() + _MEMORY_MB
        settings = [
            f"-max_len={_LONGEST}", f"-rss_limit_mb={most}", f"-malloc_limit_mb={_MEMORY_MB}",
            "-timeout=20", f"-dict={dictionary}", "-print_final_stats=1", "-verbosity=0",
            f"-artifact_prefix={Path.cwd()}/fuzz-{name}-",
        ]  # fmt: skip
        arguments = [sys.argv[0], *settings, *options, str(corpus)]
        more = {"custom_mutator": _mutate} if SUFFIXES[name] in {".json", ".html"} else {}
        atheris.Setup(arguments, _target(name, Path(folder)), **more)
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
