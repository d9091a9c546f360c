"""Writes the examples of the rule pages from the cases marked ``example``.

``python -m tests.rules.examples`` writes ``schemas/rules/examples.json``; a test fails when it
has drifted from the cases.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from assistant.checks.labels import placed_cell_label
from tests.rules.cases import FORMS, Case, Cell, load_cases, results

PATH = Path(__file__).parents[2] / "schemas" / "rules" / "examples.json"


def text() -> str:
    """The file as it must be."""
    examples = {code: _pair(code, cases) for code, cases in load_cases().items()}
    return json.dumps(examples, ensure_ascii=False, indent=1) + "\n"


def _pair(code: str, cases: tuple[Case, ...]) -> dict[str, object]:
    shown = [case for case in cases if case.example]
    right = next(case for case in shown if not case.found)
    wrong = next(case for case in shown if case.found)
    return {"wrong": _example(code, wrong), "right": _example(code, right)}


def _example(code: str, case: Case) -> dict[str, object]:
    found = results()[code, case.name].findings
    findings = [finding for finding in found if finding.code == code]
    return {
        "given": [case.name, *_given(case)],
        "finding": findings[0].message if findings else "",
    }


def _given(case: Case) -> Iterator[str]:
    if case.title:
        yield f"标题：{case.title}"
    yield from (f"引言：{text}" for text in case.introduction)
    if case.prose is not None:
        yield f"正文：{case.prose}"
    yield from _sections("", case.sections)
    yield from (f"另有：{numeral}、{title}" for numeral, title in case.extra.items())
    yield from (f"表中印着：{label}" for label in case.unread)
    yield from _sections("上年", case.previous_sections or {})
    for neighbour in case.neighbours:
        yield from _sections(neighbour.organisation, neighbour.sections)
    yield from _cells(case, case.cells, "")
    yield from _cells(case, case.given or {}, "统计表：")
    yield from _cells(case, case.previous or {}, "上年")
    yield from (f"申报：{fact.label}{fact.value}{fact.unit}" for fact in case.facts)


def _sections(prefix: str, sections: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for number, paragraphs in sections.items():
        yield f"{prefix}第{'一二三四五六'[int(number) - 1]}部分：{'／'.join(paragraphs)}"


def _cells(case: Case, cells: Mapping[str, Cell], prefix: str) -> Iterator[str]:
    form = FORMS.by_id(case.form)
    for cell, written in cells.items():
        shown = str(written).strip()
        yield f"{prefix}{placed_cell_label(form, cell)}：{shown if shown else '空白'}"


def write() -> None:
    """Writes the file anew."""
    PATH.write_text(text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
