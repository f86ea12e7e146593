from matcher.pdf.tag import Mark, Tag, list_of, row_of, wide_heading_of


def test_tag_when_something_of_it_is_drawn_then_it_joins_the_tree() -> None:
    root = Tag("Document")
    section = Tag("Sect", root)
    heading, words, never = (Tag(kind, section) for kind in ("H2", "P", "P"))

    heading.add(Mark(0, 0))
    words.add(Mark(0, 1))
    words.add(Mark(1, 0))

    assert root.kids == [section]
    assert section.kids == [heading, words]
    assert words.kids == [Mark(0, 1), Mark(1, 0)]
    assert never not in section.kids


def test_row_when_one_cell_is_drawn_then_the_empty_ones_are_there_too() -> None:
    table = Tag("Table")
    row_of([None, None], table)
    cells = row_of(["Column", "Row", None], table)

    Tag("P", cells[1]).add(Mark(0, 0))

    (row,) = table.kids
    assert isinstance(row, Tag)
    assert row.kids == cells
    assert [cell.kind for cell in cells] == ["TH", "TH", "TD"]
    assert [cell.attributes.get("Scope") for cell in cells] == ["Column", "Row", None]


def test_wide_heading_when_made_then_it_says_how_many_columns_it_heads() -> None:
    cell = wide_heading_of(2, Tag("Table"))

    assert cell.attributes["ColSpan"] == 2
    assert cell.attributes["Scope"] == "Row"


def test_list_when_made_then_it_says_what_signs_its_items_have() -> None:
    assert list_of(Tag("P"), "Decimal").attributes["ListNumbering"] == "Decimal"
