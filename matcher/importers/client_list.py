"""Headers of lists of clients, as records systems write them: those must never come in here."""

import re
from collections.abc import Iterable

from matcher.errors import ImportFileError, Message
from matcher.importers.foreign_text import clean_text
from matcher.letters import without_accents

_CLIENT_HEADERS = frozenset(
    "birth_date birthdate client client_dob client_id client_name client_number date_of_birth "
    "diagnoses diagnosis diagnosis_code diagnosis_codes diagnostico diagnosticos dob dx dx_code "
    "expediente fecha_de_nacimiento fecha_nacimiento icd10 icd_10 insurance_id medical_record "
    "medical_record_number member_id member_number mrn nombre_del_paciente numero_de_expediente "
    "paciente patient patient_dob patient_id patient_name policy_number social_security_number "
    "ssn subscriber_id".split()
)
_WITHIN = re.compile(
    r"(?:^|_)(?:date_of_birth|dob|fecha_de_nacimiento|icd_?10|member_id|mrn|social_security|ssn)"
    r"(?:_|$)"
)

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
        name = header_name(header)
        if name in _CLIENT_HEADERS or _WITHIN.search(name):
            column = clean_text(header, _LONGEST_SHOWN)
            raise ImportFileError(Message("error.import.client_list", file=file, column=column))
