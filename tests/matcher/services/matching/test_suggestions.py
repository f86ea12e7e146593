"""Suggestions: areas for plain sentences in two languages, and similar people."""

import logging

import pytest
from support.commands import ANSWERS

from matcher.i18n import Catalogue
from matcher.questionnaire.answers_file import read_answers
from matcher.scoring.result import Group
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.match import Match, match
from matcher.services.matching.suggestions import (
    everyday_words,
    passed_over_words,
    similar_people,
    suggest_terms,
)

_ENGLISH = {
    "I can't sleep and I keep worrying about money": {"sleep", "worry"},
    "I feel sad all the time": {"low_mood"},
    "My mother died last year": {"bereavement"},
    "We argue a lot, my husband and I": {"couple_conflict"},
    "I drink too much wine in the evening": {"alcohol"},
    "I lost my job in March": {"job_loss"},
    "I am so stressed at work": {"stress"},
    "I get panic attacks on the bus": {"panic"},
    "I feel lonely since I moved here": {"loneliness", "moving_or_migration"},
    "I don't like my body": {"body_image"},
    "I think I might be autistic": {"autism"},
    "my partner cheated on me": {"affairs_or_trust"},
    "I am afraid of flying": {"worry"},
    "I have cut myself": {"hurting_myself"},
    "I think of suicide": {"not_being_alive"},
    "I want to die": {"not_being_alive"},
    "I would be better off dead": {"not_being_alive"},
    "I wish I would not wake up": {"not_being_alive"},
    "my husband hits me": {"violence_or_abuse"},
}
_SPANISH = {
    "No puedo dormir y me preocupa el dinero": {"sleep", "worry"},
    "Me siento triste todo el tiempo": {"low_mood"},
    "Mi madre murió el año pasado": {"bereavement"},
    "Discuto mucho con mi pareja": {"couple_conflict"},
    "Bebo demasiado vino por la noche": {"alcohol"},
    "Perdí mi trabajo en marzo": {"job_loss"},
    "Tengo mucho estres en el trabajo": {"stress"},
    "Me dan ataques de pánico en el bus": {"panic"},
    "Me siento muy sola desde que me mude": {"loneliness", "moving_or_migration"},
    "No me gusta mi cuerpo": {"body_image"},
    "mi pareja me engañó": {"affairs_or_trust"},
    "Quiero hacerme daño": {"hurting_myself"},
    "Pienso en el suicidio": {"not_being_alive"},
    "Quiero morir": {"not_being_alive"},
    "No quiero seguir viviendo": {"not_being_alive"},
    "Quisiera desaparecer": {"not_being_alive"},
    "Mi marido me pega": {"violence_or_abuse"},
    "Mi pareja me golpea": {"violence_or_abuse"},
}
_NOTHING = {
    "en": [
        "",
        "42",
        "asdf qwer zxcv",
        "the quick brown fox jumps over the lazy dog",
        "Please call me on Tuesday after lunch",
        "My favourite colour is green and I like trains",
        "We are having a party on Saturday and there will be cake",
    ],
    "es": [
        "asdf qwer zxcv",
        "el zorro marrón salta sobre el perro",
        "Llámeme el martes después de comer",
        "Mi color favorito es el verde y me gustan los trenes",
        "El sábado hay una fiesta y habrá pastel",
    ],
}
_SAID = [("en", *case) for case in _ENGLISH.items()] + [("es", *case) for case in _SPANISH.items()]


@pytest.mark.parametrize(
    ("vocabulary", "code", "word"),
    [
        pytest.param("issues", "low_mood", "depressed", id="area"),
        pytest.param("issues", "leadership", "", id="area_without"),
        pytest.param("payers", "nhs", "", id="another_list"),
    ],
)
def test_everyday_words_when_asked_for_then_those_of_the_term(
    vocabulary: str, code: str, word: str
) -> None:
    found = everyday_words(vocabulary, code, Catalogue())

    assert word in found if word else found == ()


@pytest.mark.parametrize(("language", "word"), [("en", "cant"), ("es", "puedo")])
def test_passed_over_words_when_asked_for_then_those_of_the_language(
    language: str, word: str
) -> None:
    assert word in {*passed_over_words(Catalogue(language))}


def _sample_match() -> Match:
    return match(sample_directory(), read_answers(ANSWERS), seed=7)


@pytest.mark.parametrize(
    ("language", "text", "expected"), [pytest.param(*case, id=case[1]) for case in _SAID]
)
def test_sentence_when_it_names_areas_then_just_these_are_suggested(
    language: str, text: str, expected: set[str]
) -> None:
    found = suggest_terms(text, "issues", Catalogue(language))

    assert {one.code for one in found} == expected
    for one in found:
        assert all(text[start:end].strip() for start, end in one.fragments)


@pytest.mark.parametrize(
    ("language", "text"),
    [pytest.param(lang, text, id=text) for lang, texts in _NOTHING.items() for text in texts],
)
def test_sentence_when_it_names_no_area_then_nothing_is_suggested(language: str, text: str) -> None:
    assert suggest_terms(text, "issues", Catalogue(language)) == ()


@pytest.mark.parametrize(
    ("item", "text", "first"),
    [
        pytest.param("approaches", "somebody who does EMDR", "emdr", id="approaches"),
        pytest.param("languages", "I speak Español", "es", id="own-name-of-a-language"),
    ],
)
def test_words_when_another_list_is_asked_then_its_terms_are_suggested(
    item: str, text: str, first: str
) -> None:
    assert suggest_terms(text, item, Catalogue("en"))[0].code == first


def test_item_when_it_has_no_list_then_it_suggests_nothing() -> None:
    assert suggest_terms("worry", "first_meetings", Catalogue("en")) == ()


def test_words_when_suggested_for_then_they_are_not_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)

    suggest_terms("I worry about quokkas", "issues", Catalogue("en"))

    assert "quokka" not in caplog.text


@pytest.mark.parametrize("language", ["en", "es"])
def test_limits_when_told_then_they_say_that_no_is_not_understood(language: str) -> None:
    limits = Catalogue(language).text("learning.suggest.limits")

    assert {"no", "yes", "sí"} & {*limits.replace(",", " ").replace(":", " ").split()}


def test_similar_people_when_asked_for_then_they_are_shown_ones_with_what_differs() -> None:
    found_match = _sample_match()
    first = found_match.evaluation.snapshot.ids[found_match.order(Group.MEETS_ALL)[0]]

    found = similar_people(found_match, first, 2)

    assert len(found) == 2
    assert first not in {one.profile_id for one in found}
    assert found[0].distance <= found[1].distance
    for one in found:
        assert found_match.result_for(one.profile_id).group in {Group.MEETS_ALL, Group.TO_CHECK}
        assert one.name == found_match.directory.profile(one.profile_id).name
        assert sum(difference.points for difference in one.differences) == one.distance


def test_similar_people_when_the_person_is_unknown_then_it_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        similar_people(_sample_match(), "nobody")
