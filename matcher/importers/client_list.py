"""Headers of lists of clients, as records systems write them: those must never come in here."""

import re
from collections.abc import Iterable

from matcher.errors import ImportFileError, Message
from matcher.importers.foreign_text import clean_text
from matcher.letters import without_accents

_CLIENT_HEADERS = frozenset(
    "birth_date birth_year client client_number diagnosticos diagnostico paciente patient "
    "patient_number year_of_birth".split()
)
_DIAGNOSIS = re.compile(
    r"(?:(?:primary|secondary|principal|admitting|current|client|patient|pt)_)?"
    r"(?:dx|diagnosis|diagnoses)(?:_?(?:codes?|date|description|[0-9]+))?"
)
_WITHIN = re.compile(
    r"(?:^|_)(?:date_?of_?birth|birth_?dates?|birthdays?|dob|f(?:echa)?_(?:de_)?nac(?:imiento)?"
    r"|icd(?:_?(?:9|10|11))?|mrn|social_?security|ssn|medical_?record|expediente"
    r"|(?:client|patient|pt|cliente|paciente)_?(?:(?:first|last|full|given|family|sur|legal)_?)?"
    r"(?:name|initials|id)|(?:nombre|apellidos?|iniciales)_de(?:l|_la|_el)?_(?:cliente|paciente))"
    r"(?:_|$)"
)
_CONTRACT = re.compile(
    r"(?:^|_)(?:member|subscriber|insured|policy|insurance|medicaid|medicare|chart|case|poliza"
    r"|afiliado|asegurado)_?(?:id|number)(?:_|$)"
    r"|(?:^|_)(?:id|number)_de(?:l|_la)?_(?:poliza|afiliado|asegurado|cliente|paciente|seguro)(?:_|$)"
)
_OF_PRACTITIONERS = frozenset(
    "billing clinician enrollment npi practitioner provider rendering therapist".split()
)
_NUMBER = re.compile(r"#|(?<![.\w])n(?:um|r|o)?[.°º]+(?:o\b)?|\bn[uú]m(?:ero)?\b", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LETTERS = re.compile(r"(?<![^\W_])[^\W_](?:_[^\W_])+(?![^\W_])")

_LONGEST_SHOWN = 60


def header_name(header: str) -> str:
    """Return a header as a name of small letters.

    Examples
    --------
    >>> header_name(" ZIP-code (Office) ")
    'zip_code_office'
    """
    return re.sub(r"\W+", "_", without_accents(clean_text(header))).strip("_")


def refuse_client_list(headers: Iterable[str], file: str) -> None:
    """Stop at a list of clients.

    Parameters
    ----------
    headers
        As they stand in the file.
    file
        Its name, for the sentence.

    Raises
    ------
    ImportFileError
        When a header is one that only lists of clients have.
    """
    for header in headers:
        if _is_of_clients(header):
            column = clean_text(header, _LONGEST_SHOWN)
            raise ImportFileError(Message("error.import.client_list", file=file, column=column))


def _is_of_clients(header: str) -> bool:
    """Tell whether only lists of clients have such a header, however it is spelt.

    Examples
    --------
    >>> [_is_of_clients(header) for header in ("D.O.B.", "MemberID", "Policy #", "Client focus")]
    [True, True, True, False]
    """
    parted = _NUMBER.sub(" number ", _HUMP.sub(" ", clean_text(header)))
    name = _LETTERS.sub(lambda letters: letters[0].replace("_", ""), header_name(parted))
    if name in _CLIENT_HEADERS or _DIAGNOSIS.fullmatch(name) or _WITHIN.search(name):
        return True
    return bool(_CONTRACT.search(name)) and _OF_PRACTITIONERS.isdisjoint(name.split("_"))
