from decimal import Decimal

import pytest

from assistant.checks.cell_groups import compact_cells
from assistant.checks.labels import bind_label, cell_label, cells_in_bind, figure, section_name
from assistant.forms import load_forms
from assistant.model import Fact

FORM = load_forms().by_id("2021")
APPLICATIONS = FORM.table("applications")


@pytest.mark.parametrize(
    ("value", "text"),
    [("3", "3"), ("3.50", "3.5"), ("100", "100"), ("0", "0"), ("-1.0", "-1"), ("1E+2", "100")],
)
def test_a_figure_is_written_plainly(value: str, text: str) -> None:
    assert text == figure(Decimal(value))


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("applications.received.total", "“本年新收政府信息公开申请数量”行“总计”列"),
        (
            "applications.refused_by_law.other_org",
            "“不予公开·其他法律行政法规禁止公开”行“法人或其他组织·其他”列",
        ),
        ("applications.refused_safety_stability.total", "“不予公开·危及‘三安全一稳定’”行“总计”列"),
        ("disputes.litigation_direct.upheld", "“行政诉讼·未经复议直接起诉”行“结果维持”列"),
        ("disclosure.fees.amount", "“行政事业性收费”行“本年收费金额”列"),
    ],
)
def test_a_cell_is_named_by_row_and_column_with_their_groups(cell: str, label: str) -> None:
    assert label == cell_label(FORM, cell)


@pytest.mark.parametrize(
    ("bind", "label"),
    [
        (
            "=applications.due.total",
            "第三部分的表“本年新收政府信息公开申请数量＋上年结转政府信息公开申请数量”行“总计”列",
        ),
        ("=disputes.litigation.total", "第四部分的表“行政诉讼”行“总计”列"),
        (
            "=rate(=sum(applications.granted.total,applications.partly_granted.total)/applications.results_total.total)",
            "第三部分的表“本年度办理结果·予以公开”行“总计”列＋“本年度办理结果·部分公开”行“总计”列÷“本年度办理结果·总计”行“总计”列",
        ),
        ("trainings", "已申报的“举办培训”"),
        ("unknown", "“unknown”"),
    ],
)
def test_a_binding_is_told_in_official_words(bind: str, label: str) -> None:
    facts = [Fact(id="trainings", label="举办培训", value=Decimal(3))]

    assert label == bind_label(FORM, bind, facts)


def test_a_derived_binding_speaks_of_all_its_cells() -> None:
    cells = cells_in_bind(FORM, "=growth(=applications.due.total)")

    assert ("applications.received.total", "applications.carried_in.total") == cells


def test_whole_columns_are_named_before_single_cells() -> None:
    blank = [c for c in APPLICATIONS.cells if c.endswith(".company")] + [
        "applications.other_misc.total"
    ]

    text = compact_cells(APPLICATIONS, blank)

    assert "“法人或其他组织·商业企业”列；“其他处理·其他”行“总计”列" == text


def test_a_long_list_of_cells_is_told_by_counts() -> None:
    blank = APPLICATIONS.cells[::3]

    text = compact_cells(APPLICATIONS, blank)

    assert text.startswith("“自然人”列9格、“法人或其他组织·商业企业”列8格")
    assert len(text) < 200


def test_a_whole_table_is_told_in_a_word() -> None:
    assert "全部单元格" == compact_cells(APPLICATIONS, APPLICATIONS.cells)


def test_sections_are_counted_in_chinese() -> None:
    assert ["第一部分", "第十部分", "第11部分"] == [section_name(n) for n in (1, 10, 11)]
