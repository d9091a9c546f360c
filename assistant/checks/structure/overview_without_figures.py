"""STR016."""

from collections.abc import Iterator

from assistant.checks.labels import section_name
from assistant.checks.rule import Rule, rule
from assistant.checks.structure.section_missing import NOT_WHOLE
from assistant.checks.subject import Subject
from assistant.forms import SectionSpec
from assistant.model import Outcome, Section, Severity


@rule("STR016", "overview-without-figures", "总体情况没有一个数", Severity.WARNING)
def overview_without_figures(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    第一部分有没有写到任何一个数，或者“未收到申请”一类说明没有的话。

    ## 为什么

    通篇没有一个数的总体情况只是套话，看不出这一年做了什么，评查时按内容空泛处理。

    ## 怎么改

    写上主动公开、申请办理等主要数据；没有收到申请的，写明没有收到。

    ## 例外

    2019年版没有列明五方面，只作提示。没有内容的由 STR004 报告，只给一段文字的不查。

    ## 依据

    国办公开办函〔2021〕30号附件第一部分；国办公开办函〔2021〕30号（四）。
    """
    if not subject.tables_expected:
        yield this.skip(NOT_WHOLE)
        return
    for spec in subject.form.sections:
        section = subject.report.section(spec.number)
        if not spec.aspects or section is None or _says_nothing_at_all(section):
            continue
        if not _has_claim(subject, section):
            name = section_name(spec.number)
            yield this.finding(
                f"{name}“{section.title}”没有写到一个数，也没有说明哪一项没有发生。",
                severity=_severity(this, spec),
                span=section.heading.whole,
                sentence=section.heading.text,
            )


def _severity(this: Rule, spec: SectionSpec) -> Severity:
    return this.severity if spec.aspects_required else Severity.NOTE


def _says_nothing_at_all(section: Section) -> bool:
    return not any(paragraph.text.strip() for paragraph in section.paragraphs)


def _has_claim(subject: Subject, section: Section) -> bool:
    start, end = section.heading.end, section.paragraphs[-1].end
    return any(
        reading.is_claim and start <= reading.span.start < end for reading in subject.readings
    )
