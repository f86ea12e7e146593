import pytest
from support.importing import OPTIONS, say_all

from matcher.importers.position import check_position
from matcher.importers.row_builder import RowBuilder


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        pytest.param({"latitude": "41.73", "longitude": "-72.84"}, "", id="close"),
        pytest.param(
            {"latitude": "39.78373", "longitude": "-100.445882"},
            "finding.position.far",
            id="middle of the country",
        ),
        pytest.param({"latitude": "0", "longitude": "0"}, "finding.position.zero", id="zero"),
        pytest.param({"latitude": "41.73"}, "finding.position.half", id="half"),
        pytest.param({}, "", id="none"),
        pytest.param(
            {"latitude": "52.5", "longitude": "13.4", "country": "DE", "postcode": "10115"},
            "",
            id="another country",
        ),
        pytest.param(
            {"latitude": "52.5", "longitude": "13.4", "postcode": "99999"}, "", id="unknown ZIP"
        ),
    ],
)
def test_position_when_it_contradicts_the_postcode_then_it_is_left_out(
    cells: dict[str, str], key: str
) -> None:
    builder = RowBuilder("list.csv", 2, OPTIONS)
    for field, text in {"country": "US", "postcode": "06032", **cells}.items():
        builder.read(field, text)

    check_position(builder)

    row = builder.remark()
    assert [finding.message.key for finding in row.findings] == [key] * bool(key)
    assert (builder.values.get("latitude") is None) == (bool(key) or "latitude" not in cells)
    say_all([row])
