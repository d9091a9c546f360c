import pytest

from assistant.forms import Block, Column, Form, Row, Table, load_forms
from assistant.forms.grid import Grid, GridCell, GridRole, grid

FORMS = load_forms().forms
TABLES = [pytest.param(f, t, id=f"{f.id}-{t.id}") for f in FORMS for t in f.tables]


def _texts(printed: Grid, row: int) -> list[tuple[str, int, int]]:
    return [(c.text, c.row_span, c.column_span) for c in printed.rows[row].cells]


@pytest.mark.parametrize(("form", "table"), TABLES)
def test_every_place_of_the_grid_is_covered_exactly_once(form: Form, table: Table) -> None:
    printed = grid(table)
    covered = [
        (row + down, cell.column + right)
        for row, cell in printed.places()
        for down in range(cell.row_span)
        for right in range(cell.column_span)
    ]

    expected = [
        (row, column) for row in range(len(printed.rows)) for column in range(printed.width)
    ]
    assert expected == sorted(covered)


@pytest.mark.parametrize(("form", "table"), TABLES)
def test_the_grid_holds_every_cell_of_the_table_in_reading_order(form: Form, table: Table) -> None:
    printed = grid(table)

    assert list(table.cells) == [cell.cell for _, cell in printed.places() if cell.cell is not None]


@pytest.mark.parametrize(("form", "table"), TABLES)
def test_a_figure_stands_under_its_column_and_beside_its_row(form: Form, table: Table) -> None:
    printed = grid(table)
    for index, figure in printed.places():
        if figure.cell is not None:
            labels = {c.text for c in _above(printed, index, figure)}
            labels |= {c.text for c in _beside(printed, index)}
            assert form.columns_by_cell[figure.cell].label in labels
            assert form.rows_by_cell[figure.cell].label in labels


def _above(printed: Grid, index: int, figure: GridCell) -> list[GridCell]:
    block = printed.rows[index].block
    return [
        cell
        for row, cell in printed.places()
        if printed.rows[row].block == block and cell.role is GridRole.COLUMN
        if cell.column <= figure.column < cell.column + cell.column_span
    ]


def _beside(printed: Grid, index: int) -> list[GridCell]:
    return [
        cell
        for row, cell in printed.places()
        if cell.role is GridRole.ROW and row <= index < row + cell.row_span
    ]


def test_the_applications_table_has_the_official_header_of_three_rows() -> None:
    table = load_forms().by_id("2021").table("applications")

    printed = grid(table)

    assert 3 == printed.header_rows
    assert [(table.blocks[0].corner, 3, 3), ("申请人情况", 1, 7)] == _texts(printed, 0)
    assert [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)] == _texts(printed, 1)
    assert ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"] == [
        text for text, _, _ in _texts(printed, 2)
    ]


def test_row_labels_of_fewer_levels_stretch_to_the_figures() -> None:
    printed = grid(load_forms().by_id("2021").table("applications"))
    labels = {c.text: c for _, c in printed.places() if c.role is GridRole.ROW}

    assert 3 == labels["一、本年新收政府信息公开申请数量"].column_span
    assert 22 == labels["三、本年度办理结果"].row_span
    assert 2 == labels["（一）予以公开"].column_span
    assert (8, 1) == (labels["（三）不予公开"].row_span, labels["（三）不予公开"].column_span)
    assert 1 == labels["1.属于国家秘密"].column_span


def test_rows_of_the_disputes_table_are_groups_of_columns() -> None:
    printed = grid(load_forms().by_id("2019").table("disputes"))

    assert (15, 0, 4) == (printed.width, printed.label_columns, len(printed.rows))
    assert [("行政复议", 2, 5), ("行政诉讼", 1, 10)] == _texts(printed, 0)
    assert [("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)] == _texts(printed, 1)


def test_a_block_of_fewer_columns_is_as_wide_as_the_table() -> None:
    printed = grid(load_forms().by_id("2021").table("disclosure"))
    figure = next(c for _, c in printed.places() if c.cell == "disclosure.fees.amount")

    assert [("第二十条第（八）项", 1, 4)] == _texts(printed, -3)
    assert (1, 3) == (figure.column, figure.column_span)


def test_a_table_of_an_invented_form_needs_no_code() -> None:
    deep = Row(id="a", label="甲", rows=(Row(id="b", label="乙", rows=(Row(id="c", label="丙"),)),))
    block = Block(columns=(Column(id="x", label="数"),), rows=(deep, Row(id="d", label="丁")))

    printed = grid(Table(id="t", blocks=(block,)))

    assert [("甲", 1, 1), ("乙", 1, 1), ("丙", 1, 1), ("", 1, 1)] == _texts(printed, 1)
    assert [("丁", 1, 3), ("", 1, 1)] == _texts(printed, 2)
