"""REF009."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Section, Severity, TextSpan

_ORDER = "一二三四五六七八九"
_STATED = re.compile(
    r"([二两三四五六七八九2-9])\s?(?:个|项|点|条|大|方面){1,2}[\u4e00-\u9fff]{0,8}[：:。]\s{0,4}(?=一是)"
)
_ITEM = re.compile(r"(?<![\u4e00-\u9fff])[一二三四五六七八九]是")


@rule("REF009", "listed-items-miscounted", "自称的条数与所列不符", Severity.WARNING)
def listed_items_miscounted(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    “存在以下三个问题：一是……二是……”一类的话，所说的条数与后面逐条列出的是否一致。

    ## 为什么

    说三个只列两个，多半是改稿时删了一条，或照抄时漏了一条。

    ## 怎么改

    改条数，或补上漏掉的一条。

    ## 例外

    只核紧接着“一是”开始的列举；编号不连续的不判。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容应当准确。
    """
    for section in subject.report.sections:
        if section.paragraphs:
            yield from _in_section(this, subject, section)


def _in_section(this: Rule, subject: Subject, section: Section) -> Iterator[Outcome]:
    start, end = section.paragraphs[0].start, section.paragraphs[-1].end
    text = subject.report.text[start:end]
    items = [(found.start(), _ORDER.index(found[0][0]) + 1) for found in _ITEM.finditer(text)]
    for found in _STATED.finditer(text):
        numeral = found[1].replace("两", "二")
        stated = int(numeral) if numeral.isdecimal() else _ORDER.index(numeral) + 1
        first = bisect_left(items, (found.end(), 0))
        run = _run([order for _, order in items[first : first + 2 * len(_ORDER)]])
        if run and run != stated:
            span = TextSpan.cut(subject.report.text, start + found.start(), start + found.end())
            place = subject.places.name(span)
            written = found[0].strip().rstrip("：:。")
            yield this.finding(
                f"{place}写“{written}”，后面列了{run}条。", span=span, sentence=found[0].strip()
            )


def _run(orders: list[int]) -> int:
    """Length of the list that begins with 一是; 0 when its numbers are not in order."""
    later = orders[1:]
    upto = later.index(1) + 1 if 1 in later else len(orders)
    own = orders[:upto]
    return len(own) if own == list(range(1, len(own) + 1)) else 0
