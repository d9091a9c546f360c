"""WRD004."""

from collections.abc import Iterable, Iterator
from typing import Literal

from assistant.checks.phrase_findings import phrase_finding, phrase_matches
from assistant.checks.phrases import Phrase, words
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Level, Outcome, Severity, bare_name

_LISTS = {
    Level.TOWNSHIP: "foreign_to_township",
    Level.DEPARTMENT: "foreign_to_department",
    Level.REGION: "foreign_to_region",
}
_KINDS = {"街道": "foreign_to_street", "镇": "foreign_to_town", "乡": "foreign_to_rural_township"}


@rule("WRD004", "foreign-self-designation", "自称不是本机关", Severity.WARNING)
def foreign_self_designation(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    正文的自称是否合乎机关的类别：乡镇报告里的“我局”、部门报告里的“我镇”、
    镇的报告里的“我乡”等。

    ## 为什么

    自称不对，多半是从别单位的报告抄来没有改。

    ## 怎么改

    改成本机关的自称。

    ## 例外

    部门报告说“我县”“我市”指所在地，不算。引号里的话不核。机关类别看不出的不核。
    乡镇自称“我局”“我委”判错，其余的提醒。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容雷同、敷衍塞责的追责。
    """
    level = subject.level
    if level is None:
        yield this.skip("看不出机关的类别")
        return
    for placed, match in phrase_matches(subject, _foreign(level, subject.report.organisation)):
        if placed.is_body:
            yield phrase_finding(this, placed, match, match.phrase.grade)


def _foreign(level: Level, organisation: str) -> tuple[Phrase, ...]:
    """Self-designations that do not fit the organ's kind, nor the kind of township it is."""
    place = bare_name(organisation)
    kinds = [name for ending, name in _KINDS.items() if place.endswith(ending)]
    graver = level is Level.TOWNSHIP and bool(kinds)
    own = _phrases(words(_LISTS[level]), "error" if graver else "warning")
    kindred = _phrases([word for kind in kinds for word in words(kind)], "warning")
    scope = words("scope_beyond_township") if level is Level.TOWNSHIP else ()
    return own + kindred + _phrases(scope, "warning", "乡镇的报告只说本机关")


def _phrases(
    found: Iterable[str], severity: Literal["error", "warning"], why: str = "不是本机关的自称"
) -> tuple[Phrase, ...]:
    return tuple(
        Phrase(
            find=word,
            why=why,
            severity=severity,
            not_after=("“", "给", "由", "称", "说", "各", "、", "乡", "镇", "和", "及"),
            not_before=("校", "本土", "土"),
        )
        for word in found
    )
