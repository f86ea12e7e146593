"""Rapport without a screen: questionnaire, directory, scoring, ranking and checklist.

``import matcher`` is cheap: the public names below are resolved when first asked for, so that
the window can paint before anything heavy (numpy, SQLAlchemy, reportlab) is imported.
"""

import importlib

__version__ = "0.1.0"

_PUBLIC = {
    "load_questionnaire": "matcher.questionnaire.loader",
    "read_answers": "matcher.questionnaire.answers_file",
    "open_directory": "matcher.bootstrap",
    "rank": "matcher.services.matching.match",
    "write_checklist": "matcher.services.sheets.checklist_files",
}

__all__ = [
    "__version__",
    "load_questionnaire",
    "open_directory",
    "rank",
    "read_answers",
    "write_checklist",
]


def __getattr__(name: str) -> object:
    """Resolve a public name on first use."""
    if name not in _PUBLIC:
        raise AttributeError(name)
    return getattr(importlib.import_module(_PUBLIC[name]), name)
