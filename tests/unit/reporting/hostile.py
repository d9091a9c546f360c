"""A report that tries everything, and what was checked in it."""

import datetime
from dataclasses import replace
from functools import cache

from assistant.app.checking import CheckInputs, check_report
from assistant.files import read_report_text
from assistant.forms import load_forms
from assistant.model import CheckResult, Finding, FindingKey, TextSpan, Uncertain, Waiver

ATTACKS = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "]]>",
    "<!--",
    "--></style></title>",
    "{{ 7 * 7 }}{% raw %}",
    "[点我](https://example.org)",
    "\x1b[31m红\x1b]0;标题\x07",
    "\u202e倒过来\u202c",
    "\x9b2J",
    "\u200b\ufeff",
)
STEERING = "\x1b\x07\x9b\u202e\u202c\u200b\ufeff"
_TEXT = """\
青禾县柳溪镇人民政府2022年政府信息公开工作年度报告{attack}
一、总体情况{attack}
全年新收政府信息公开申请4件{attack}，予以公开2件，举办培训17次。
二、主动公开政府信息情况
规章\t{attack}\t3
三、收到和处理政府信息公开申请情况
"""


@cache
def hostile_result() -> CheckResult:
    """Found, waived, stale, uncertain, skipped and passed; an attack in every text there is."""
    attack = "".join(ATTACKS)
    forms = load_forms()
    report = read_report_text(_TEXT.format(attack=attack), forms, source=f"{attack}.txt")
    result = check_report(report, CheckInputs(year=2022), forms)
    place = report.text.index("<script>")
    span = TextSpan.cut(report.text, place, place + len(attack))
    extra = tuple(
        replace(
            result.findings[0], message=f"第{number}处{attack}。", span=span, sentence=attack,
            code="WRD001", cells=(f"甲.{attack}.乙",),
        )
        for number in (1, 2)
    )  # fmt: skip
    doubt = Uncertain(code="STR009", reason=f"读不准{attack}", span=span)
    stale = FindingKey(code="REF001", sentence=attack, quote=attack)
    waivers = [
        Waiver(key=extra[1].key, reason=attack, date=datetime.date(2023, 1, 15)),
        Waiver(key=stale, reason=attack),
    ]
    whole = replace(
        result, findings=(*result.findings, _other(extra[0]), extra[1]), uncertain=(doubt,)
    )
    return whole.with_waivers(waivers)


def _other(finding: Finding) -> Finding:
    return replace(finding, code="WRD002")
