"""A process that lets readers loose on files, each in a limited copy of itself, and tells its cost.

It takes lines ``reader<tab>path`` and answers each with one line of JSON.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from support.source import ROOT

_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader made of one file.

    Attributes
    ----------
    said
        Key of the sentence with which it was refused; ``""`` when it was read through.
    error
        The kind of what was raised besides; ``""`` when nothing was.
    seconds
        On the processor.
    megabytes
        Most memory, beyond what the program itself takes.
    """

    said: str
    error: str
    seconds: float
    megabytes: float


class ReadingWalk:
    """The process, and how to ask it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def read(self, reader: str, path: Path) -> Reading:
        """Let a reader read a file."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(reader, path, sep="\t", file=self._process.stdin, flush=True)
        return Reading(**json.loads(self._process.stdout.readline()))


@contextmanager
def reading_walk() -> Iterator[ReadingWalk]:
    """Give the process, and end it afterwards."""
    with subprocess.Popen(
        [sys.executable, "-m", "support.reading_walk"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "OPENBLAS_NUM_THREADS": "1"},
    ) as process:
        yield ReadingWalk(process)
        assert process.stdin is not None
        process.stdin.close()


def _answer(reader: str, path: Path) -> dict[str, object]:
    from support.readers import READERS, said_of

    from matcher.importers.process_limits import limit_this_process

    said, error = "", ""
    limit_this_process(_SECONDS)
    before, begin = _megabytes(), process_time()
    try:
        said = said_of(READERS[reader], path)
    except Exception as caught:  # noqa: BLE001 - that is what is looked for
        error = f"{type(caught).__name__}: {caught}"[:200]
    seconds = process_time() - begin
    return {
        "said": said,
        "error": error,
        "seconds": seconds,
        "megabytes": _megabytes() - before,
    }


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Answer until there are no more questions."""
    import python_calamine  # noqa: F401 - read here once, and not in every copy
    from support.readers import READERS

    from matcher.directory.geography import locate_postcode

    assert READERS
    locate_postcode("", "US")
    for line in sys.stdin:
        reader, _, path = line.rstrip("\n").partition("\t")
        child = os.fork()
        if not child:
            os.write(1, json.dumps(_answer(reader, Path(path))).encode() + b"\n")
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            lost = {"said": "", "error": f"ended with {status}", "seconds": 0, "megabytes": 0}
            print(json.dumps(lost), flush=True)


if __name__ == "__main__":
    main()
