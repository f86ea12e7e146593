"""Words become text in the styles of an edition, each with what it is."""

from matcher.document import Edition
from matcher.pdf.styles import make_styles
from matcher.pdf.tag import Tag, list_of
from matcher.pdf.texts import Texts


def _texts(edition: Edition) -> Texts:
    return Texts(make_styles(edition), "(not printable)")


def test_text_when_made_then_it_shows_marks_and_knows_its_words() -> None:
    tag = Tag("P")

    text = _texts(Edition()).text("<b>Ana</b> 李", make_styles().body, tag)

    assert text.getPlainText() == "<b>Ana</b> (not printable)"
    assert (text.tag, text.words) == (tag, "<b>Ana</b> 李")


def test_bullet_when_made_then_it_is_the_body_of_an_item_behind_a_dash() -> None:
    items = list_of(Tag("Sect"), "None")

    text = _texts(Edition()).dense_bullet("one", items)

    assert text.dash
    assert text.style.leftIndent > 0
    assert (text.tag.kind, text.tag.parent and text.tag.parent.parent) == ("LBody", items)


def test_small_texts_when_in_rows_then_they_have_no_room_below() -> None:
    texts = _texts(Edition())

    assert texts.quiet("a", Tag("P")).style.spaceAfter == 0
    assert texts.dense("a", Tag("P")).style.spaceAfter == 0


def test_is_large_when_letters_are_then_so() -> None:
    assert _texts(Edition(is_large=True)).is_large
    assert not _texts(Edition(is_airy=True)).is_large
