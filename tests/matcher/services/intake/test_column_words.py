import pytest

from matcher.services.intake.column_words import field_of_words


@pytest.mark.parametrize(
    ("cells", "named", "field"),
    [
        pytest.param(["anxiety, grief", "depression"], "", "issues", id="its name says nothing"),
        pytest.param(["anxiety; grief"], "participants", "issues", id="its name says another"),
        pytest.param(
            ["couples; anxiety; grief"], "participants", "participants", id="a word of it"
        ),
        pytest.param(["anxiety", "anxiety"], "", "", id="one word alone"),
        pytest.param(["grief, the sea", "the sea, walks"], "", "", id="too few words of any"),
        pytest.param(["Ana, Ben"], "", "", id="no word of any"),
        pytest.param(["Spanish, French"], "", "languages", id="of one field alone"),
        pytest.param(["Jewish; Deaf", "Muslim"], "", "", id="of two fields alike"),
        pytest.param(["anxiety; grief"], "bio", "bio", id="its name says text"),
        pytest.param([], "", "", id="no cell"),
    ],
)
def test_field_when_words_are_plainly_of_one_then_it_is_that(
    cells: list[str], named: str, field: str
) -> None:
    assert field_of_words(cells, named) == field
