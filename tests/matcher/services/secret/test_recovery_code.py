import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import SecretError
from matcher.services.secret.recovery_code import LENGTH, SIGNS, draw_code, in_groups, read_code


def _key(typed: str) -> str:
    with pytest.raises(SecretError) as caught:
        read_code(typed)
    return caught.value.messages[0].key


def test_code_when_drawn_then_it_is_written_in_groups_and_never_twice() -> None:
    codes = {draw_code() for _ in range(50)}

    assert len(codes) == 50
    assert {len(group) for code in codes for group in code.split("-")} == {4}
    assert {len(code.replace("-", "")) for code in codes} == {LENGTH}


def test_code_when_typed_carelessly_then_it_is_the_same() -> None:
    code = draw_code()
    plain = code.replace("-", "")

    assert read_code(code) == plain
    assert read_code(f" {code.lower().replace('-', ' ')} ") == plain
    assert read_code(plain.replace("0", "o").replace("1", "l")) == plain
    assert in_groups(plain) == code


@given(place=st.integers(0, LENGTH - 1), sign=st.sampled_from(SIGNS))
def test_code_when_one_sign_is_wrong_then_it_is_noticed(place: int, sign: str) -> None:
    code = read_code(draw_code())
    wrong = code[:place] + sign + code[place + 1 :]

    if wrong != code:
        assert _key(wrong) == "secret.error.code_slip"


@given(place=st.integers(0, LENGTH - 2))
def test_code_when_two_neighbors_are_swapped_then_it_is_noticed(place: int) -> None:
    code = read_code(draw_code())
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    if wrong != code:
        assert _key(wrong) == "secret.error.code_slip"


@pytest.mark.parametrize(
    ("typed", "key"),
    [("", "code_empty"), (" - ", "code_empty"), ("ABCD", "code_length"),
     ("U" * LENGTH, "code_slip"), ("é" * LENGTH, "code_slip")],
)  # fmt: skip
def test_code_when_it_cannot_be_one_then_it_says_what_is_wrong(typed: str, key: str) -> None:
    assert _key(typed) == f"secret.error.{key}"
