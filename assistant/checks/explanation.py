"""The page of a rule: its docstring and the example cases kept in ``schemas/rules``."""

import json
from functools import cache
from typing import TypedDict, cast

from assistant.checks.catalogue import CATALOGUE
from assistant.checks.rule import Rule
from assistant.errors import AssistantError
from assistant.model import RuleInfo, Severity
from assistant.resources import data_folder

HEADINGS = ("查什么", "为什么", "怎么改", "例外", "依据")
FAMILIES = {
    "STR": "结构",
    "SUM": "表内勾稽",
    "YOY": "年际衔接",
    "REF": "文表一致",
    "CAL": "占比和增减",
    "WRD": "用语",
    "DOC": "文档形式",
}
_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.NOTE: "提示"}


class Example(TypedDict):
    """What an example report says, its name first, and what the rule says about it, if anything."""

    given: list[str]
    finding: str


class Examples(TypedDict):
    """The first wrong and the first right example of a rule."""

    wrong: Example
    right: Example


def explanation(code: str) -> str:
    """Page of a rule. Raises AssistantError E304 for a code that is not in the catalogue."""
    for rule in CATALOGUE:
        if code.lower() in {rule.code.lower(), rule.slug}:
            return _page(rule)
    raise AssistantError("E304", f"没有编号为“{code}”的规则。", "不写编号则列出全部规则。")


def overview() -> str:
    """All rules, one a line: code, usual severity, title, slug."""
    return "\n".join(
        f"{rule.code}　{severity_name(rule)}　{rule.title}（{rule.slug}）" for rule in CATALOGUE
    )


def rule_infos() -> tuple[RuleInfo, ...]:
    """All rules with their pages, in reporting order."""
    return tuple(
        RuleInfo(
            code=rule.code,
            slug=rule.slug,
            title=rule.title,
            severity=rule.severity,
            page=_page(rule),
        )
        for rule in CATALOGUE
    )


def severity_name(rule: Rule | RuleInfo) -> str:
    """The rule's usual severity in a word."""
    return _SEVERITIES[rule.severity]


def _page(rule: Rule) -> str:
    head = f"# {rule.code} {rule.title}\n\n{rule.slug}　通常为{severity_name(rule)}"
    examples = _examples().get(rule.code)
    parts = [head, _reflowed(rule.page)]
    if examples is not None:
        parts.append(_example_text("## 错的例子", examples["wrong"]))
        parts.append(_example_text("## 对的例子", examples["right"]))
    return "\n\n".join(parts)


def _reflowed(page: str) -> str:
    """A paragraph on one line: a line break would be shown as a blank between Chinese words."""
    return "\n\n".join(_joined(block.split("\n")) for block in page.split("\n\n"))


def _joined(lines: list[str]) -> str:
    text, *others = lines
    for line in others:
        item = line.startswith("- ")
        words = text[-1:].isascii() and line[:1].isascii()
        text += ("\n" if item else " " if words else "") + line
    return text


def _example_text(heading: str, example: Example) -> str:
    name, *given = example["given"]
    parts = [heading, f"{name}：" if given else f"{name}。"]
    if given:
        parts.append("\n".join(f"- {line}" for line in given))
    if example["finding"]:
        parts.append(f"报告：{example['finding']}")
    return "\n\n".join(parts)


@cache
def _examples() -> dict[str, Examples]:
    """Examples by rule code, written from the rule cases by ``tests.rules.examples``."""
    file = data_folder("schemas") / "rules" / "examples.json"
    # The file is generated and a test compares it with its source.
    return cast("dict[str, Examples]", json.loads(file.read_text(encoding="utf-8")))
