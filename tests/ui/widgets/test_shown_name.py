from ui.widgets.shown_name import WHOLE, shown_name


def test_name_when_usual_then_it_is_whole() -> None:
    assert shown_name("Trần Thị Ngọc Ánh") == "Trần Thị Ngọc Ánh"


def test_name_when_very_long_then_it_is_cut_off_and_says_so() -> None:
    shown = shown_name("Maria " * 50)

    assert shown == f"{('Maria ' * 10).rstrip()}…"


def test_name_when_somebody_is_telephoned_by_it_then_a_real_one_is_whole() -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff Ñandú de la Santísima Trinidad y Ruiz de Oxtotitlán"

    assert shown_name(name, WHOLE) == name
    assert shown_name(name * 5, WHOLE).endswith("…")
