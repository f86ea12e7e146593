"""scikit-learn is loaded when its advice is asked for, and not before."""

import os
import subprocess
import sys

import pytest
from support.commands import ANSWERS
from support.source import ROOT

_MATCH = f"""
from matcher.questionnaire.answers_file import read_answers
from matcher.services.matching.match import match
from matcher.services.directory.sample_directory import sample_directory
found = match(sample_directory(), read_answers({str(ANSWERS)!r}), seed=7)
first = found.evaluation.snapshot.ids[0]
"""
_SHEETS = (
    _MATCH
    + """
from matcher.i18n import Catalogue
from matcher.services.sheets.checklist_files import make_checklist, write_sheets
import pathlib, tempfile
with tempfile.TemporaryDirectory() as folder:
    write_sheets(pathlib.Path(folder, "sheets.pdf"), make_checklist(found, [first], Catalogue()))
"""
)
_WINDOW = """
from ui.app import Wiring
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_sample
from ui.settings import Settings
app = make_application()
wiring = Wiring(app, Settings(), DirectorySource(open_sample))
wiring.window.show()
app.processEvents()
wiring.close()
"""
_SERVICES = """
from matcher.services.matching import audit, audit_text, suggestions
from matcher.i18n import Catalogue
"""
_AUDIT = """
def stop(done, of):
    raise InterruptedError
try:
    audit.audit_directory(found.directory, watch=stop)
except InterruptedError:
    pass
"""


def _is_loaded_after(program: str) -> bool:
    ending = "\nimport sys\nprint('sklearn' in sys.modules or 'scipy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program + ending],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()[-1] == "True"


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("import matcher.cli.program", id="commands"),
        pytest.param(_SERVICES, id="services"),
        pytest.param(_SHEETS, id="ranking-and-checklist"),
        pytest.param(_WINDOW, id="window"),
    ],
)
def test_work_when_it_needs_no_advice_then_nothing_that_learns_is_loaded(program: str) -> None:
    assert not _is_loaded_after(program)


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(
            f"{_SERVICES}suggestions.suggest_terms('tea', 'issues', Catalogue())",
            id="terms",
        ),
        pytest.param(
            f"{_SERVICES}{_MATCH}suggestions.similar_people(found, first)",
            id="similar-people",
        ),
        pytest.param(
            f"{_SERVICES}{_MATCH}{_AUDIT}",
            id="audit",
        ),
    ],
)
def test_advice_when_asked_for_then_it_is_loaded(program: str) -> None:
    assert _is_loaded_after(program)
