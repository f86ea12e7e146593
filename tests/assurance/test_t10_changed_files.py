"""Good files changed in some places: each reader takes them or refuses them in a sentence, soon."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import process_time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.figures import Note
from support.fuzz_seeds import seeds_of
from support.json_mutation import mutated
from support.readers import READERS, SUFFIXES, said_of
from support.table_files import write_ods, write_sheet_xml
from support.trusting_readers import table_breaks_it

_SECONDS = 2
_LONGEST = 1 << 16

_edits = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 40),
        st.one_of(st.binary(max_size=8), st.sampled_from([b"\0", b'"', b"<", b"]]>", b"\xff\xfe"])),
    ),
    min_size=1,
    max_size=4,
)


def _edited(content: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """Return bytes where stretches of them have given way to others."""
    for place, length, new in edits:
        begin = int(place * len(content))
        content = content[:begin] + new + content[begin + length :]
    return content[:_LONGEST]


def _changed(name: str, content: bytes, edits: list[tuple[float, int, bytes]], seed: int) -> bytes:
    """Return a file with one place of its JSON changed, or bytes of it."""
    is_json = SUFFIXES[name] in {".json", ".html"} and seed % 2
    new = mutated(content, _LONGEST, seed) if is_json else None
    return _edited(content, edits) if new is None else new


def _written(name: str, content: bytes, path: Path) -> Path:
    """Write a file; of a spreadsheet it is the inner text that was changed."""
    if name != "spreadsheet":
        path.write_bytes(content)
        return path
    text = content[1:].decode("utf-8", "replace")
    return write_sheet_xml(path, text) if content[:1] == b"x" else write_ods(path, {"P": text})


def test_readers_when_good_files_are_changed_then_none_of_them_breaks_one(
    in_memory: Path,
    size: Callable[[int, int], int],
    figure: Note,
) -> None:
    counts, broken = Counter(files=0, refused_in_words=0, broken=0, slow=0, plain=0), set()

    @settings(
        max_examples=size(100, 2000), deadline=None, database=None,
        suppress_health_check=[*HealthCheck],
    )  # fmt: skip
    @given(edits=_edits, pick=st.integers(0, 99), seed=st.integers(0, 2**32))
    def run(name: str, edits: list[tuple[float, int, bytes]], pick: int, seed: int) -> None:
        seeds = seeds_of(name)
        content = _changed(name, seeds[pick % len(seeds)], edits, seed)
        path = _written(name, content, in_memory / f"foreign{SUFFIXES[name]}")
        begin = process_time()
        try:
            counts["refused_in_words"] += said_of(READERS[name], path) != ""
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            broken.add((name, type(error).__name__, str(error)[:80]))
            counts["broken"] += 1
        counts["slow"] += process_time() - begin > _SECONDS
        counts["files"] += 1
        if name == "csv":
            counts["plain"] += table_breaks_it(content)

    for name in READERS:
        run(name)
    tried = {"files": counts["files"], "readers": len(READERS)}
    found = {each: counts[each] for each in ("broken", "slow", "refused_in_words")}
    control = {"broke_a_reader_who_trusts_tables": counts["plain"]}
    figure("T10", "changed files", tried, found, control)

    assert not any(table_breaks_it(seed) for seed in seeds_of("csv"))
    assert broken == set()
    assert counts["slow"] == 0
    assert counts["plain"] > 0
