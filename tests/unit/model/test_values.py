"""The frozen values refuse to be contradictory."""

import datetime
from decimal import Decimal

import pytest

from assistant.model import (
    Amount,
    AmountState,
    Finding,
    Level,
    Organisation,
    ReportParts,
    SectionText,
    Severity,
    TextSpan,
    bare_name,
    compose,
    date_text,
    level_of,
    same_organisation,
)


def test_zero_blank_and_not_applicable_are_three_things() -> None:
    zero, blank, slash = Amount.of(0), Amount.blank(), Amount.not_applicable("/")

    assert [True, False, False] == [zero.is_zero, blank.is_zero, slash.is_zero]
    assert [Decimal(0), None, None] == [zero.number, blank.number, slash.number]
    assert len({zero.state, blank.state, slash.state}) == 3


def test_an_amount_keeps_what_was_written_beside_the_number() -> None:
    amount = Amount.of(22, written="22（其中修订16件）", note="其中修订16件")

    assert Decimal(22) == amount.number
    assert "22（其中修订16件）" == amount.written


@pytest.mark.parametrize(
    ("state", "number"),
    [
        (AmountState.NUMBER, None),
        (AmountState.BLANK, Decimal(0)),
        (AmountState.UNREADABLE, Decimal(1)),
    ],
)
def test_an_amount_has_a_number_exactly_when_its_state_says_so(
    state: AmountState, number: Decimal | None
) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Amount(state=state, number=number)


def test_a_span_must_be_as_long_as_its_quote() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        TextSpan(0, 3, "四个字符")


def test_a_span_knows_whether_it_still_stands_in_a_text() -> None:
    span = TextSpan.cut("收到申请3件", 4, 5)

    assert "3" == span.quote
    assert span.stands_in("收到申请3件")
    assert not span.stands_in("收到申请4件")


def test_a_fingerprint_changes_with_the_value_and_with_the_sentence() -> None:
    def finding(found: int, sentence: str) -> str:
        return Finding(
            code="REF001",
            slug="s",
            severity=Severity.ERROR,
            message="m",
            found=Decimal(found),
            sentence=sentence,
        ).fingerprint

    assert finding(1, "甲") == finding(1, "甲")
    assert 3 == len({finding(1, "甲"), finding(2, "甲"), finding(1, "乙")})


def test_a_composed_report_places_every_paragraph_where_its_text_stands() -> None:
    parts = ReportParts(
        organisation=Organisation(name="青石县桐花镇人民政府", level=Level.TOWNSHIP),
        year=2020,
        form="2019",
        title="标题",
        introduction=("引言。",),
        sections=(
            SectionText(
                number=1, heading="一、总体情况", title="总体情况", paragraphs=("甲。", "乙。")
            ),
        ),
        signature="青石县桐花镇人民政府",
        date=datetime.date(2021, 1, 5),
    )

    report = compose(parts)

    placed = [*report.prose()]
    assert ["标题", "引言。", "一、总体情况", "甲。", "乙。"] == [p.text for p in placed]
    assert all(p.whole.stands_in(report.text) for p in placed)
    assert report.date_line is not None
    assert "2021年1月5日" == report.date_line.text
    assert "2021年1月5日" == date_text(datetime.date(2021, 1, 5))


@pytest.mark.parametrize(
    ("name", "bare", "level"),
    [
        ("青石县桐花镇人民政府", "青石县桐花镇", Level.TOWNSHIP),
        ("桐花镇", "桐花镇", Level.TOWNSHIP),
        ("青石区河滨街道办事处", "青石区河滨街道", Level.TOWNSHIP),
        ("青石县云岭乡人民政府", "青石县云岭乡", Level.TOWNSHIP),
        ("青石县人民政府", "青石县", Level.REGION),
        ("青石县财政局", "青石县财政局", Level.DEPARTMENT),
        ("青石市人民政府办公室", "青石市", Level.REGION),
    ],
)
def test_a_name_tells_the_place_and_the_level(name: str, bare: str, level: Level) -> None:
    assert bare == bare_name(name)
    assert level is level_of(name)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("桐花镇", "青石县桐花镇人民政府", True),
        ("青石县桐花镇人民政府", "桐花镇人民政府", True),
        ("青石县桐花镇人民政府", "青石县云岭乡人民政府", False),
        ("", "青石县桐花镇人民政府", False),
    ],
)
def test_two_names_may_mean_one_organ(one: str, other: str, same: bool) -> None:
    assert same is same_organisation(one, other)
