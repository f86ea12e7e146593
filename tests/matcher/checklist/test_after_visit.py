"""After a visit: statements without a sum, and sentences to begin with."""

import pytest
from support.results import make_asked, make_sitting

from matcher.checklist.after_visit import sentences_section, statements_section
from matcher.document import Blank, Section, Ticks
from matcher.i18n import Catalogue, languages
from matcher.questionnaire.response import Response

_ENGLISH = Catalogue("en")


def _starts(section: Section) -> list[str]:
    return [block.label for block in section.blocks if isinstance(block, Blank)]


@pytest.mark.parametrize("language", languages())
def test_statements_when_made_then_seven_of_six_steps_and_what_now(language: str) -> None:
    ticks = [
        block
        for block in statements_section(Catalogue(language)).blocks
        if isinstance(block, Ticks)
    ]

    assert [len(each.boxes) for each in ticks] == [*[6] * 7, 3]
    assert len({each.text for each in ticks}) == 8


def test_sentences_when_nothing_is_to_be_practised_then_those_for_everybody() -> None:
    assert _starts(sentences_section(make_sitting(make_asked()), _ENGLISH)) == [
        "I’d like to begin with",
        "I didn’t follow when you said",
        "I do better when you",
        "I’d like to stop here for today, because",
    ]


def test_sentences_when_something_is_to_be_practised_then_it_comes_too_and_none_twice() -> None:
    asked = make_asked(practise=Response(("setting_limits", "saying_no")))

    starts = _starts(sentences_section(make_sitting(asked), _ENGLISH))

    assert len(starts) == len(set(starts)) == 5
    assert starts[-1] == "Right now I’d rather not"
