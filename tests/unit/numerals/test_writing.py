"""Numbers spelled in Chinese."""

from decimal import Decimal

import pytest

from assistant.numerals import Style, to_chinese


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        ("0", Style.LOWER, "零"),
        ("10", Style.LOWER, "十"),
        ("15", Style.LOWER, "十五"),
        ("110", Style.LOWER, "一百一十"),
        ("1005", Style.LOWER, "一千零五"),
        ("10000", Style.LOWER, "一万"),
        ("100500", Style.LOWER, "十万零五百"),
        ("100000001", Style.LOWER, "一亿零一"),
        ("120000000", Style.LOWER, "一亿二千万"),
        ("1000000000000", Style.LOWER, "一万亿"),
        ("1200000000000", Style.LOWER, "一万二千亿"),
        ("-3.05", Style.LOWER, "负三点零五"),
        ("123", Style.FORMAL, "壹佰贰拾叁"),
        ("10", Style.FORMAL, "壹拾"),
        ("2020", Style.DIGITS, "二〇二〇"),
    ],
)
def test_a_number_is_spelled_the_way_documents_do(value: str, style: Style, text: str) -> None:
    assert text == to_chinese(Decimal(value), style)


@pytest.mark.parametrize("value", ["1e16", "NaN", "Infinity"])
def test_what_cannot_be_spelled_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="cannot be spelled"):
        to_chinese(Decimal(value))
