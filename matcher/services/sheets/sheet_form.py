"""What sheets can be saved as."""

import os
from types import MappingProxyType
from typing import Literal, get_args

from matcher.services.files.output_file import check_ending, ending_of

Form = Literal["pdf", "html", "txt"]
"""A PDF to print, a web page to read on a telephone, or plain text for a braille display."""

FORMS: tuple[Form, ...] = get_args(Form)
"""The usual one first."""

_FORM_OF: MappingProxyType[str, Form] = MappingProxyType(
    {".pdf": "pdf", ".html": "html", ".htm": "html", ".txt": "txt"}
)
"""By the ending of a file's name."""


def form_of(path: str | os.PathLike[str]) -> Form | None:
    """Return the form that a file's name says; ``None`` without an ending, and for a folder.

    Raises
    ------
    OutputError
        When no form has this ending.
    """
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 - never raise
        return None
    check_ending(path, tuple(_FORM_OF))
    return _FORM_OF.get(ending_of(path))


def endings_of(form: Form) -> tuple[str, ...]:
    """Return how names of such files may end, the usual ending first."""
    return tuple(ending for ending, each in _FORM_OF.items() if each == form)
