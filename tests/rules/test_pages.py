"""The pages of ``docs/rules`` are those the program prints."""

import re

import pytest

from assistant.checks import CATALOGUE, FAMILIES, rule_infos
from assistant.model import RuleInfo
from assistant.reporting.rule_page import page_blocks
from tests.rules.pages import FOLDER, INDEX, pages

LINK = re.compile(r"\]\(([^)]+)\)")


def test_the_pages_are_up_to_date() -> None:
    """After ``make docs`` they are."""
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*")}
    wanted = pages()

    assert wanted.keys() == written.keys()
    assert [] == [name for name in wanted if wanted[name] != written[name]]


def test_the_index_names_every_rule_and_its_links_hold() -> None:
    index = pages()[INDEX]

    assert {f"{rule.code}.md" for rule in CATALOGUE} == set(LINK.findall(index))
    assert {rule.code[:3] for rule in CATALOGUE} <= FAMILIES.keys()


@pytest.mark.parametrize("rule", rule_infos(), ids=lambda rule: rule.code)
def test_a_page_is_made_of_headings_paragraphs_and_lists(rule: RuleInfo) -> None:
    blocks = list(page_blocks(rule.page))

    headings = [block.heading for block in blocks if block.heading]
    assert ["查什么", "为什么", "怎么改", "例外", "依据", "错的例子", "对的例子"] == headings
    assert all("\n" not in line and line.strip() for block in blocks for line in block.lines)
