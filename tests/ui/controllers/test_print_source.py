from dataclasses import dataclass
from typing import cast

import pytest

from ui.controllers.print_source import PrintSource, page_for


@dataclass
class _Source:
    kind: str


@pytest.mark.parametrize(
    ("kind", "page"), [("sheets", "print"), ("blank", "print_blank"), ("card", "print_card")]
)
def test_page_for_when_it_is_not_the_sheets_then_it_has_a_page_of_its_own(
    kind: str, page: str
) -> None:
    assert page_for("print", cast(PrintSource, _Source(kind))) == page
