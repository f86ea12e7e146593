"""Suggested terms: only what most of a text speaks for."""

import pytest

from matcher.services.intake.mapping_terms import suggest_term, vocabulary_of, with_short_names


@pytest.mark.parametrize(
    ("field", "text", "token", "how"),
    [
        ("issues", "Anxiety", "worry", "exact"),
        ("issues", "Anxeity", "worry", "similar"),
        ("issues", "Grief, loss, and bereavement", "bereavement", "similar"),
        ("approaches", "EMDR therapy", "emdr", "similar"),
        ("languages", "spanish (fluent)", "es:fluent", "exact"),
        ("payers", "Blue Plan", "blue_plan", "own"),
        ("payers", "N/A", "", "silent"),
        *(
            ("payers", text, "", "")
            for text in (
                "Yes",
                "0",
                "not Cigna",
                "no insurance",
                "OON",
                "call",
                "all major",
                "sliding scale",
            )
        ),
        ("issues", "Anxiety & anger", "", ""),
        ("payers", "cash, medicare", "", ""),
        ("payers", "medicare, Bleu Plan", "", ""),
        ("age_groups", "Adults (18+)", "18-25;26-64;65+", "similar"),
        ("age_groups", "adults", "18-25;26-64;65+", "similar"),
        ("age_groups", "All ages", "0-5;6-12;13-17;18-25;26-64;65+", "similar"),
        ("age_groups", "teens", "13-17", "exact"),
        ("age_groups", "<65", "", ""),
        ("formats", "Both", "in_person;video", "similar"),
        ("issues", "both", "", ""),
        ("issues", "Shoes", "", ""),
        ("issues", "racial trauma", "discrimination", "exact"),
        ("issues", "Couples", "couple_conflict", "exact"),
        ("issues", "Couples counselling", "couple_conflict", "exact"),
        ("issues", "couples therapy", "couple_conflict", "exact"),
        ("issues", "relationships", "couple_conflict", "exact"),
        ("accepting", "perhaps", "", ""),
        ("accepting", "yes", "yes", "exact"),
    ],
)
def test_term_when_suggested_then_it_says_how_it_was_found(
    field: str, text: str, token: str, how: str
) -> None:
    draft = suggest_term(field, text, {})

    assert (draft.token, draft.how) == (token, how)
    assert draft.is_open == (how in {"", "similar"})
    assert all(0 <= start < end <= len(text) for start, end in draft.fragments)
    assert bool(draft.fragments) == bool(token)


@pytest.mark.parametrize(
    ("field", "text", "others"),
    [
        ("formats", "no video", ("video:no", "video")),
        ("payers", "Medicaid not accepted", ("medicaid:no", "medicaid")),
        ("participants", "sin parejas", ("couple:no", "couple")),
        ("access", "no elevator", ("lift:no", "lift")),
    ],
)
def test_term_when_a_word_beside_it_denies_it_then_it_is_asked_about(
    field: str, text: str, others: tuple[str, ...]
) -> None:
    draft = suggest_term(field, text, {})

    assert (draft.token, draft.is_open) == ("", True)
    assert draft.others[:2] == others


@pytest.mark.parametrize(
    "text", ["Trauma", "PTSD", "Trauma & PTSD", "trauma/PTSD", "Post-traumatic stress", "TEPT"]
)
def test_trauma_when_suggested_then_it_may_be_all_that_can_lie_behind_it(text: str) -> None:
    draft = suggest_term("issues", text, {})

    assert draft.is_open
    assert {"violence_or_abuse", "accident", "sexual_harm", "war_or_displacement"} < {
        *draft.token.split(";")
    }


def test_term_when_accepted_before_then_it_is_known() -> None:
    assert suggest_term("issues", "Wellness!", {"wellness": "self_esteem"}).how == "known"


@pytest.mark.parametrize(("text", "token"), [("<18", "13-17"), (">18", ""), ("18", "")])
def test_term_when_another_age_was_accepted_before_then_it_is_not_known(
    text: str, token: str
) -> None:
    assert suggest_term("age_groups", text, {"<18": "13-17"}).token == token


@pytest.mark.parametrize("text", ["In-network", "in network", "Dentro de la red"])
def test_term_when_the_words_say_its_opposite_then_it_is_not_offered(text: str) -> None:
    draft = suggest_term("payers", text, {})

    assert draft.is_open
    assert "out_of_network" not in (draft.token, *draft.others)


def test_term_when_a_known_word_has_a_question_mark_then_it_is_asked_about() -> None:
    assert suggest_term("payers", "Medicaid?", {}).is_open
    assert suggest_term("payers", "Aetna?", {"aetna": "aetna"}).is_open


def test_term_when_it_could_be_several_then_they_are_named() -> None:
    assert suggest_term("issues", "Anxiety & anger", {}).others == ("worry", "anger")


@pytest.mark.parametrize(
    ("texts", "accepted", "token"),
    [
        (["BCBS", "Blue Cross Blue Shield"], {}, "blue_cross_blue_shield"),
        (["UHC", "Blue Plan", "United Healthcare"], {}, "united_healthcare"),
        (["BCBS"], {"bluecrossblueshield": "blue_cross_blue_shield"}, "blue_cross_blue_shield"),
        (["BCBS", "Blue Cross"], {}, ""),
        (["Cigna", "Aetna", "Blue Plan"], {}, ""),
        (["BCBS", "Blue Cross Blue Shield"], {"bcbs": "bcbs"}, ""),
    ],
)
def test_plan_when_it_may_be_short_for_another_then_it_is_asked_whether_they_are_one(
    texts: list[str], accepted: dict[str, str], token: str
) -> None:
    terms = [suggest_term("payers", text, accepted) for text in texts]

    first, *others = with_short_names("payers", terms, accepted)

    assert (first.token if first.is_open else "") == token
    assert others == terms[1:]


def test_vocabulary_when_a_field_has_none_then_the_field_stands_for_it() -> None:
    assert [*map(vocabulary_of, ("shares", "accepting", "published"))] == [
        "communities", "accepting", "published",
    ]  # fmt: skip
