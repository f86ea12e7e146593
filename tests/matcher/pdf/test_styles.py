"""The sheets are large enough to read when tired."""

import pytest
from reportlab.lib.units import mm

from matcher.pdf.styles import MARGIN, PAGE_SIZES, make_styles


def test_make_styles_when_made_then_sizes_step_down_from_the_title() -> None:
    styles = make_styles()

    sizes = [
        style.fontSize
        for style in (styles.title, styles.heading, styles.body, styles.small, styles.quiet)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert (styles.title.fontSize, styles.heading.fontSize, styles.body.fontSize) == (22, 16, 13)


@pytest.mark.parametrize(("paper", "width"), [("A4", 210), ("Letter", 215.9)])
def test_page_sizes_when_named_then_as_wide_as_the_paper(paper: str, width: float) -> None:
    assert PAGE_SIZES[paper][0] == pytest.approx(width * mm, abs=0.5)  # type: ignore[index]
    assert pytest.approx(18 * mm) == MARGIN
