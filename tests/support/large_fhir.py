"""FHIR files as large as wanted: what a payer publishes, over and over with other ids."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from support.importing import DATA

_NAMED = re.compile(r'"(id|reference)":\s*"([^"]+)"')


def write_large_fhir(folder: Path, size: int, *, is_bundle: bool) -> Path:
    """Write a file of at most this many bytes: a bundle, or one resource a line."""
    path = folder / ("large.json" if is_bundle else "large.ndjson")
    begin, between, end = ('{"resourceType":"Bundle","entry":[', ",", "]}") if is_bundle else (
        "", "\n", "\n"
    )  # fmt: skip
    written = len(begin) + len(end)
    with path.open("w", encoding="utf-8") as file:
        file.write(begin)
        for number, resource in enumerate(_resources()):
            text = f'{{"resource":{resource}}}' if is_bundle else resource
            text = between * bool(number) + text
            written += len(text.encode())
            if written > size:
                break
            file.write(text)
        file.write(end)
    return path


def _resources() -> Iterator[str]:
    files = sorted((DATA / "fhir" / "plan_net_ri").glob("*.ndjson"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    for copy in count():
        for line in filter(str.strip, lines):
            yield _NAMED.sub(rf'"\1":"\2-{copy}"', line)
