import pytest
from support.importing import DATA, say

from matcher.errors import ImportFileError
from matcher.importers.nppes_header import NppesHeader

_NAMES = (DATA / "nppes" / "header_330_2020.txt").read_text(encoding="utf-8").splitlines()


def test_columns_when_in_another_order_then_they_are_found_by_name() -> None:
    header = NppesHeader([f" {name} " for name in reversed(_NAMES)], "list.csv")

    assert header.width == 330
    assert header.npi == 329 - _NAMES.index("NPI")
    assert len(header.specialties) == len(header.codes) == 15


def test_column_when_it_lacks_then_it_is_named() -> None:
    with pytest.raises(ImportFileError) as caught:
        NppesHeader(_NAMES[1:], "list.csv")

    (message,) = caught.value.messages
    say(message)
    assert message.params == {"file": "list.csv", "column": "NPI"}
