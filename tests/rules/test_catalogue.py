"""The catalogue and the pages: complete, in order, and told with examples that hold."""

import importlib
import pkgutil
import re

import pytest

import assistant.checks
from assistant.checks import CATALOGUE, Rule, explanation, overview
from assistant.checks.explanation import HEADINGS
from assistant.errors import AssistantError
from tests.rules import examples
from tests.rules.cases import Case, load_cases, results

CASES = load_cases()
FORBIDDEN_SLUGS = re.compile(r"^(check|validate|ensure|avoid|use|no)-")


def _rules_in_package() -> set[str]:
    found: set[str] = set()
    for module in pkgutil.walk_packages(assistant.checks.__path__, "assistant.checks."):
        members = vars(importlib.import_module(module.name)).values()
        found |= {member.code for member in members if isinstance(member, Rule)}
    return found


def test_every_rule_of_the_package_stands_in_the_catalogue() -> None:
    assert {rule.code for rule in CATALOGUE} == _rules_in_package()


def test_codes_and_slugs_are_given_once() -> None:
    assert len(CATALOGUE) == len({rule.code for rule in CATALOGUE})
    assert len(CATALOGUE) == len({rule.slug for rule in CATALOGUE})


def test_premises_stand_before_the_rules_that_need_them() -> None:
    order = [rule.code for rule in CATALOGUE]

    late = [
        (rule.code, premise)
        for rule in CATALOGUE
        for premise in rule.requires
        if premise not in order[: order.index(rule.code)]
    ]

    assert [] == late


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_a_page_has_its_five_headings_in_order(rule: Rule) -> None:
    assert list(HEADINGS) == re.findall(r"^## (\S+)$", rule.page, re.MULTILINE)


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_a_slug_names_the_defect_and_the_function_agrees(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.slug)
    assert not FORBIDDEN_SLUGS.match(rule.slug)
    assert rule.slug.replace("-", "_") == rule.body.__name__


def _example(code: str, *, wrong: bool) -> Case:
    return next(case for case in CASES[code] if case.example and bool(case.found) is wrong)


@pytest.mark.parametrize("code", [rule.code for rule in CATALOGUE])
def test_the_wrong_example_triggers_the_rule_and_the_right_one_does_not(code: str) -> None:
    wrong = results()[code, _example(code, wrong=True).name]
    right = results()[code, _example(code, wrong=False).name]

    assert code in {finding.code for finding in wrong.findings}
    assert code not in {finding.code for finding in right.findings}


def test_the_examples_of_the_pages_are_those_of_the_cases() -> None:
    assert examples.text() == examples.PATH.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [rule.code for rule in CATALOGUE])
def test_a_page_is_found_by_code_and_shows_examples(code: str) -> None:
    page = explanation(code)

    assert page.startswith(f"# {code} ")
    assert "## 错的例子" in page
    assert "## 对的例子" in page


def test_a_page_is_found_by_slug_too() -> None:
    rule = CATALOGUE[0]

    assert explanation(rule.code) == explanation(rule.slug)


def test_a_code_that_does_not_exist_is_said_so() -> None:
    with pytest.raises(AssistantError) as caught:
        explanation("SUM999")

    assert "E304" == caught.value.code


def test_the_overview_names_every_rule() -> None:
    lines = overview().splitlines()

    assert [rule.code for rule in CATALOGUE] == [line[:6] for line in lines]


def test_messages_are_one_calm_sentence() -> None:
    messages = [finding.message for result in results().values() for finding in result.findings]

    assert messages
    assert [] == [m for m in messages if not m.endswith("。") or "\n" in m]
    assert [] == [m for m in messages if "请注意" in m or "！" in m]
