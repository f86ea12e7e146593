"""Marked words are words: whoever knows nothing of marks writes them like any others."""

from matcher.marked_words import MarkedWords, Run, marked_at_end

_WORDS = MarkedWords((Run(" Press "), Run(""), Run("Start", is_strong=True), Run(". ")))


def test_words_when_read_by_whoever_knows_no_marks_then_they_are_like_any_others() -> None:
    assert _WORDS == "Press Start."
    assert hash(_WORDS) == hash("Press Start.")
    assert f"{_WORDS}" == str(_WORDS) == "Press Start."
    assert "".join(run.words for run in _WORDS.runs) == _WORDS


def test_words_when_there_are_none_then_they_are_empty() -> None:
    assert (MarkedWords(), MarkedWords().runs) == ("", ())


def test_words_when_something_is_said_before_them_then_their_marks_stay() -> None:
    whole = marked_at_end(f"1. {_WORDS}", _WORDS)

    assert isinstance(whole, MarkedWords)
    assert whole == "1. Press Start."
    assert [run.words for run in whole.runs if run.is_strong] == ["Start"]


def test_words_when_nothing_is_marked_or_they_stand_elsewhere_then_nothing_changes() -> None:
    assert not isinstance(marked_at_end("1. a", "a"), MarkedWords)
    assert not isinstance(marked_at_end("Press Start. Go", _WORDS), MarkedWords)
