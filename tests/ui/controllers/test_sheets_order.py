import pytest
from support.sittings import sample_match

from matcher.document import Edition
from matcher.i18n import Catalogue
from matcher.services.sheets.checklist import ChecklistOptions
from matcher.services.sheets.sheet_form import FORMS
from ui.controllers.sheets_order import SheetsOrder

_PLAIN = ChecklistOptions(paper="A4")


def _order(options: ChecklistOptions = _PLAIN, language: str = "en") -> SheetsOrder:
    return SheetsOrder(sample_match(), ("p-001",), Catalogue(language), options)


def test_order_when_the_same_is_wanted_then_it_is_equal() -> None:
    match = sample_match()
    first, second = (SheetsOrder(match, ("p-001",), Catalogue("en"), _PLAIN) for _ in range(2))

    assert first == second
    assert hash(first) == hash(second)


@pytest.mark.parametrize(
    "options",
    [
        ChecklistOptions(paper="Letter"),
        ChecklistOptions(paper="A4", is_share_copy=True),
        ChecklistOptions(paper="A4", edition=Edition(is_airy=True)),
    ],
    ids=["paper", "share", "airy"],
)
def test_order_when_something_else_is_wanted_then_it_is_another(options: ChecklistOptions) -> None:
    assert _order() != _order(options)


def test_order_when_the_language_is_another_then_it_is_another() -> None:
    assert _order() != _order(language="es")


@pytest.mark.parametrize(("form", "begins"), [*zip(FORMS, (b"%PDF", b"<!", b""), strict=True)])
def test_make_when_a_form_is_wanted_then_it_is_that_form(form: str, begins: bytes) -> None:
    made = _order().make(form)  # type: ignore[arg-type]

    assert made.lower().startswith(begins.lower())
    assert made.startswith(b"%PDF") is (form == "pdf")
