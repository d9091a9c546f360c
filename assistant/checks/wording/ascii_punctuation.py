"""WRD006."""

import re
from collections.abc import Iterator

from assistant.checks.phrase_findings import addresses, inside
from assistant.checks.places import Placed, sentence_around
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Severity, TextFix

_HAN = r"[\u4e00-\u9fff]"
_BEFORE = r"[\u4e00-\u9fff》”）〉％%\d]"
_MARK = re.compile(
    rf"(?<={_BEFORE})[,;:?!](?={_HAN}|《|“|（)|\((?={_HAN})|(?<={_HAN})\)|(?<={_HAN})\.(?={_HAN})"
)
_RIGHT = re.compile(r"[，；：？！（）]")
_FEWEST = 10
_CHINESE = {
    ",": "，",
    ";": "；",
    ":": "：",
    "?": "？",
    "!": "！",
    "(": "（",
    ")": "）",
    ".": "。",
}


@rule("WRD006", "ascii-punctuation", "中文里用了英文标点", Severity.WARNING)
def ascii_punctuation(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    汉字之间有没有半角的逗号、分号、冒号、括号、句点。每段报一次，指明第一处。

    ## 为什么

    中文公文用全角标点；半角标点是粘贴、改稿时留下的，排版也不齐。

    ## 怎么改

    换成对应的中文标点。

    ## 例外

    数字中的小数点、时间、网址、邮箱和外文里的标点不算。全文多半是半角标点的，可能是转换所致，只提示一次。

    ## 依据

    GB/T 15834—2011《标点符号用法》。
    """
    found = [(placed, _marks(placed)) for placed in subject.places.paragraphs]
    wrong = [(placed, marks) for placed, marks in found if marks]
    count = sum(len(marks) for _, marks in wrong)
    right = sum(len(_RIGHT.findall(placed.paragraph.text)) for placed, _ in found)
    if count > max(right, _FEWEST):
        # Nobody writes like that: a conversion has put one kind of marks for the other.
        told = f"，全文共{count}处，可能是转换所致"
        yield _finding(this, *wrong[0], told, Severity.NOTE)
        return
    for placed, marks in wrong:
        told = "" if len(marks) == 1 else f"，本段共{len(marks)}处"
        yield _finding(this, placed, marks, told, this.severity)


def _marks(placed: Placed) -> list[re.Match[str]]:
    text = placed.paragraph.text
    skipped = addresses(text)
    return [mark for mark in _MARK.finditer(text) if not inside(skipped, mark.start(), mark.end())]


def _finding(
    this: Rule, placed: Placed, marks: list[re.Match[str]], count: str, severity: Severity
) -> Outcome:
    first, paragraph = marks[0], placed.paragraph
    span = paragraph.span(first.start(), first.end())
    around = paragraph.text[max(0, first.start() - 4) : first.end() + 4].strip(" “”　")
    right = _CHINESE[first[0]]
    return this.finding(
        f"{placed.name}“{around}”用了英文标点“{first[0]}”，应为“{right}”{count}。",
        severity=severity,
        span=span,
        fix=TextFix(span=span, replacement=right, safe=True),
        sentence=sentence_around(paragraph, first.start(), first.end()),
    )
