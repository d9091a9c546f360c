"""Keeps an officer's decision that a finding may stand."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import AssistantError
from assistant.files.saving import save
from assistant.files.waivers import read_waivers, waiver_file_of, waivers_as_yaml
from assistant.model import CheckResult, Finding, Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which finding is to be let stand, and why.

    quote: words that stand in its sentence. nth: which of several it is, from 1. date: of the
    decision.
    """

    code: str
    reason: str
    quote: str = ""
    nth: int | None = None
    date: datetime.date | None = None


def candidates(result: CheckResult, wish: Wish) -> tuple[Finding, ...]:
    """The findings a wish may mean, each decision once; those waived before among them.

    Raises AssistantError E305, E306 when there is none.
    """
    if not wish.reason.strip():
        raise AssistantError("E305", "没有写理由。", "请用 --reason 写明为什么可以保留。")
    known = [*result.findings, *(waived.finding for waived in result.waived)]
    same_code = [found for found in known if wish.code in {found.code, found.slug.upper()}]
    if not same_code:
        raise AssistantError("E306", f"核对结果里没有“{wish.code}”这一项。", _codes(known))
    quoted = [found for found in same_code if _speaks_of(found, wish.quote)]
    if not quoted:
        message = f"“{wish.code}”的各处都不含“{wish.quote}”。"
        raise AssistantError("E306", message, "请照核对结果里的原文写 --quote。")
    # In reading order, so that a number means the same before and after a decision.
    distinct = tuple({found.key: found for found in sorted(quoted, key=_place)}.values())
    return distinct if wish.nth is None else (_nth(distinct, wish.nth),)


def _place(finding: Finding) -> tuple[int, str]:
    return -1 if finding.span is None else finding.span.start, finding.message


def _speaks_of(finding: Finding, quote: str) -> bool:
    key = finding.key
    return any(quote in text for text in (key.quote, key.sentence, finding.message))


def _nth(distinct: Sequence[Finding], nth: int) -> Finding:
    if not 1 <= nth <= len(distinct):
        raise AssistantError("E306", f"只有 {len(distinct)} 处，没有第 {nth} 处。")
    return distinct[nth - 1]


def _codes(findings: Sequence[Finding]) -> str:
    codes = "、".join(sorted({finding.code for finding in findings}))
    return f"有的是：{codes}。" if codes else "核对没有发现问题。"


def keep_decision(report: Path, finding: Finding, wish: Wish) -> Path:
    """Writes the decision beside the report, in place of an older one on the same finding.

    Raises AssistantError E15x, E180 and leaves the older file when it cannot.
    """
    waiver = Waiver(key=finding.key, reason=wish.reason.strip(), date=wish.date)
    others = (known for known in read_waivers(report) if known.key != waiver.key)
    path = waiver_file_of(report)
    save(path, waivers_as_yaml((*others, waiver)))
    return path
