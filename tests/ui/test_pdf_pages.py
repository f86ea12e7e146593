from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Event

import pytest
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfgen.canvas import Canvas
from support.pdf_files import blank_pdf

from matcher.errors import OutputError
from ui import pdf_pages
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


def test_page_picture_when_there_is_a_field_to_fill_in_then_it_is_drawn() -> None:
    written = BytesIO()
    canvas = Canvas(written, pagesize=(200, 200))
    canvas.acroForm.checkbox(
        x=50, y=50, size=100, checked=True, fillColor=black, borderColor=black, forceBorder=True
    )
    canvas.save()

    picture = page_picture(written.getvalue(), 0, 72)

    assert picture.pixelColor(100, 100).lightness() < 128


def test_pages_when_one_thread_reads_them_then_another_one_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inside: list[int] = []
    most: list[int] = []
    read = pdf_pages._words

    def words(page: object) -> str:
        inside.append(1)
        most.append(len(inside))
        sleep_until = Event()
        sleep_until.wait(0.02)
        inside.pop()
        return read(page)

    monkeypatch.setattr(pdf_pages, "_words", words)
    data = blank_pdf(letter)

    with ThreadPoolExecutor(4) as pool:
        [*pool.map(read_pages, [data] * 8)]

    assert max(most) == 1


def test_read_pages_when_it_is_no_pdf_then_a_sentence_says_so() -> None:
    with pytest.raises(OutputError) as refused:
        read_pages(b"no pages")

    assert refused.value.messages[0].key == "preview.failed"
