"""What a scan makes of the numerals of report prose."""

from decimal import Decimal

import pytest

from assistant.numerals import Approximation, Form, Quantity, RangeEnd, Script, parse, scan


def only(text: str) -> Quantity:
    quantities = scan(text)
    assert 1 == len(quantities), quantities
    return quantities[0]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("收到12件", "12", "12"),
        ("收到１２件", "１２", "12"),
        ("公开1,234条", "1,234", "1234"),
        ("公开1，234条", "1，234", "1234"),
        ("公开1,234,567.5元", "1,234,567.5", "1234567.5"),
        ("投入1.2万元", "1.2万", "12000"),
        ("投入2 万元", "2 万", "20000"),
        ("投入25万6千元", "25万6千", "256000"),
        ("投入1千零1元", "1千零1", "1001"),
        ("投入2千零30万元", "2千零30万", "20300000"),
        ("投入4.78万亿元", "4.78万亿", "4780000000000"),
        ("浏览14万余次", "14万", "140000"),
        ("浏览500余万次", "500余万", "5000000"),
        ("浏览十几万次", "十几万", "100000"),
        ("收到十五件", "十五", "15"),
        ("收到一百零三件", "一百零三", "103"),
        ("收到两千四百五件", "两千四百五", "2450"),
        ("收到廿三件", "廿三", "23"),
        ("收到卅件", "卅", "30"),
        ("拨付壹佰贰拾叁元整", "壹佰贰拾叁", "123"),
        ("二〇二〇年", "二〇二〇", "2020"),
        ("增长三点五万元", "三点五万", "35000"),
        ("下降-3.5%", "-3.5%", "-3.5"),
        ("下降负3.5%", "负3.5%", "-3.5"),
        ("（+3.5%）", "+3.5%", "3.5"),
        ("占 .5", ".5", "0.5"),
        ("①强化学习", "①", "1"),
        ("㈢加强监督", "㈢", "3"),
    ],
)
def test_a_numeral_is_found_as_written_with_its_value(text: str, written: str, value: str) -> None:
    quantity = only(text)
    assert (written, Decimal(value)) == (quantity.text, quantity.value)


@pytest.mark.parametrize(
    ("text", "written", "value", "form"),
    [
        ("占56.2%", "56.2%", "56.2", Form.PERCENT),
        ("占５０％", "５０％", "50", Form.PERCENT),
        ("占100 %", "100 %", "100", Form.PERCENT),
        ("占3‰", "3‰", "0.3", Form.PERMILLE),
        ("占百分之五点二", "百分之五点二", "5.2", Form.PERCENT),
        ("占百分之12", "百分之12", "12", Form.PERCENT),
        ("占百分之百", "百分之百", "100", Form.PERCENT),
        ("占千分之三", "千分之三", "0.3", Form.PERMILLE),
        ("占万分之三", "万分之三", "0.03", Form.PER_SCALE),
        ("占四分之三", "四分之三", "0.75", Form.FRACTION),
        ("占4分之3", "4分之3", "0.75", Form.FRACTION),
        ("达一又四分之一", "一又四分之一", "1.25", Form.FRACTION),
        ("占七成", "七成", "70", Form.TENTHS),
        ("占七成六", "七成六", "76", Form.TENTHS),
        ("占半成", "半成", "5", Form.TENTHS),
        ("提高2.5个百分点", "2.5", "2.5", Form.POINTS),
        ("是去年的3倍", "3", "3", Form.MULTIPLE),
        ("占一半", "一半", "0.5", Form.HALF),
        ("半年", "半", "0.5", Form.HALF),
        ("数量翻番", "翻番", "1", Form.DOUBLING),
        ("数量翻了两番", "翻了两番", "2", Form.DOUBLING),
        ("收到二三十件", "二三十", "20", Form.VAGUE),
        ("数百件", "百", "100", Form.SCALE),
        ("三年共六一场", "六一", "61", Form.DIGITS),
    ],
)
def test_a_part_of_a_whole_tells_its_form(text: str, written: str, value: str, form: Form) -> None:
    quantity = scan(text)[-1]
    assert (written, Decimal(value), form) == (quantity.text, quantity.value, quantity.form)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("3件", Script.ASCII),
        ("３件", Script.FULLWIDTH),
        ("三件", Script.CHINESE),
        ("叁件", Script.FORMAL),
        ("3万件", Script.MIXED),
        ("⒊", Script.SYMBOL),
    ],
)
def test_the_script_is_told(text: str, script: Script) -> None:
    assert script is only(text).script


@pytest.mark.parametrize(
    ("text", "unit", "reach"),
    [
        ("3件", "件", 2),
        ("3件次", "件次", 3),
        ("3 件", "件", 3),
        ("3人次", "人次", 3),
        ("3个", "个", 2),
        ("3个月", "个月", 3),
        ("3个工作日", "工作日", 5),
        ("3万元", "元", 3),
        ("3部分", "部分", 3),
        ("30余件", "件", 4),
        ("三场次", "场次", 3),
        ("3分别", None, 1),
        ("3位于", None, 1),
        ("3，", None, 1),
    ],
)
def test_a_measure_word_is_the_longest_that_stands_there(
    text: str, unit: str | None, reach: int
) -> None:
    quantity = only(text)
    assert (unit, reach) == (quantity.unit, quantity.reach)


@pytest.mark.parametrize(
    ("text", "kind", "marker"),
    [
        ("约30件", Approximation.ABOUT, "约"),
        ("大约30件", Approximation.ABOUT, "大约"),
        ("约占30%", Approximation.ABOUT, "约占"),
        ("近百件", Approximation.ABOUT, "近"),
        ("将近30件", Approximation.ABOUT, "将近"),
        ("30余件", Approximation.ABOUT, "余"),
        ("30多件", Approximation.ABOUT, "多"),
        ("3年多", Approximation.ABOUT, "多"),
        ("30件左右", Approximation.ABOUT, "左右"),
        ("几十件", Approximation.ABOUT, "几"),
        ("500余万", Approximation.ABOUT, "余"),
        ("逾30件", Approximation.AT_LEAST, "逾"),
        ("超过30件", Approximation.AT_LEAST, "超过"),
        ("突破30万次", Approximation.AT_LEAST, "突破"),
        ("不少于30件", Approximation.AT_LEAST, "不少于"),
        ("30件以上", Approximation.AT_LEAST, "以上"),
        ("90%以上", Approximation.AT_LEAST, "以上"),
        ("不足30件", Approximation.BELOW, "不足"),
        ("不到30件", Approximation.BELOW, "不到"),
        ("不超过30件", Approximation.BELOW, "不超过"),
        ("30件以下", Approximation.BELOW, "以下"),
    ],
)
def test_a_word_of_approximation_is_kept_as_a_fact(
    text: str, kind: Approximation, marker: str
) -> None:
    quantity = only(text)
    assert (kind, marker) == (quantity.approximation, quantity.marker)


@pytest.mark.parametrize("text", ["节约30元", "附近3家", "预约30次", "30件", "签约3家"])
def test_a_word_that_ends_like_an_approximation_is_none(text: str) -> None:
    assert only(text).approximation is None


@pytest.mark.parametrize("text", ["3至5件", "3-5件", "3—5件", "3～5件", "3 到 5件", "三至五件"])
def test_both_ends_of_a_range_are_told_apart_and_share_the_unit(text: str) -> None:
    low, high = scan(text)
    assert [(Decimal(3), RangeEnd.LOW, "件"), (Decimal(5), RangeEnd.HIGH, "件")] == [
        (end.value, end.role, end.unit) for end in (low, high)
    ]


def test_the_low_end_shares_percent_and_scale_of_the_high_end() -> None:
    low, high = scan("5-20%")
    assert (Form.PERCENT, Decimal(5)) == (low.form, low.value)
    assert Form.PERCENT is high.form
    assert [Decimal(30000), Decimal(50000)] == [end.value for end in scan("3至5万元")]


@pytest.mark.parametrize(
    "text", ["0560-6653207", "2020-01-15", "268-7号", "1月1日至12月31日", "3件到5条"]
)
def test_a_dash_between_other_things_makes_no_range(text: str) -> None:
    assert {None} == {quantity.role for quantity in scan(text)}


def test_a_dash_after_a_numeral_is_no_sign() -> None:
    assert [False, False] == [quantity.negative for quantity in scan("共3件-2件")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.2021年", [1, 2021]),
        ("2.12月底前", [2, 12]),
        ("3.收到5件", [3, 5]),
        ("2020.12.31", [2020, 12, 31]),
        ("2020,12", [2020, 12]),
        ("3，45", [3, 45]),
        ("投入3万2020年", [30000, 2020]),
        ("100千瓦", [100]),
        ("队伍三支", [3]),
        ("大陆二十家", [20]),
        ("收拾三次", [3]),
        ("二是二十件", [2, 20]),
        ("十二、三十一件", [12, 31]),
        ("2021成立5个", [2021, 5]),
        ("一成立", [1]),
        ("三点是", [3]),
    ],
)
def test_neighbouring_numerals_are_told_apart(text: str, values: list[int]) -> None:
    assert values == [quantity.value for quantity in scan(text)]


def test_the_hundred_of_percentage_points_is_part_of_the_unit() -> None:
    assert ["2.5"] == [quantity.text for quantity in scan("提高2.5个百分点")]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("69.89%", "0.01"),
        ("1.2万", "1000"),
        ("25万6千", "1000"),
        ("3‰", "0.1"),
        ("七成", "10"),
        ("12", "1"),
    ],
)
def test_the_step_is_the_worth_of_the_last_place_written(text: str, step: str) -> None:
    assert Decimal(step) == only(text).step


def test_a_numeral_too_long_to_mean_a_figure_has_no_value() -> None:
    assert [None, None] == [quantity.value for quantity in scan("9" * 500 + "、" + "一" * 500)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("３", "3"),
        (" 1,234 ", "1234"),
        ("十二", "12"),
        ("-3", "-3"),
        ("0", "0"),
        ("〇", "0"),
        ("98.5%", "98.5"),
        ("1.2万", "12000"),
    ],
)
def test_a_cell_that_is_one_numeral_has_its_value(text: str, value: str) -> None:
    assert Decimal(value) == parse(text)


@pytest.mark.parametrize(
    "text", ["", "-", "—", "无", "3件", "3 4", "万", "二三十", "①", "/", "约3"]
)
def test_a_cell_that_is_anything_else_has_none(text: str) -> None:
    assert parse(text) is None
