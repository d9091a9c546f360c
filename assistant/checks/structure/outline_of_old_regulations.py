"""STR015."""

from collections.abc import Iterator

from assistant.checks.phrases import has_any, words
from assistant.checks.places import listed
from assistant.checks.rule import Rule, rule
from assistant.checks.structure.section_missing import NOT_WHOLE
from assistant.checks.subject import Subject
from assistant.model import Outcome, Section, Severity


@rule("STR015", "outline-of-old-regulations", "用了旧条例的目录", Severity.ERROR)
def outline_of_old_regulations(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    部分的标题是不是2008年旧条例的目录，如“收费及减免情况”“行政复议、提起诉讼和申诉情况”。

    ## 为什么

    2019年修订的条例改了年度报告的内容，旧目录缺了规定的部分，多是照抄了多年以前的报告。

    ## 怎么改

    按现行格式的六个部分重新编排；收费写进第六部分。

    ## 例外

    六个部分齐全、只是另加了一部分的不算。只给一段文字的不查。

    ## 依据

    《政府信息公开条例》第五十条；年度报告格式的六部分标题。
    """
    if not subject.tables_expected:
        yield this.skip(NOT_WHOLE)
        return
    present = {section.number for section in subject.report.sections}
    lacks = any(spec.number not in present for spec in subject.form.sections)
    old = [section for section in subject.report.sections if _is_old(section)]
    if old and lacks:
        names = listed(section.title for section in old)
        yield this.finding(
            f"{names}是旧条例的目录，应按“{subject.form.title}”的{len(subject.form.sections)}个部分编排。",
            span=old[0].heading.whole,
            sentence=names,
        )


def _is_old(section: Section) -> bool:
    return section.number is None and has_any(section.title, words("old_outline"))
