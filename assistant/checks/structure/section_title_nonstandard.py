"""STR003."""

import re
from collections.abc import Iterator

from assistant.checks.labels import section_name
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.forms import SectionSpec
from assistant.model import Outcome, Section, Severity, TextFix

_IGNORED = re.compile(r"[\s，,、：:。.；;]")


@rule("STR003", "section-title-nonstandard", "部分的标题与官方格式不一致", Severity.NOTE)
def section_title_nonstandard(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    六个部分的标题是否与官方格式一字不差；空格和标点的差别不计。

    ## 为什么

    标题由官方格式规定，自拟标题不利于汇总和检索。

    ## 怎么改

    照官方标题改。

    ## 例外

    只作提示：常见变体意思清楚，不影响内容。

    ## 依据

    年度报告格式的六部分标题。
    """
    specs = {spec.number: spec for spec in subject.form.sections}
    for section in subject.report.sections:
        spec = None if section.number is None else specs.get(section.number)
        if spec is not None and _bare(section.title) != _bare(spec.title):
            yield _finding(this, section, spec)


def _bare(title: str) -> str:
    return _IGNORED.sub("", title)


def _finding(this: Rule, section: Section, spec: SectionSpec) -> Outcome:
    place = section.heading.text.find(section.title)
    if not section.title or place < 0:
        span, fix = section.heading.whole, None
    else:
        span = section.heading.span(place, place + len(section.title))
        fix = TextFix(span=span, replacement=spec.title)
    name = section_name(spec.number)
    return this.finding(
        f"{name}标题写“{section.title}”，官方标题为“{spec.title}”。",
        span=span,
        fix=fix,
        sentence=section.heading.text,
    )
