"""How long three people's sheets take: the first time with imports and fonts, and again.

Run by ``make bench``; prints figures and asserts nothing on time.
"""

import subprocess
import sys

_MEASURE = """
import time
from matcher.i18n import Catalogue
from matcher.questionnaire.response import ResponseSet, Response
from matcher.services.sample_directory import sample_directory
from matcher.services.matching import match
answers = ResponseSet("preferences/1", responses={"style_steer": Response(-2)})
result = match(sample_directory(), answers, seed=7)
chosen = result.evaluation.snapshot.ids[:3]
for name in ("first time", "again"):
    started = time.perf_counter()
    from matcher.services.checklist import make_checklist
    data = make_checklist(result, chosen, Catalogue("en"))
    seconds = time.perf_counter() - started
    print(f"checklist PDF, three people, {name}: {seconds:.2f} s, {len(data):,} bytes")
"""


def bench_checklist_pdf() -> None:
    """Measure in a process of its own, so that nothing is imported yet."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE], check=True, capture_output=True, text=True
    )
    print(f"\n{done.stdout}", end="")
