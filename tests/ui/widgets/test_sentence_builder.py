import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.followup.sentences import load_sentences
from ui.language import Language
from ui.widgets.sentence_builder import SentenceBuilder, gap_labels


@pytest.fixture
def builder(qtbot: QtBot) -> SentenceBuilder:
    builder = SentenceBuilder(Language("en"))
    qtbot.addWidget(builder)
    builder.retranslate()
    show(builder, 900, 700)
    return builder


def test_builder_when_gaps_are_filled_and_a_way_is_chosen_then_the_whole_is_seen(
    builder: SentenceBuilder,
) -> None:
    assert builder.sentence == ""
    builder.choose("naming_strain")
    QTest.keyClicks(builder.gaps[0].field, "you looked away")
    QTest.keyClicks(builder.gaps[1].field, "small")
    builder.ways.cards[1].click()
    assert builder.sentence == "When you looked away, I felt small. I’d like to talk about it."
    assert builder.whole.plain == builder.sentence
    assert [gap.label.plain for gap in builder.gaps] == ["When …", "I felt …"]


@pytest.mark.parametrize("kind", load_sentences().kinds, ids=lambda kind: kind.id)
def test_builder_when_a_kind_is_chosen_then_its_gaps_and_ways_are_there_and_no_others(
    builder: SentenceBuilder, kind: object
) -> None:
    id_, ways = kind.id, kind.ways  # type: ignore[attr-defined]
    builder.choose(id_)
    shown = [card for card in builder.ways.cards if not card.isHidden()]
    assert len(shown) == len(ways) + 1
    gaps = [gap for gap in builder.gaps if not gap.isHidden()]
    assert gaps
    assert all(gap.label.plain for gap in gaps)
    assert builder.sentence.count("…") == len(gaps)


def test_builder_when_no_more_is_wanted_after_a_way_then_it_can_be_taken_back(
    builder: SentenceBuilder,
) -> None:
    builder.choose("thanking")
    builder.ways.cards[1].click()
    builder.ways.cards[0].click()
    assert builder.sentence == "It helped me when you …"


def test_builder_when_cleared_then_it_holds_no_word(builder: SentenceBuilder) -> None:
    builder.choose("limits")
    QTest.keyClicks(builder.gaps[0].field, "I am tired")
    builder.clear()
    assert builder.sentence == ""
    assert not any(gap.text for gap in builder.gaps)


def test_labels_when_a_beginning_has_no_gap_then_it_is_one() -> None:
    assert gap_labels("I do better when you") == ["I do better when you …"]
