"""STR011."""

from collections.abc import Iterator

from assistant.checks.labels import section_name
from assistant.checks.phrases import has_any
from assistant.checks.places import listed
from assistant.checks.rule import Rule, rule
from assistant.checks.structure.section_missing import NOT_WHOLE
from assistant.checks.subject import Subject
from assistant.forms import SectionSpec
from assistant.model import Outcome, Severity


@rule("STR011", "aspect-missing", "总体情况缺少规定的方面", Severity.WARNING)
def aspect_missing(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    第一部分是否写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。

    ## 为什么

    2021年版格式要求总体情况综述这五方面，缺一方面即内容不全面。

    ## 怎么改

    补写缺的方面；没有专门工作的，也写明日常怎样做。

    ## 例外

    按标题或正文用语认，写法不限。2019年版没有硬性列举，只作提示。只给一段文字的不查。

    ## 依据

    国办公开办函〔2021〕30号附件第一部分。
    """
    if not subject.tables_expected:
        yield this.skip(NOT_WHOLE)
        return
    for spec in subject.form.sections:
        section = subject.report.section(spec.number)
        text = "" if section is None else "\n".join(p.text for p in section.paragraphs)
        if not spec.aspects or section is None or not text.strip():
            continue
        missing = [a.title for a in spec.aspects if not has_any(text, (a.title, *a.terms))]
        if missing:
            yield this.finding(
                f"{section_name(spec.number)}没有写到{listed(missing)}。",
                severity=_severity(this, spec),
                span=section.heading.whole,
                sentence="、".join(missing),
            )


def _severity(this: Rule, spec: SectionSpec) -> Severity:
    return this.severity if spec.aspects_required else Severity.NOTE
