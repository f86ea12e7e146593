"""``rapport model``: how this works, from the model's own data."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli.invocation import (
    Invocation,
    command,
    json_option,
    known_language,
    option,
    paper_option,
)
from matcher.cli.named_path import NamedPath
from matcher.cli.output import print_json, say, say_of
from matcher.i18n import Catalogue
from matcher.region import PAPERS

if TYPE_CHECKING:
    from matcher.document import Document
    from matcher.region import Paper


def model_command(words: Catalogue) -> click.Command:
    """Make the command."""

    def text(key: str) -> str:
        return words.text(f"cli.model.option.{key}")

    return command(
        "model",
        _model,
        words,
        option("--language", text("language"), metavar="TAG"),
        option("--pdf", text("pdf"), type=NamedPath()),
        paper_option(text("paper"), default=PAPERS[0]),
        option("--markdown", text("markdown"), type=NamedPath()),
        json_option(words),
    )


def _model(
    invocation: Invocation,
    language: str | None,
    pdf: Path | None,
    paper: "Paper",
    markdown: Path | None,
) -> int:
    from matcher.services.model_card.as_json import model_card_json
    from matcher.services.model_card.card import load_model_card
    from matcher.services.model_card.words import model_card_document

    if language is not None:
        invocation.speak(known_language(language, invocation.words))
    card = load_model_card(invocation.places.limit_days())
    document = model_card_document(card, invocation.words)
    saved = _save(document, pdf, paper, markdown, invocation.words)
    if invocation.as_json:
        print_json(model_card_json(card))
    elif saved:
        for path in saved:
            say_of(path, invocation.words.text("cli.saved", file=str(path)))
    else:
        _print(document)
    return 0


def _save(
    document: "Document",
    pdf: Path | None,
    paper: "Paper",
    markdown: Path | None,
    words: Catalogue,
) -> list[Path]:
    """Write the files asked for; a folder takes them under their usual names."""
    from matcher.services.model_card import files

    saved = []
    if pdf is not None:
        saved.append(files.write_card(pdf, files.model_card_pdf(document, paper=paper)))
    if markdown is not None:
        page = files.model_card_markdown(document, words)
        saved.append(files.write_card_page(markdown, page))
    return saved


def _print(document: "Document") -> None:
    from matcher.services.files.document_text import document_text

    say(document_text(document.title, document.sheets[0].sections))
