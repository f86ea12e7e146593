"""Lists of clients are told by their headers, and refused."""

import pytest
from support.importing import say

from matcher.errors import ImportFileError
from matcher.importers.client_list import header_name, refuse_client_list


@pytest.mark.parametrize(
    "header",
    ["Date of Birth", "DOB", "client dob", "Member ID", "Diagnosis", "Dx Code", "MRN", "ICD-10",
     "Fecha de nacimiento", "Diagnóstico", "Patient's Date of Birth (mm/dd)", "SSN #"],
)  # fmt: skip
def test_header_when_only_clients_have_it_then_the_list_is_refused(header: str) -> None:
    with pytest.raises(ImportFileError) as caught:
        refuse_client_list(["Name", header, "City"], "list.csv")

    assert caught.value.messages[0].key == "error.import.client_list"
    assert "list.csv" in say(caught.value.messages[0])["en"]
    assert f"“{header}”" in say(caught.value.messages[0])["en"]


def test_headers_when_of_practitioners_then_the_list_is_let_in() -> None:
    refuse_client_list(
        ["Name", "Accepting new clients", "Client ages", "Insurance", "Issues treated", "NPI"],
        "list.csv",
    )


def test_header_name_when_signs_differ_then_it_is_the_same() -> None:
    assert header_name(" ZIP-Code ") == header_name("zip code") == "zip_code"
