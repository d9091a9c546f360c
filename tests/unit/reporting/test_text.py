from dataclasses import replace

import pytest

from assistant.checks import run
from assistant.model import CheckResult, FindingKey, Severity, TextSpan, Uncertain, Waiver
from assistant.reporting import findings_as_text, result_as_text
from assistant.reporting.safe_text import printable
from tests.rules.cases import Case, Claim, subject_of

CLEAN = Case(name="a correct report")
WRONG = Case(
    name="one number too high and an empty section",
    prose="全年新收政府信息公开申请4件。",
    sections={"6": ()},
    cells={"applications.received.natural_person": 3, "applications.received.total": 3},
    readings=(
        Claim(
            quote="4",
            value="4",
            unit="件",
            binds=("applications.received.total",),
            expected="3",
            agrees=False,
        ),
    ),
)


def _check(case: Case) -> CheckResult:
    return run(subject_of(case))


def test_a_clean_report_is_said_to_be_clean() -> None:
    assert "没有发现问题。" == findings_as_text(_check(CLEAN))


def test_findings_stand_under_their_section_in_reading_order() -> None:
    lines = findings_as_text(_check(WRONG)).splitlines()

    heads = [line for line in lines if line and not line.startswith(" ")]

    assert heads == sorted(set(heads), key=heads.index)
    assert heads.index("一、总体情况") < heads.index("六、其他需要报告的事项")


def test_the_sentence_is_quoted_with_the_place_marked() -> None:
    text = findings_as_text(_check(WRONG))

    assert "全年新收政府信息公开申请【4】件。" in text
    assert "可改为“3”，请先核对" in text


def test_a_long_sentence_is_cut_around_the_place() -> None:
    case = WRONG.model_copy(update={"prose": f"{'甲' * 90}新收申请4件，{'乙' * 90}。"})

    line = next(row for row in findings_as_text(_check(case)).splitlines() if "【4】" in row)

    assert line.strip().startswith("…甲")
    assert line.endswith("乙…")
    assert len(line) < 100


def test_the_counts_close_the_text() -> None:
    result = _check(WRONG)
    errors = result.count(Severity.ERROR)

    last = result_as_text(result).rstrip().splitlines()[-1]

    assert errors > 1
    assert last.startswith(f"错误 {errors} 处，")
    assert last.endswith("正文数字 1 个，说明来源的 1 个（100.0%）。")


def test_the_share_is_rounded_down_so_that_all_means_all() -> None:
    result = _check(WRONG)
    unbound = replace(result.readings[0], state=None)
    claims = Claim(quote="4", value="4", unit="件", state="unbound")
    open_reading = _check(WRONG.model_copy(update={"readings": (claims,)})).readings

    text = result_as_text(replace(result, readings=(unbound,) * 1999 + open_reading))

    assert "正文数字 2000 个，说明来源的 1999 个（99.9%）" in text


def test_what_was_not_checked_is_told_with_the_reason() -> None:
    doubt = Uncertain(code="STR009", reason="表格的列对不齐")

    text = result_as_text(replace(_check(CLEAN), uncertain=(doubt,)))

    assert "没有核对的\n  拿不准 STR009　表格的列对不齐" in text
    assert "未核 YOY001　没有提供上年报告" in text


@pytest.mark.parametrize(("code", "more"), [("REF001", ""), ("YOY001", "；这条规则这次没有核对全")])
def test_a_decision_that_fits_nothing_is_told_with_what_may_be_the_cause(
    code: str, more: str
) -> None:
    waiver = Waiver(key=FindingKey(code=code, sentence="某句。"), reason="口径不同")

    text = result_as_text(_check(CLEAN).with_waivers([waiver]))

    assert f"  提示 {code}　“某句。”的豁免没有对应的问题" in text
    assert f"句子或数值变了{more}；理由：口径不同\n" in text


def test_a_doubt_that_has_a_place_is_quoted() -> None:
    result = _check(WRONG)
    place = result.report.text.index("4件")
    doubt = Uncertain(
        code="REF001", reason="两种读法", span=TextSpan.cut(result.report.text, place, place + 1)
    )

    text = result_as_text(replace(result, uncertain=(doubt,)))

    assert "拿不准 REF001　两种读法\n      全年新收政府信息公开申请【4】件。" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("办\x1b[31m结", "办�[31m结"),
        ("甲\u202e乙", "甲�乙"),
        ("甲\n乙\t丙", "甲 乙 丙"),
        ("\u200b甲", "�甲"),
        ("普通文字", "普通文字"),
    ],
)
def test_nothing_of_a_document_steers_the_terminal(text: str, shown: str) -> None:
    assert shown == printable(text)


def test_a_report_with_escape_sequences_is_told_without_them() -> None:
    case = WRONG.model_copy(update={"title": "青禾县柳溪镇\x1b]0;甲\x07人民政府2022年度报告"})

    text = result_as_text(_check(case))

    assert "\x1b" not in text
    assert "\x07" not in text


def test_a_file_name_is_shown_as_given() -> None:
    result = _check(CLEAN)

    text = result_as_text(replace(result, report=replace(result.report, source="年报.docx")))

    assert text.startswith("青禾县柳溪镇人民政府　2022年　年报.docx\n")
