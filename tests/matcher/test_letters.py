"""Letters without what differs between hands."""

import pytest

from matcher.letters import BREAKING_SPACES, code_of, folded, name_order, without_accents
from matcher.questionnaire.answers_file import parse_answers
from matcher.questionnaire.loader import load_questionnaire


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        *(("Ñandú", "nandu"), ("STRASSE", "strasse"), ("straße", "strasse"), ("ﬁn", "fin")),
        *(("Łucja", "lucja"), ("Øystein", "oystein"), ("Đoković", "dokovic"), ("Ħal", "hal")),
        *(
            ("Y\u0131ld\u0131z", "yildiz"),
            ("İpek", "ipek"),
            ("Þóra Æsa", "thora aesa"),
            ("Œ", "oe"),
            ("", ""),
        ),
    ],
)
def test_without_accents_when_written_by_another_hand_then_the_same(text: str, plain: str) -> None:
    assert without_accents(text) == plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [("O'Hara", "ohara"), ("O’HARA", "ohara"), ("Muñoz", "munoz"), ("Zoë`s", "zoes")],
)
def test_text_when_folded_then_it_is_as_typed_in_a_hurry(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_names_when_sorted_then_a_letter_with_a_mark_stands_with_the_plain_one() -> None:
    names = ["Zora", "Łucja", "Oto", "Øystein", "Đorđe", "Ewa", "Maja"]

    assert sorted(names, key=name_order) == [
        "Đorđe",
        "Ewa",
        "Łucja",
        "Maja",
        "Oto",
        "Øystein",
        "Zora",
    ]


def test_breaking_spaces_when_split_then_words_held_together_stay_so() -> None:
    assert BREAKING_SPACES.split("5\u00a0km \t from\u202fhere") == ["5\u00a0km", "from\u202fhere"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("Blue Sky Plan", "blue_sky_plan", id="words"),
        pytest.param(" Größe & Söhne ", "grosse_sohne", id="accents_and_signs"),
        pytest.param("Plan A+", "plan_a", id="plus_at_the_end"),
        pytest.param("보험", "", id="no_letters_of_a_code"),
    ],
)
def test_code_of_when_made_of_a_name_then_an_answers_file_takes_it(name: str, code: str) -> None:
    assert code_of(name) == code
    if code:
        said = {"payers": {"value": [code]}}
        data = {"format": "rapport-answers/1", "questionnaire": "preferences/1", "responses": said}
        assert parse_answers(data, load_questionnaire()).value("payers") == (code,)
