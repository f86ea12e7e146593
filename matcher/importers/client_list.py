"""Headers of lists of clients, as records systems write them: those must never come in here."""

import re
from collections.abc import Iterable

from matcher.errors import ImportFileError, Message
from matcher.importers.foreign_text import clean_text
from matcher.letters import without_accents

_SOMEBODY = "(?:clients?|patients?|pts?|clientes?|pacientes?)"
_CLIENT_HEADERS = frozenset(
    "birth_date birth_year client client_number mr_number paciente patient patient_number "
    "pt_number ss_number year_of_birth".split()
)
_DIAGNOSIS = re.compile(
    rf"(?:(?:primary|secondary|principal|admitting|current|codigos?_de|{_SOMEBODY})_)?"
    r"(?:dx|diagnosis|diagnoses|diagnosticos?)"
    r"(?:_?(?:codes?|date|description|primarios?|principal|secundarios?|[0-9]+))?"
)
_WITHIN = re.compile(
    r"(?:^|_)(?:date_?of_?birth|birth_?dates?|b(?:irth|_)?days?|do_?b"
    r"|f(?:echa)?_(?:de_)?nac(?:imiento)?"
    r"|icd(?:_?(?:9|10|11))?|mrn|soc(?:ial)?_?sec(?:urity)?|ssn|med_rec"
    rf"|{_SOMEBODY}_?(?:(?:f|l|first|last|full|given|family|sur|legal)_?)?(?:names?|initials|id)"
    rf"|{_SOMEBODY}_(?:first_last|last_first|first|last)$"
    rf"|(?:names?|initials|id)_of_(?:the_)?{_SOMEBODY}"
    rf"|(?:nombre|apellidos?|iniciales)_(?:de(?:l|_la|_el)?_)?{_SOMEBODY})"
    r"(?:_|$)"
)
_NUMBERED = re.compile(
    r"(?:^|_)(?:member|subscriber|insured|policy|insurance|medicaid|medicare|chart|case|poliza"
    r"|afiliado|asegurado)_?(?:id|number)(?:_|$)"
    r"|(?:^|_)(?:id|number)_de(?:l|_la)?_(?:poliza|afiliado|asegurado|cliente|paciente|seguro)(?:_|$)"
    r"|(?:^|_)(?:medical_?record|expediente)(?:_|$)"
)
_OF_PRACTITIONERS = frozenset(
    "aamft aca amhca apa asociacion association bacp billing camft chamber clinician colegio "
    "enrollment indemnity liability malpractice nasw nbcc npi practitioner professional provider "
    "rendering responsabilidad sistema society software system therapist ukcp".split()
)
_OWNER = re.compile(r"(?<=\w)['’`]s?(?!\w)", re.IGNORECASE)
_NUMBER = re.compile(
    r"#|(?<![.\w])n(?:um|r|o)?[.°º]+(?:o\b)?|\bn[uú]m(?:ero)?\b|\bno\W*$", re.IGNORECASE
)
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
    text = _OWNER.sub("", clean_text(header))
    return any(map(_is_name_of_clients, {text, _HUMP.sub(" ", text)}))


def _is_name_of_clients(text: str) -> bool:
    name = header_name(_NUMBER.sub(" number ", text))
    name = _LETTERS.sub(lambda letters: letters[0].replace("_", ""), name)
    if name in _CLIENT_HEADERS or _DIAGNOSIS.fullmatch(name) or _WITHIN.search(name):
        return True
    if name == "member_number":  # As a list of an association's own members has it.
        return False
    return bool(_NUMBERED.search(name)) and _OF_PRACTITIONERS.isdisjoint(name.split("_"))
