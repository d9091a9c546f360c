"""What people write into the cells of a published table."""

from decimal import Decimal

import pytest

from assistant.files.cell_text import looks_like_amount, read_amount
from assistant.forms import Column
from assistant.model import AmountState

COUNT = Column(id="n", label="数量", unit="件")
CHANGE = Column(id="n", label="增减", unit="项", signed=True)
YUAN = Column(id="n", label="金额", unit="元", whole=False)
TEN_THOUSAND = Column(id="n", label="金额", unit="万元", whole=False)


@pytest.mark.parametrize(
    ("text", "column", "number"),
    [
        ("0", COUNT, "0"),
        ("　2", COUNT, "2"),
        ("0\xa0", COUNT, "0"),
        ("\t７５\n", COUNT, "75"),
        ("1,234,567", COUNT, "1234567"),
        ("１，２３４", COUNT, "1234"),
        ("22件", COUNT, "22"),
        ("零", COUNT, "0"),
        ("3.0", COUNT, "3.0"),
        ("-1", COUNT, "-1"),
        ("减4", CHANGE, "-4"),
        ("减少 4 项", CHANGE, "-4"),
        ("增加5", CHANGE, "5"),
        ("+3", CHANGE, "3"),
        ("－8", CHANGE, "-8"),
        ("−8", CHANGE, "-8"),
        ("减0", CHANGE, "0"),
        ("251000元", YUAN, "251000"),
        ("160.5964万元", YUAN, "1605964"),
        ("3405820元", TEN_THOUSAND, "340.582"),
        ("59237.2449", TEN_THOUSAND, "59237.2449"),
    ],
)
def test_a_figure_is_read_in_the_unit_of_its_column(text: str, column: Column, number: str) -> None:
    assert Decimal(number) == read_amount(text, column).number


@pytest.mark.parametrize("text", ["", " ", "　　", "\xa0", "\u200b", "\n\t"])
def test_a_cell_of_any_blanks_is_blank(text: str) -> None:
    assert AmountState.BLANK is read_amount(text, COUNT).state


@pytest.mark.parametrize("text", ["/", "／", "—", "——", "-", "－", "无", " 无 ", "不适用"])
def test_a_dash_is_not_applicable_and_no_zero(text: str) -> None:
    amount = read_amount(text, COUNT)

    assert (AmountState.NOT_APPLICABLE, text.strip()) == (amount.state, amount.written)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        *[(text, COUNT) for text in ("约20", "20余", "三", "①", "22①", "1 2", "12\n34", "2O")],
        *[(text, COUNT) for text in ("1,23", "12,34,567", "5/3", "50%", "22（16）", "1e3")],
        *[(text, COUNT) for text in ("增加5", "3405820元", "9" * 30, "见附件")],
        *[(text, CHANGE) for text in ("增3减2", "减-4", "+3/-2")],
        ("5件", YUAN),
    ],
)
def test_what_is_not_certain_is_unreadable_and_kept_as_written(text: str, column: Column) -> None:
    amount = read_amount(text, column)

    assert (AmountState.UNREADABLE, text) == (amount.state, amount.written)


def test_a_remark_in_the_cell_is_kept_beside_the_number() -> None:
    amount = read_amount("22（其中修订16件）", COUNT)

    assert (Decimal(22), "（其中修订16件）") == (amount.number, amount.note)


def test_a_converted_unit_is_noted() -> None:
    assert "万元" in read_amount("1.5万元", YUAN).note
    assert not read_amount("15000元", YUAN).note


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", True),
        ("", True),
        ("—", True),
        ("减4", True),
        ("1.属于国家秘密", False),
        ("总计", False),
    ],
)
def test_figures_are_told_from_labels(text: str, expected: bool) -> None:
    assert expected is looks_like_amount(text)
