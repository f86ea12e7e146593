from concurrent.futures import ThreadPoolExecutor

import pytest
from reportlab.lib.pagesizes import A4, letter
from support.pdf_files import blank_pdf

from matcher.errors import OutputError
from ui.pdf_pages import page_picture, read_pages


def test_read_pages_when_there_are_two_then_each_has_its_size_and_words() -> None:
    first, second = read_pages(blank_pdf(A4, letter))

    assert (round(first.width), round(first.height)) == tuple(map(round, A4))
    assert (second.width, second.height) == letter
    assert (first.text, second.text) == ("Page 1", "Page 2")


def test_page_picture_when_made_then_paper_is_white_and_ink_is_black() -> None:
    picture = page_picture(blank_pdf(letter), 0, 36)

    assert (picture.width(), picture.height()) == (306, 396)
    assert picture.pixelColor(2, 2).lightness() == 255
    assert picture.pixelColor(100, 396 - 100).lightness() == 0


def test_page_picture_when_asked_from_many_threads_then_all_are_alike() -> None:
    data = blank_pdf(letter, letter)

    with ThreadPoolExecutor(4) as pool:
        pictures = [*pool.map(lambda number: page_picture(data, number % 2, 36), range(16))]

    assert all(picture == pictures[number % 2] for number, picture in enumerate(pictures))


def test_read_pages_when_it_is_no_pdf_then_a_sentence_says_so() -> None:
    with pytest.raises(OutputError) as refused:
        read_pages(b"no pages")

    assert refused.value.messages[0].key == "preview.failed"
