"""STR012."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checks.labels import section_name
from assistant.checks.phrases import has_any, words
from assistant.checks.places import listed
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Outcome, Section, Severity, TextSpan

_PROBLEMS = "problems"
_LOOK_BACK = 60
_ORDER = "一二三四五六七八九"
_FIRST_LEVEL = re.compile(r"[一二三四五六七八九]是")
_HEADED = re.compile(r"^\s*(?:[（(]([一二三四五六七八九])[）)]|(\d)[.．、])")
_PART_ENDS = re.compile(r"[；;。\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """One numbered item: its offset in the report's text and its words up to the next stop."""

    start: int
    text: str

    @property
    def span(self) -> TextSpan:
        return TextSpan(self.start, self.start + len(self.text), self.text)


@rule("STR012", "problem-without-measure", "问题没有对应的改进措施", Severity.WARNING)
def problem_without_measure(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    第五部分先用“一是……二是……”列问题、再列措施时，措施的条数是否少于问题的条数。

    ## 为什么

    问题与措施逐条对应是评查的重点；列了问题而没有措施，等于没有改进。

    ## 怎么改

    给缺的那一条补上措施；一条措施管几个问题的，写明“针对……和……”。

    ## 例外

    问题或措施没有逐条编号的说明没有核。措施多于问题的不算。

    ## 依据

    《政府信息公开条例》第五十条第（五）项；年度报告格式第五部分。
    """
    for spec in subject.form.sections:
        section = subject.report.section(spec.number)
        if spec.id != _PROBLEMS or section is None:
            continue
        lists = _lists(section)
        if len(lists) < 2 or len(lists[0]) < 2:
            yield this.skip("第五部分没有逐条列出问题和措施")
            continue
        problems, measures = lists[0], lists[1]
        if len(measures) < len(problems):
            yield _finding(this, section_name(spec.number), problems, len(measures))


def _finding(this: Rule, name: str, problems: Sequence[_Item], answered: int) -> Outcome:
    left = problems[answered:]
    texts = listed(_PART_ENDS.split(item.text)[0][2:].strip("，, ") for item in left)
    return this.finding(
        f"{name}列了{len(problems)}个问题，措施只有{answered}条，{texts}没有单独的措施。",
        span=left[0].span,
        sentence=left[0].text,
    )


def _lists(section: Section) -> list[list[_Item]]:
    """The list of problems and, behind a word that opens measures, the list of measures."""
    runs = _runs(section)
    problems = next((run for run in runs if _names_problems(section, run[0])), None)
    if problems is None:
        return []
    pivot = _pivot(section, problems[-1].start)
    if pivot is None:
        return [problems]
    headed = _headed(section, pivot)
    later = next((run for run in runs if run[0].start > pivot), headed)
    measures = later if len(later) >= len(headed) else headed
    return [problems, measures] if measures else [problems]


def _names_problems(section: Section, first: _Item) -> bool:
    """Whether the words before the first item say that problems follow."""
    before = "".join(
        paragraph.text[: max(0, first.start - paragraph.start)] for paragraph in section.paragraphs
    )
    return has_any(before[-_LOOK_BACK:], words("problems_begin"))


def _pivot(section: Section, after: int) -> int | None:
    """Offset of the first word behind ``after`` that opens measures."""
    places = [
        paragraph.start + place
        for paragraph in section.paragraphs
        for word in words("measures_begin")
        if (place := paragraph.text.find(word, max(0, after - paragraph.start))) >= 0
    ]
    return min(places, default=None)


def _runs(section: Section) -> list[list[_Item]]:
    """Runs of 一是…二是…三是… in order; a new 一是 begins a new run."""
    runs: list[list[_Item]] = []
    for paragraph in section.paragraphs:
        for found in _FIRST_LEVEL.finditer(paragraph.text):
            order = _ORDER.index(found[0][0])
            text = _upto_stop(paragraph.text, found.start())
            item = _Item(start=paragraph.start + found.start(), text=text)
            if order == 0:
                runs.append([item])
            elif runs and len(runs[-1]) == order:
                runs[-1].append(item)
    return runs


def _headed(section: Section, after: int) -> list[_Item]:
    """Paragraphs headed （一）、（二） or 1.、2. behind ``after``, as measures."""
    found: list[_Item] = []
    for paragraph in section.paragraphs:
        match = _HEADED.match(paragraph.text)
        if match is None or paragraph.start <= after:
            continue
        order = _ORDER.index(match[1]) if match[1] is not None else int(match[2]) - 1
        if order == len(found):
            found.append(_Item(start=paragraph.start, text=_upto_stop(paragraph.text, 0)))
    return found


def _upto_stop(text: str, start: int) -> str:
    stop = _PART_ENDS.search(text, start)
    return text[start:] if stop is None else text[start : stop.start()]
