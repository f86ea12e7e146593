"""What a process does with a snapshot it opened, and what that took."""

import time
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from matcher.bundled import bundled
from matcher.directory.field import STYLE_AXES
from matcher.directory.snapshot import Snapshot
from matcher.preferences.elicitation import elicit
from matcher.questionnaire.answers_file import read_answers
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Response
from matcher.scoring.criteria import load_criteria
from matcher.scoring.model import AdditiveValueModel

_CHUNK = 1 << 20


def evaluated(snapshot: Snapshot) -> int:
    """Evaluate a client who asks for twenty things, and return how many."""
    questionnaire = load_questionnaire()
    answers = read_answers(Path(str(bundled("sample_directory", "answers.json"))))
    responses = {
        item: replace(response, importance=Importance.MATTERS)
        for item, response in answers.responses.items()
        if response.value is not None
    }
    responses |= {axis: Response(1, importance=Importance.MATTERS) for axis in STYLE_AXES}
    asked = elicit(
        replace(answers, responses=MappingProxyType(responses)), questionnaire, answers.today
    )
    evaluation = AdditiveValueModel(load_criteria()).evaluate(snapshot, asked)
    evaluation.score.sum()
    return len(asked.wishes)


def memory_mb() -> float:
    """Return the most memory this process has held, in MB; 0 where Linux does not tell."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def read_plainly(path: Path) -> float:
    """Return the seconds it takes to read a file from its beginning to its end."""
    start = time.perf_counter()
    buffer = bytearray(_CHUNK)
    with path.open("rb", buffering=0) as file:
        while file.readinto(buffer):
            pass
    return time.perf_counter() - start
