import pytest
from support.builders import make_profile

from matcher.directory.area_list import Area, AreaList
from matcher.directory.vocabulary import load_vocabulary
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.people.locality import Locality, locality_of


@pytest.mark.parametrize(
    ("currencies", "usual", "others"),
    [
        pytest.param((), "", False, id="nobody"),
        pytest.param(("", ""), "", False, id="not_stated"),
        pytest.param(("EUR", "eur", ""), "EUR", False, id="all_who_say"),
        pytest.param(("EUR", "EUR", "USD"), "EUR", True, id="most"),
        pytest.param(("EUR", "USD"), "", True, id="half_is_not_most"),
    ],
)
def test_currency_when_stated_with_fees_then_the_usual_one_is_found(
    currencies: tuple[str, ...], usual: str, *, others: bool
) -> None:
    profiles = [
        make_profile(f"p-{number}", fee_max="80", currency=currency)
        for number, currency in enumerate(currencies)
    ]
    profiles.append(make_profile("p-no-fee", currency="JPY"))

    found = locality_of(profiles)

    assert (found.currency, found.other_currencies) == (usual, others)


def test_locality_when_looked_for_then_areas_and_the_country_are_known() -> None:
    found = locality_of(
        [
            make_profile("p-1", area="Old Mill", country="DE", licensed_areas="DE;DE-BY"),
            make_profile("p-2", area="Harbor", country="DE", licensed_areas="DE-BY;DE-BE"),
            make_profile("p-3", country="AT"),
        ]
    )

    assert found == Locality(("Harbor", "Old Mill"), ("DE-BE", "DE-BY"), "DE")


def test_areas_when_the_clinic_has_a_list_then_it_goes_first_in_its_own_order() -> None:
    listed = AreaList((Area("Old Mill", 45.0, -122.0, ("The Mill",)), Area("Harbor", 45.1, -122.0)))

    found = locality_of(
        [
            make_profile("p-1", area="the mill"),
            make_profile("p-2", area="Hill"),
            make_profile("p-3", area="harbor"),
        ],
        listed,
    )

    assert found.areas == ("Old Mill", "Harbor", "Hill")
    assert found.listed is listed


def test_payers_when_somebody_published_names_them_then_they_are_known() -> None:
    found = locality_of(
        [
            make_profile("p-1", payers="self_pay;blue_sky"),
            make_profile("p-2", payers="blue_sky:no;medicaid"),
            make_profile("p-3", payers="red_kite", published=False),
            make_profile("p-4", payers="-"),
        ]
    )

    assert found.payers == {"self_pay", "blue_sky", "medicaid"}


def test_payers_when_of_the_sample_then_its_invented_plans_are_among_them() -> None:
    plans = {term.code for term in load_vocabulary("payers") if term.group == "plans"}

    assert plans
    assert plans <= locality_of(sample_directory().profiles()).payers


@pytest.mark.parametrize(
    ("country", "region"),
    [
        pytest.param("DE", "de", id="of_the_directory"),
        pytest.param("", "us", id="of_the_person"),
        pytest.param("MX", "us", id="a_country_that_is_not_described"),
    ],
)
def test_region_when_asked_then_postcodes_are_those_of_the_directory(
    country: str, region: str
) -> None:
    assert Locality(country=country).region("us").id == region
