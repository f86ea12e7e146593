"""Lists of clients are told by their headers, and refused."""

import pytest
from support.importing import say

from matcher.errors import ImportFileError
from matcher.importers.client_list import header_name, refuse_client_list


@pytest.mark.parametrize(
    "header",
    ["Date of Birth", "DOB", "client dob", "Member ID", "Diagnosis", "Dx Code", "MRN", "ICD-10",
     "Fecha de nacimiento", "Diagnóstico", "Patient's Date of Birth (mm/dd)", "SSN #", "D.O.B.",
     "D O B", "MemberID", "ClientID", "patientId", "memberid", "DateOfBirth", "PatientDOB",
     "Birthday", "Birth Date", "Primary Dx", "Dx 1", "Secondary diagnosis", "Client Last Name",
     "Pt. Name", "Client initials", "Policy #", "Policy No.", "Medicaid #", "Medicare Number",
     "Insurance ID", "S.S.N.", "Fecha nac", "Fecha nac.", "Fecha de Nac.", "F. nacimiento",
     "Nombre del paciente", "Nombre de la paciente", "N.º de póliza", "Póliza Nº", "Case #",
     "Número de seguro social", "Número de expediente", "Patient", "Medical Record Number",
     "DoB", "DoB:", "Client DoB", "Pt DoB", "PatientDoB", "SSNo", "Client's Name",
     "Patient’s Name", "Patients' names", "Clients name", "Name of client/patient",
     "Client First/Last", "Client Last, First", "CLIENT_FNAME", "Nombre cliente/paciente", "SS#",
     "Soc Sec", "Med. Rec. #", "MR#", "Client No", "ClientNo", "Pt #", "Subscriber No", "Bday",
     "B-day", "Diagnóstico principal", "Diagnóstico 1", "Código de diagnóstico",
     "Client's diagnosis", "Insurance member number", "Aetna member ID", "Member ID #"],
)  # fmt: skip
def test_header_when_only_clients_have_it_then_the_list_is_refused(header: str) -> None:
    with pytest.raises(ImportFileError) as caught:
        refuse_client_list(["Name", header, "City"], "list.csv")

    assert caught.value.messages[0].key == "error.import.client_list"
    assert "list.csv" in say(caught.value.messages[0])["en"]
    assert f"“{header}”" in say(caught.value.messages[0])["en"]


@pytest.mark.parametrize(
    "header",
    ["Name", "Accepting new clients", "Client ages", "Insurance", "Issues treated", "NPI",
     "Client focus", "Client identity", "Client population", "Number of clients", "Medicaid",
     "Accepts Medicaid (yes/no)", "Medicaid provider ID", "Provider's Medicaid #", "NPI #",
     "License #", "Lic. No.", "Patients seen", "Diagnoses treated", "Birth trauma",
     "Birthing people", "Case management", "Cancellation policy", "Member of", "Insurances",
     "Acepta pacientes nuevos", "Clientes", "D.O.", "Clients with ID", "Dual Dx", "Y/N",
     "Max. clients", "Casos", "Nombre", "Número de licencia", "LastName", "PhoneNumber",
     "NASW Member #", "APA member ID", "BACP member number", "Member number", "Member No.",
     "Chamber member number", "Liability insurance number", "Malpractice policy number",
     "Medical record system", "Sistema de expediente", "Accepts clients yes/no",
     "Número de póliza de responsabilidad", "Client no-show fee", "Diagnósticos tratados",
     "Patients' ages", "Client first contact", "Medicaid: yes or no", "Names of clinics"],
)  # fmt: skip
def test_header_when_of_practitioners_then_the_list_is_let_in(header: str) -> None:
    refuse_client_list(["Name", header, "City"], "list.csv")


def test_header_name_when_signs_differ_then_it_is_the_same() -> None:
    assert header_name(" ZIP-Code ") == header_name("zip code") == "zip_code"
