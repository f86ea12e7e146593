"""People chosen are told apart, and short texts stand apart on a line."""

import pytest
from support.results import make_asked, make_result, make_visit

from matcher.checklist.visit import joined, told_apart


@pytest.mark.parametrize(
    ("people", "called"),
    [
        pytest.param(
            (("Ana Vidal", "Larkhaven"), ("Sam Oyelaran", "Larkhaven")),
            ("Ana Vidal", "Sam Oyelaran"),
            id="names differ",
        ),
        pytest.param(
            (("Ana Vidal", "Larkhaven"), ("ana vidal", "Portland"), ("Sam", "Portland")),
            ("Ana Vidal (Larkhaven)", "ana vidal (Portland)", "Sam"),
            id="towns differ",
        ),
        pytest.param(
            (("Ana Vidal", "Larkhaven"), ("Ana Vidal", "Larkhaven"), ("Ana Vidal", "")),
            ("Ana Vidal (Larkhaven) (1)", "Ana Vidal (Larkhaven) (2)", "Ana Vidal"),
            id="one town",
        ),
        pytest.param(
            (("Ana Vidal", ""), ("Ana Vidal", "")),
            ("Ana Vidal (1)", "Ana Vidal (2)"),
            id="no town",
        ),
    ],
)
def test_told_apart_when_names_repeat_then_what_differs_stands_beside_them(
    people: tuple[tuple[str, str], ...], called: tuple[str, ...]
) -> None:
    asked = make_asked()
    visits = [
        make_visit(
            asked, make_result(profile_id=f"p-{n}", name=name), **({"city": city} if city else {})
        )
        for n, (name, city) in enumerate(people)
    ]

    assert tuple(visit.name for visit in told_apart(visits)) == called


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (("a", "b"), "a  ·  b"),
        (("", "b"), "b"),
        (("a", "", "c"), "a  ·  c"),
        (("a", ""), "a"),
        ((), ""),
    ],
)
def test_joined_when_a_part_is_empty_then_no_sign_is_left_hanging(
    parts: tuple[str, ...], line: str
) -> None:
    assert joined(*parts) == line
