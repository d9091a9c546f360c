"""Laws of the number scan that hold for every number and every text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.numerals import Style, parse, scan, to_chinese
from assistant.numerals.characters import NUMERALS
from tests.growth import least_seconds

FULLWIDTH = str.maketrans("0123456789.%,", "０１２３４５６７８９．％，")
PLAIN_HAN = "本局按时办理公开申请并主动接受监督"

wholes = st.integers(min_value=0, max_value=10**16 - 1)
figures = st.decimals(min_value=-(10**12), max_value=10**12, places=2) | st.integers(
    min_value=-(10**12), max_value=10**12
).map(Decimal)
plain_text = st.text(alphabet=PLAIN_HAN, max_size=12)
WORDS = "点分之成又几第件个月年至第约近不足以上番了队建余多，,.．、。：% ％‰-－—+负\n\t "
numeral_text = st.text(alphabet="".join(sorted(NUMERALS)) + WORDS, max_size=40) | st.text(
    alphabet="123一三十百千万亿半两〇伍翻" + WORDS, max_size=40
)


@given(figures, st.sampled_from([Style.LOWER, Style.FORMAL]))
def test_a_number_spelled_and_read_is_the_same_number(value: Decimal, style: Style) -> None:
    assert value == parse(to_chinese(value, style))


@given(st.integers(min_value=100, max_value=10**16 - 1))
def test_digits_spelled_one_by_one_are_read_back(value: int) -> None:
    assert value == parse(to_chinese(value, Style.DIGITS))


@given(wholes, st.sampled_from(["百分之{}", "{}个百分点", "{}倍", "{}件", "{}余件"]))
def test_forms_around_a_number_keep_its_value(value: int, form: str) -> None:
    quantities = scan(form.format(to_chinese(value)))
    assert [value] == [quantity.value for quantity in quantities]


@given(figures, st.sampled_from(["", "%"]), st.booleans())
def test_fullwidth_reads_as_halfwidth(value: Decimal, sign: str, grouped: bool) -> None:
    text = (f"{value:,f}" if grouped else f"{value:f}") + sign
    assert parse(text) == parse(text.translate(FULLWIDTH)) == value


@given(st.integers(min_value=1, max_value=9999), st.sampled_from(["万", "亿", "万亿"]))
def test_a_scale_multiplies(value: int, scale: str) -> None:
    powers = {"万": 4, "亿": 8, "万亿": 12}
    assert Decimal(value).scaleb(powers[scale]) == parse(f"{value}{scale}")


@given(st.integers(min_value=0, max_value=999), st.integers(min_value=1, max_value=999))
def test_a_fraction_is_numerator_over_denominator(above: int, below: int) -> None:
    quantity = scan(f"{below}分之{above}")[0]
    assert quantity.value is not None
    assert abs(quantity.value * below - above) < Decimal("1e-30")


@given(numeral_text)
def test_offsets_give_the_text_as_written_in_order_and_apart(text: str) -> None:
    reach = 0
    for quantity in scan(text):
        assert reach <= quantity.start < quantity.end <= quantity.reach
        assert quantity.text == text[quantity.start : quantity.end]
        reach = quantity.end


@given(numeral_text)
def test_every_numeral_character_lies_in_exactly_one_quantity(text: str) -> None:
    covered = [0] * len(text)
    for quantity in scan(text):
        for place in range(quantity.start, quantity.reach):
            covered[place] += 1
    assert {1} >= {times for sign, times in zip(text, covered, strict=True) if sign in NUMERALS}


@given(numeral_text)
def test_nothing_but_a_figure_is_ever_the_value(text: str) -> None:
    assert all(quantity.value is None or quantity.value.is_finite() for quantity in scan(text))


@given(plain_text, figures.filter(lambda value: value >= 0), plain_text)
def test_plain_words_around_a_number_do_not_change_it(
    before: str, value: Decimal, behind: str
) -> None:
    quantities = scan(f"{before}{value:f}，{behind}")
    assert [value] == [quantity.value for quantity in quantities]


@given(st.lists(st.integers(min_value=0, max_value=99_999), min_size=1, max_size=8))
def test_values_of_a_list_are_those_of_its_parts(values: list[int]) -> None:
    text = "、".join(f"{value}件" for value in values)
    assert values == [quantity.value for quantity in scan(text)]


@pytest.mark.parametrize(
    "unit",
    [
        "1", "一", "，", "1,", "1.", "百分之", "1,111,", "一又", "三分之", "1万", "1千零", "十余万",
        "万", "半", "翻一", "1-", "1 ", "伍", "九成", "一点", "近", "二三", "1分之", "１，",
    ],
)  # fmt: skip
def test_time_grows_with_length_only(unit: str) -> None:
    small, large = unit * (20_000 // len(unit)), unit * (160_000 // len(unit))
    quick = least_seconds(lambda: scan(small))
    assert least_seconds(lambda: scan(large)) < 40 * max(quick, 0.002)
