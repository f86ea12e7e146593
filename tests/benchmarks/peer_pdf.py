"""Times other makers of PDFs on the text of `bench_pdf`: words on its standard input, in JSON.

Run by a Python that has them; says which it lacks.
"""

import json
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.timing import shortest

_ROUNDS = 5


def _weasyprint(pages: list[list[str]]) -> Callable[[], object]:
    from weasyprint import HTML

    parts = "".join(
        f"<section style='break-after: page'>{''.join(f'<p>{escape(line)}</p>' for line in page)}"
        "</section>"
        for page in pages
    )
    text = f"<html lang='en'><title>Notes</title><body>{parts}</body></html>"
    return lambda: HTML(string=text).write_pdf(pdf_variant="pdf/ua-1")


def _typst(pages: list[list[str]]) -> Callable[[], object]:
    import typst

    parts = [
        "\n\n".join(f"#par[#{json.dumps(line, ensure_ascii=False)}]" for line in page)
        for page in pages
    ]
    source = "\n#pagebreak()\n".join(parts).encode()
    return lambda: typst.compile(source)


def main() -> None:
    pages = json.load(sys.stdin)
    figures: dict[str, float | None] = {}
    for name, prepare in (("weasyprint", _weasyprint), ("typst", _typst)):
        try:
            make = prepare(pages)
        except (ImportError, OSError):  # a library of the system may be what is missing
            figures[name] = None
            continue
        make()
        (figures[name],) = shortest(make, rounds=_ROUNDS)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
