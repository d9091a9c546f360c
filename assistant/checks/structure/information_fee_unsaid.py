"""STR013."""

from collections.abc import Iterator

from assistant.checks.labels import section_name
from assistant.checks.phrases import has_any, words
from assistant.checks.rule import Rule, rule
from assistant.checks.structure.section_missing import NOT_WHOLE
from assistant.checks.subject import Subject
from assistant.forms import SectionSpec
from assistant.model import Outcome, Section, Severity


@rule("STR013", "information-fee-unsaid", "没有说明信息处理费", Severity.WARNING)
def information_fee_unsaid(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    第六部分有没有说明信息处理费的收取情况。

    ## 为什么

    2021年版格式写明收取信息处理费的情况在第六部分报告，没有收取也要说明。

    ## 怎么改

    收了的写件数和金额；没有收的写“本年度未收取信息处理费”。

    ## 例外

    2019年版没有这项要求，不查。写在别的部分的只提示移到第六部分。整部分空白由 STR004 报告。
    只给一段文字的不查。

    ## 依据

    国办公开办函〔2021〕30号附件第六部分；国办函〔2020〕109号。
    """
    if not subject.tables_expected:
        yield this.skip(NOT_WHOLE)
        return
    for spec in subject.form.sections:
        section = subject.report.section(spec.number)
        if spec.information_fee_required and section is not None:
            yield from _outcomes(this, subject, spec, section)


def _outcomes(
    this: Rule, subject: Subject, spec: SectionSpec, section: Section
) -> Iterator[Outcome]:
    terms = words("information_fee")
    text = "\n".join(paragraph.text for paragraph in section.paragraphs)
    if not text.strip() or has_any(text, terms):
        return
    name = section_name(spec.number)
    elsewhere = [p for p in subject.report.prose() if has_any(p.text, terms)]
    if elsewhere:
        message = f"信息处理费的情况应写在{name}“{spec.title}”。"
        yield this.finding(message, severity=Severity.NOTE, span=elsewhere[0].whole)
    else:
        message = f"{name}“{spec.title}”没有说明信息处理费的收取情况。"
        yield this.finding(message, span=section.heading.whole, sentence=text[:80])
