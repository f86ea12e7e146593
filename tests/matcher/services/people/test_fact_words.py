import pytest
from support.builders import make_profile

from matcher.directory.field import FIELDS
from matcher.i18n import Catalogue
from matcher.services.people.fact_words import field_name, field_value


@pytest.mark.parametrize("language", ["en", "es"])
def test_field_when_named_then_every_one_has_a_name_of_its_own(language: str) -> None:
    words = Catalogue(language)
    names = [field_name(field, words) for field in FIELDS]

    assert all(names)
    assert len(names) == len({*names})
    assert field_name("city", words) == words.text("fact.field.city")


@pytest.mark.parametrize(
    ("field", "cell", "expected"),
    [
        ("city", "Aue", "Aue"),
        ("accepting", "yes", "Yes"),
        ("access", "-", "None"),
        ("medication", "prescribes:no", "Can prescribe medicine: no"),
        ("languages", "es:native;en", "Spanish (First language); English"),
        ("years", "4", "4 years"),
        ("payers", "aetna;ohp;regence_bcbs", "Aetna; OHP; Regence BCBS"),
        ("payers", "blue_cross_of_oregon;plan_b+_50", "Blue Cross of Oregon; Plan B+ 50"),
    ],
)
def test_fact_when_told_then_in_words(field: str, cell: str, expected: str) -> None:
    fact = make_profile("p-1", **{field: cell}).facts[field]

    assert field_value(field, fact, Catalogue()) == expected
