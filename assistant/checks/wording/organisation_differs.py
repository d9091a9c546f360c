"""WRD003."""

import re
from collections.abc import Iterator

from assistant.checks.organ_names import can_end_as, compatible
from assistant.checks.phrases import has_any, words
from assistant.checks.places import Placed
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity

_OWN_REPORT = re.compile(
    r"(?:现?公布|现?发布|编制|形成)([\u4e00-\u9fff]{4,30}?)(?:19|20)\d{2}年度?政府信息公开"
)
_REPORT_OF = re.compile(
    r"(?<![\u4e00-\u9fff])现?将?([\u4e00-\u9fff]{4,30}?)(?:19|20)\d{2}年度?的?(?:政府信息公开|信息公开|政务公开)"
    r"(?:工作)?(?:年度报告|年报|报告)"
)


@rule("WRD003", "organisation-differs", "机关名称前后不一", Severity.WARNING)
def organisation_differs(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    署名、引言里“现公布××年度报告”所称的机关，与标题里的机关是不是同一个。

    ## 为什么

    写成别的机关，是照抄别单位报告的痕迹。

    ## 怎么改

    改成本机关的全称，前后一致。

    ## 例外

    全称与简称、带不带上级地名、带不带“人民政府”不算不一致。署名只提醒；引言里自称的机关完全不同的判错，
    只有一段文字、没有全文的只提醒。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容雷同、敷衍塞责的追责。
    """
    own = subject.report.organisation
    if not own:
        yield this.skip("读不出报告的机关名称")
        return
    signature = subject.report.signature
    if signature is not None and not compatible(own, signature.text):
        message = f"署名“{signature.text.strip()}”与报告的机关“{own}”不一致。"
        yield this.finding(message, span=signature.whole, sentence=signature.text)
    for placed in subject.places.paragraphs:
        if placed.section is None and placed.is_body:
            yield from _in_introduction(this, placed, own, whole=subject.tables_expected)


def _in_introduction(this: Rule, placed: Placed, own: str, *, whole: bool) -> Iterator[Outcome]:
    text = placed.paragraph.text
    own_reports = {one.end(1): one for one in _OWN_REPORT.finditer(text)}
    others = (one for one in _REPORT_OF.finditer(text) if one.end(1) not in own_reports)
    for found in (*own_reports.values(), *others):
        name = found[1]
        if not _is_author(text, found):
            continue
        announced = found.re is _OWN_REPORT or has_any(text, words("report_announced"))
        if has_any(name, words("own_organ")) or can_end_as(own, name):
            continue
        yield this.finding(
            f"{placed.name}写“{name}”的报告，报告的机关是“{own}”。",
            severity=Severity.ERROR if announced and whole else Severity.WARNING,
            span=placed.paragraph.span(found.start(1), found.end(1)),
            sentence=found[0],
        )


def _is_author(text: str, found: re.Match[str]) -> bool:
    """Whether the name is an organ's, and the report its own and no basis of this one."""
    if not found[1].endswith(words("organ_endings")):
        return False
    basis = found[1].startswith(words("basis_opens"))
    work = text.startswith(words("about_report"), found.end())
    return found.re is _OWN_REPORT or not (basis or work)
