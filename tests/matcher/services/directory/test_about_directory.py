from datetime import date
from typing import Any

import pytest

from matcher.directory.area_list import Area, AreaList
from matcher.services.directory.about_directory import AboutDirectory
from matcher.services.people.locality import Locality

_LISTED = AreaList((Area("Old Mill", 45.5, -122.6, ("Mill",), "US", ("97201",)),))
_ABOUT = AboutDirectory(
    stamp="a:1",
    rules="r",
    limit_days=90,
    as_of=date(2026, 11, 21),
    is_sample=True,
    locality=Locality(
        ("Old Mill", "Aue"), ("US-OR",), "US", "USD", True, frozenset({"medicare"}), _LISTED
    ),
)


def test_about_when_written_then_it_comes_back() -> None:
    assert AboutDirectory.from_json(_ABOUT.to_json()) == _ABOUT


@pytest.mark.parametrize(
    "change",
    [
        {"stamp": 1},
        {"as_of": "soon"},
        {"limit_days": "many"},
        {"locality": []},
        {"listed": [["Old Mill", 1]]},
        {"listed": {}},
        {"listed": [["Old Mill", 1, 1, "Mill", "US", []]]},
        {"locality": {**_ABOUT.to_json()["locality"], "areas": "Aue"}},
        {"listed": [["Old Mill", "x", 1, [], "US", []]]},
    ],
    ids=str,
)
def test_about_when_it_is_none_then_nothing_is_believed(change: dict[str, Any]) -> None:
    assert AboutDirectory.from_json({**_ABOUT.to_json(), **change}) is None
    assert AboutDirectory.from_json({}) is None
