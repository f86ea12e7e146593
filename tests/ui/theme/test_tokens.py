import pytest

from ui.theme.tokens import Form, PaletteName, focus_ring, measure_characters, text_sizes, tokens

_TEXT, _PART = 4.5, 3.0


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_when_black_on_white_then_it_is_the_greatest_there_is() -> None:
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("palette", PaletteName)
@pytest.mark.parametrize("surface", ["ground", "surface", "wash"])
@pytest.mark.parametrize(
    ("token", "least"),
    [
        pytest.param("ink", _TEXT, id="ink"),
        pytest.param("quiet", _TEXT, id="quiet"),
        pytest.param("accent", _TEXT, id="accent"),
        pytest.param("error", _TEXT, id="error"),
        pytest.param("line", _PART, id="line"),
        pytest.param("focus", _PART, id="focus"),
    ],
)
def test_palette_when_measured_then_text_and_parts_stand_out(
    palette: PaletteName, surface: str, token: str, least: float
) -> None:
    colours = tokens(palette).colours

    assert _contrast(getattr(colours, token), getattr(colours, surface)) >= least


@pytest.mark.parametrize("palette", PaletteName)
def test_palette_when_measured_then_words_on_the_accent_can_be_read(palette: PaletteName) -> None:
    colours = tokens(palette).colours

    assert _contrast(colours.on_accent, colours.accent) >= _TEXT


@pytest.mark.parametrize("text_size", text_sizes())
def test_tokens_when_text_grows_then_all_that_is_read_grows_with_it(text_size: int) -> None:
    usual = tokens(PaletteName.LIGHT).sizes
    grown = tokens(PaletteName.LIGHT, text_size).sizes

    for name in ("small", "body", "lead"):
        assert getattr(grown, name) == round(getattr(usual, name) * text_size / 100)


@pytest.mark.parametrize("form", [Form(), Form(is_kiosk=True)], ids=["laptop", "kiosk"])
def test_tokens_when_text_grows_then_headings_grow_less_and_stay_the_largest(form: Form) -> None:
    grown = [tokens(PaletteName.LIGHT, text_size, form).sizes for text_size in text_sizes()]

    for sizes in grown:
        assert sizes.small < sizes.body < sizes.lead < sizes.heading < sizes.title
    headings, titles = [one.heading for one in grown], [one.title for one in grown]
    assert (headings, titles) == (sorted({*headings}), sorted({*titles}))
    assert titles[-1] == 1.5 * titles[0]


def test_measures_when_read_then_they_are_the_promised_ones() -> None:
    assert measure_characters() == 62
    assert focus_ring() == (3, 2)
    assert tokens(PaletteName.LIGHT).target >= 44
    assert (text_sizes()[0], text_sizes()[-1]) == (100, 200)


@pytest.mark.parametrize(
    ("dots_per_inch", "target", "primary"),
    [
        pytest.param(96, 48, 57, id="coarse"),
        pytest.param(160, 57, 95, id="fine"),
    ],
)
def test_tokens_when_strangers_touch_the_screen_then_millimetres_hold(
    dots_per_inch: float, target: int, primary: int
) -> None:
    kiosk = tokens(PaletteName.LIGHT, 100, Form(is_kiosk=True, dots_per_inch=dots_per_inch))

    assert (kiosk.target, kiosk.primary) == (target, primary)
    assert kiosk.header == 120
    sizes = kiosk.sizes
    assert [sizes.small, sizes.body, sizes.lead, sizes.heading, sizes.title] == [20, 24, 30, 38, 48]
