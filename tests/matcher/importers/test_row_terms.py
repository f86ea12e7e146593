"""Terms of one field, from several cells."""

import pytest

from matcher.importers.row_terms import SaidTerm, agreed, opposites


@pytest.mark.parametrize(
    ("tokens", "held", "opposed"),
    [
        (["video", "video"], ["video", "video"], []),
        (["video:no", "phone"], ["video:no", "phone"], []),
        (["video", "video:no"], [], [("video", "video:no")]),
        (["video:no", "phone", "video", "video:no"], ["phone"], [("video:no", "video")]),
        (["es:fluent", "es:no"], [], [("es:fluent", "es:no")]),
        (["es:fluent", "es"], ["es:fluent", "es"], []),
        ([], [], []),
    ],
)
def test_terms_when_one_is_stated_and_denied_then_neither_holds(
    tokens: list[str], held: list[str], opposed: list[tuple[str, str]]
) -> None:
    terms = [*map(SaidTerm, tokens)]

    assert agreed(terms) == held
    assert [(one.token, other.token) for one, other in opposites(terms)] == opposed


def test_term_when_shown_then_its_column_is_named() -> None:
    assert SaidTerm("video", "Yes", "Telehealth").shown == "Telehealth: Yes"
    assert SaidTerm("video", "online").shown == "online"
