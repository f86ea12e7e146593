import pytest

from matcher.directory.json_values import read_list, read_text, read_texts


def test_text_when_it_is_one_then_it_comes_back() -> None:
    assert read_text("Aue") == "Aue"
    assert read_texts(["Aue", ""]) == ("Aue", "")
    assert read_list([1, "a"]) == [1, "a"]


@pytest.mark.parametrize("value", ["abc", {"a": "b"}, ["a", 1], [["a"]], None, 1], ids=str)
def test_texts_when_it_is_no_list_of_texts_then_it_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        read_texts(value)


@pytest.mark.parametrize("value", [None, 1, b"a", ["a"]], ids=str)
def test_text_when_it_is_none_then_it_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        read_text(value)
