"""Words all readable formats share."""

from assistant.model import CheckResult, ClaimState, Finding, Severity, Skipped, Waiver
from assistant.reporting.safe_text import printable

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.NOTE: "提示"}
STATES = {
    ClaimState.BOUND: "与表格对应",
    ClaimState.DERIVED: "由表格算得",
    ClaimState.DECLARED: "已申报",
    ClaimState.UNBOUND: "没有出处",
}
STALE = "豁免没有对应的问题，可能已改好，也可能句子或数值变了"
_CELLS_SHOWN = 3


def share(result: CheckResult) -> str:
    """How many numbers are accounted for, in one sentence; rounded down, so that all means all."""
    total, accounted = len(result.readings), result.accounted
    if not total:
        return "正文里没有读到数字。"
    tenths = accounted * 1000 // total
    percent = f"{tenths // 10}.{tenths % 10}%"
    return f"正文数字 {total} 个，说明来源的 {accounted} 个（{percent}）。"


def counts(result: CheckResult) -> str:
    """How many findings of each severity."""
    told = [f"{SEVERITIES[severity]} {result.count(severity)} 处" for severity in Severity]
    if result.waived:
        told.append(f"已豁免 {len(result.waived)} 处")
    return "，".join(told)


def summary_line(result: CheckResult) -> str:
    """Both in one line."""
    return f"{counts(result)}。{share(result)}"


def outcomes(result: CheckResult) -> str:
    """How the rules ended, in one sentence."""
    passed, doubts, skipped = len(result.passed), len(result.uncertain), len(result.skipped)
    return f"规则：通过 {passed} 条，未核 {skipped} 项，拿不准 {doubts} 项。"


def skipped_line(skipped: Skipped) -> str:
    """The reason, with the cells it holds for."""
    cells = skipped.cells
    shown = "、".join(cells[:_CELLS_SHOWN])
    more = f" 等{len(cells)}格" if len(cells) > _CELLS_SHOWN else ""
    place = f"（{shown}{more}）" if cells else ""
    return f"{printable(skipped.reason)}{place}"


def fix_line(finding: Finding) -> str:
    """The remedy proposed, empty without one."""
    if finding.fix is None:
        return ""
    sure = "" if finding.fix.safe else "，请先核对"
    return f"可改为“{printable(finding.fix.replacement)}”{sure}"


def reason_line(waiver: Waiver) -> str:
    """Why, and since when."""
    dated = "" if waiver.date is None else f"（{waiver.date.isoformat()}）"
    return f"理由：{printable(waiver.reason)}{dated}"


def stale_line(result: CheckResult, waiver: Waiver) -> str:
    """What a decision that fits nothing was about, and why it may not fit."""
    about = printable(waiver.key.sentence if waiver.key.sentence else waiver.key.quote)
    said = f"“{about}”的{STALE}" if about else STALE
    if any(skipped.code == waiver.key.code for skipped in result.skipped):
        said += "；这条规则这次没有核对全"
    return f"{said}；{reason_line(waiver)}"
