import pytest

from ui.settings import Region, settings_of_system


@pytest.mark.parametrize(
    ("region", "country", "currency", "uses_miles"),
    [
        pytest.param("us", "US", "USD", True, id="united_states"),
        pytest.param("gb", "GB", "GBP", True, id="united_kingdom"),
        pytest.param("ie", "IE", "EUR", False, id="ireland"),
        pytest.param("nz", "NZ", "NZD", False, id="new_zealand"),
        pytest.param("eu", "", "EUR", False, id="european_union"),
        pytest.param("elsewhere", "", "USD", False, id="elsewhere"),
    ],
)
def test_region_when_asked_then_it_knows_money_and_distance(
    region: str, country: str, currency: str, uses_miles: bool
) -> None:
    it = Region(region)

    assert (it.country, it.currency, it.uses_miles) == (country, currency, uses_miles)


@pytest.mark.parametrize(
    ("region", "paper"), [("us", "Letter"), ("ca", "Letter"), ("de", "A4"), ("", "A4")]
)
def test_region_when_asked_then_it_knows_its_paper(region: str, paper: str) -> None:
    assert Region(region).paper == paper


def test_settings_when_the_system_names_no_language_then_there_is_one_that_holds() -> None:
    settings = settings_of_system()

    assert settings.language == "en"
    assert settings.region == "us"
    assert settings.text_size == 100
    assert settings.own_words
