"""Writes ``docs/rules``: a page for every rule and an index, from what ``explain`` prints.

``python -m tests.rules.pages`` writes them all; a test fails when one has drifted.
"""

from collections.abc import Iterator
from pathlib import Path

from assistant.checks import FAMILIES, rule_infos, severity_name
from assistant.model import RuleInfo

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
INDEX = "README.md"
_GENERATED = "<!-- 由 make docs 生成：请改规则的文档字符串或 tests/rules/cases 里的用例 -->"
_INTRODUCTION = """\
`assistant check` 的全部规则。标题说的是毛病；级别是通常的级别，例外写在各页里。
在命令行用 `assistant explain 代码` 看到的是同样的内容。"""


def pages() -> dict[str, str]:
    """Every file by its name, as it must be."""
    rules = rule_infos()
    return {f"{rule.code}.md": _page(rule) for rule in rules} | {INDEX: _index(rules)}


def _page(rule: RuleInfo) -> str:
    return f"{_GENERATED}\n\n{rule.page}\n\n[全部规则]({INDEX})\n"


def _index(rules: tuple[RuleInfo, ...]) -> str:
    families = (family for code in FAMILIES for family in _family(code, rules))
    return "\n".join([_GENERATED, "", "# 规则", "", _INTRODUCTION, *families]) + "\n"


def _family(code: str, rules: tuple[RuleInfo, ...]) -> Iterator[str]:
    yield from ("", f"## {FAMILIES[code]}（{code}）", "")
    yield from ("| 代码 | 毛病 | 级别 | 查什么 |", "|---|---|---|---|")
    held = (rule for rule in rules if rule.code.startswith(code))
    for rule in sorted(held, key=lambda rule: rule.code):
        about = rule.part("查什么").replace("|", "\\|")
        link = f"[{rule.code}]({rule.code}.md)"
        yield f"| {link} | {rule.title} | {severity_name(rule)} | {about} |"


def write() -> None:
    """Writes every page anew and takes away those of rules that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
