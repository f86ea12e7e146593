import pytest
from PySide6.QtGui import QColor, QPalette

from ui.theme import palette as roles
from ui.theme.palette import make_palette
from ui.theme.tokens import PaletteName, tokens


@pytest.mark.parametrize("name", PaletteName)
@pytest.mark.parametrize(
    "token",
    [
        *("ground", "surface", "wash", "ink", "quiet", "line", "hairline"),
        *("accent", "on_accent", "error", "focus", "halo"),
    ],
)
def test_palette_when_made_then_every_role_has_its_token(name: PaletteName, token: str) -> None:
    colours = tokens(name).colours

    palette = make_palette(colours)

    assert palette.color(getattr(roles, token.upper())) == QColor(getattr(colours, token))


def test_palette_when_switched_off_then_words_are_quiet_and_not_gone() -> None:
    colours = tokens(PaletteName.DARK).colours

    palette = make_palette(colours)

    assert palette.color(QPalette.ColorGroup.Disabled, roles.INK) == QColor(colours.quiet)


def test_roles_when_compared_then_no_two_tokens_share_one() -> None:
    names = [name for name in vars(roles) if name.isupper()]

    assert len({getattr(roles, name) for name in names}) == len(names)
