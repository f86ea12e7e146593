"""The sheets are large enough to read when tired, and larger or airier for those who ask."""

from dataclasses import fields

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from matcher.document import Edition
from matcher.pdf.styles import MARGIN, PAGE_SIZES, Styles, make_styles

_LARGE = Edition(is_large=True)
_AIRY = Edition(is_airy=True)
_BOTH = Edition(is_large=True, is_airy=True)


def _all(styles: Styles) -> dict[str, ParagraphStyle]:
    found = {each.name: getattr(styles, each.name) for each in fields(styles)}
    return {name: each for name, each in found.items() if isinstance(each, ParagraphStyle)}


@pytest.mark.parametrize("edition", [Edition(), _LARGE, _AIRY, _BOTH])
def test_make_styles_when_made_then_sizes_step_down_from_the_title(edition: Edition) -> None:
    styles = make_styles(edition)

    sizes = [
        style.fontSize
        for style in (styles.title, styles.heading, styles.body, styles.small, styles.quiet)
    ]
    assert sizes == sorted(sizes, reverse=True)


def test_make_styles_when_no_edition_is_named_then_the_usual_sizes() -> None:
    styles = make_styles()

    sizes = (styles.title.fontSize, styles.heading.fontSize, styles.body.fontSize)
    assert (*sizes, styles.scale) == (22, 16, 13, 1)


def test_make_styles_when_large_then_text_has_18_points_and_the_rest_keeps_to_it() -> None:
    usual, large = _all(make_styles()), _all(make_styles(_LARGE))

    assert large["body"].fontSize == 18
    assert large.pop("footer").fontSize >= 14
    assert min(style.fontSize for style in large.values()) >= 18
    for name, style in large.items():
        assert style.fontSize >= usual[name].fontSize * 18 / 13
        assert style.spaceAfter == pytest.approx(usual[name].spaceAfter * 18 / 13)
    assert make_styles(_LARGE).scale == pytest.approx(18 / 13)


@pytest.mark.parametrize("edition", [_AIRY, _BOTH])
def test_make_styles_when_airy_then_letters_lines_and_paragraphs_have_room(
    edition: Edition,
) -> None:
    airy = _all(make_styles(edition))
    usual = _all(make_styles(Edition(is_large=edition.is_large)))

    assert all(style.fontName.endswith("-Airy") for style in airy.values())
    assert all(style.leading >= 1.5 * style.fontSize for style in airy.values())
    assert airy["body"].spaceAfter > usual["body"].spaceAfter
    assert airy["body"].fontSize == usual["body"].fontSize


def test_make_styles_when_airy_then_lines_are_short_and_begin_on_the_left() -> None:
    body = make_styles(_AIRY).body

    width = PAGE_SIZES["A4"][0] - 2 * MARGIN - body.rightIndent
    letter = 0.5 * body.fontSize + 0.07 * body.fontSize
    assert width / letter < 70
    assert all(style.alignment == 0 for style in _all(make_styles(_AIRY)).values())


@pytest.mark.parametrize(("paper", "width"), [("A4", 210), ("Letter", 215.9)])
def test_page_sizes_when_named_then_as_wide_as_the_paper(paper: str, width: float) -> None:
    assert PAGE_SIZES[paper][0] == pytest.approx(width * mm, abs=0.5)  # type: ignore[index]
    assert pytest.approx(18 * mm) == MARGIN
