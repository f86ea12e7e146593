"""A page of Markdown becomes what the windows can show, and nothing of it is lost."""

import re

import pytest
from support.source import ROOT

from matcher.document import Bullets, Paragraph, Script, Section, Table, Tone
from matcher.marked_words import MarkedWords, Run
from matcher.services.documents.markdown_page import read_markdown

_PAGES = sorted((ROOT / "resources" / "docs").glob("*.md"))


def _blocks(text: str) -> tuple[object, ...]:
    (section,) = read_markdown(text).sections
    return section.blocks


def test_page_when_it_has_headings_then_they_are_its_title_and_its_sections() -> None:
    page = read_markdown("# Title\n\nBefore.\n\n## One\n\nFirst.\n\n### Small\n\n## Two\n\nLast.\n")

    assert page.title == "Title"
    assert page.sections == (
        Section("", (Paragraph("Before."),)),
        Section("One", (Paragraph("First."), Paragraph("Small", Tone.STRONG))),
        Section("Two", (Paragraph("Last."),)),
    )


def test_words_when_they_are_marked_then_only_the_words_are_left() -> None:
    text = (
        "Read **all** of `a_b` in\n[the *page*](kiosk.md), and <b>this</b>\\\nbelow. ![no](p.png)"
    )

    assert _blocks(text) == (Paragraph("Read all of a_b in the page, and this\nbelow."),)


def test_words_when_they_are_marked_then_the_marks_are_told_beside_them() -> None:
    (paragraph,) = _blocks("1. Press *Start* or **`a_b`**, see [*that* page](kiosk.md#x) `--c`.")

    assert isinstance(paragraph, Paragraph)
    assert isinstance(paragraph.text, MarkedWords)
    assert paragraph.text.runs == (
        *(Run("1. "), Run("Press "), Run("Start", is_strong=True), Run(" or ")),
        *(Run("a_b", is_strong=True, is_code=True), Run(", see ")),
        *(Run("that", is_strong=True), Run(" page"), Run(" "), Run("--c", is_code=True), Run(".")),
    )


def test_links_when_a_document_may_be_opened_then_it_is_told_and_no_other_address_is() -> None:
    text = "[A](a.md#x) [b](b.md) [c](https://example.org) [d](#below) [A](a.md)"

    page = read_markdown(text, {"a.md": "document:a"})

    ((block,),) = (section.blocks for section in page.sections)
    assert isinstance(block, Paragraph)
    assert isinstance(block.text, MarkedWords)
    assert page.links == ("document:a",)
    assert {run.words: run.address for run in block.text.runs if run.address} == {"A": "document:a"}


def test_lists_when_read_then_steps_say_their_numbers_and_what_lies_between_stays_there() -> None:
    steps = "1. first\n2. second\n\n   more\n\n   ```sh\n   ls  -l\n   rm x\n   ```\n3. third\n"
    text = f"* one\n* two\n\n{steps}"

    assert _blocks(text) == (
        Bullets(("one", "two")),
        Paragraph("1. first", hangs=3),
        Paragraph("2. second", hangs=3),
        Paragraph("more"),
        Script("", ("ls  -l", "rm x")),
        Paragraph("3. third", hangs=3),
    )


def test_list_when_an_entry_has_more_below_it_then_the_list_goes_on_after_that() -> None:
    text = "* one\n\n  ```\n  ls\n  ```\n* two\n"

    assert _blocks(text) == (Bullets(("one",)), Script("", ("ls",)), Bullets(("two",)))


def test_table_when_read_then_its_first_row_is_its_headings() -> None:
    text = "| a | b |\n|---|---:|\n| `1` | |\n| 2 | **3** |\n"

    assert _blocks(text) == (Table(("a", "b"), (("1", ""), ("2", "3"))),)


def test_what_is_for_editors_when_read_then_it_is_left_out() -> None:
    assert read_markdown("<!-- made by hand -->\n\n---\n").sections == ()


def test_block_when_it_is_not_known_then_it_is_no_silent_loss() -> None:
    with pytest.raises(ValueError, match="blockquote"):
        read_markdown("> quoted\n")


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.name)
def test_document_when_read_then_every_word_of_it_is_there(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    page = read_markdown(text)
    said = " ".join((page.title, *(repr(section) for section in page.sections)))
    plain = re.sub(r"<!--.*?-->|\]\([^)]*\)", " ", text, flags=re.DOTALL)
    words = re.findall(r"[^\W\d_]{4,}", re.sub(r"```[a-z]*", " ", plain))

    assert page.title
    assert sorted({word for word in words if word not in said}) == []
