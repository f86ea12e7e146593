"""The command line as a person calls it: here, or in a process of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from support.source import ROOT

from matcher.cli import main

SAMPLE = ROOT / "resources" / "sample_directory" / "directory.csv"
ANSWERS = ROOT / "resources" / "sample_directory" / "answers.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call left: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Standard output as the one JSON document it has to be."""
        return json.loads(self.out)


def call(*words: object, input_: str | None = None, **environment: str) -> Outcome:
    """Call the program as a process, with these words and additions to the environment."""
    done = subprocess.run(
        [sys.executable, "-m", "matcher", *map(str, words)],
        cwd=ROOT,
        env=os.environ | environment,
        input=input_,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@dataclass(frozen=True, slots=True)
class Rapport:
    """Calls the program in this process."""

    capture: pytest.CaptureFixture[str]

    def __call__(self, *words: object) -> Outcome:
        self.capture.readouterr()
        code = main([str(word) for word in words])
        printed = self.capture.readouterr()
        return Outcome(code, printed.out, printed.err)


def write_csv(folder: Path, *rows: str, header: str = "id,name,accepting") -> Path:
    """Write a directory file of these rows."""
    path = folder / "list.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path
