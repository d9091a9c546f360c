import re
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring

from assistant.checks import rule_infos
from assistant.model import (
    CheckResult,
    ClaimState,
    Finding,
    Reading,
    Report,
    Severity,
    TextSpan,
    TokenClass,
)
from assistant.reporting.html_report import result_to_html
from assistant.reporting.safe_text import visible
from tests.growth import least_seconds
from tests.rules.cases import results
from tests.unit.reporting.hostile import ATTACKS, STEERING, hostile_result

RULES = rule_infos()


def _html(result: CheckResult) -> str:
    return result_to_html(result, RULES, lambda name: f"〈{name}〉")


def _page(result: CheckResult) -> HtmlElement:
    return document_fromstring(_html(result))


@cache
def _hostile() -> HtmlElement:
    return _page(hostile_result())


def _section(page: HtmlElement, name: str) -> str:
    return page.get_element_by_id(name).text_content()


def _finding(text: str, quote: str, severity: Severity, code: str = "REF001") -> Finding:
    start = text.index(quote)
    span = TextSpan.cut(text, start, start + len(quote))
    return Finding(code=code, slug="example", severity=severity, message="对不上。", span=span)


def _marks(page: HtmlElement) -> list[tuple[str | None, str]]:
    return [(mark.get("class"), mark.text_content()) for mark in _text(page).iter("mark")]


def _text(page: HtmlElement) -> HtmlElement:
    return page.get_element_by_id("text")[-1]


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    page = _hostile()
    elements = [element for element in page.iter() if isinstance(element.tag, str)]

    assert set() == {str(e.tag) for e in elements} & {"script", "img", "link", "iframe", "object"}
    assert [] == [name for e in elements for name in e.attrib if str(name).startswith("on")]
    assert [] == [e.get("src") for e in elements if e.get("src")]
    assert {"#"} == {e.get("href", "#")[:1] for e in elements}
    assert "url(" not in _html(hostile_result())
    assert "default-src 'none'" in _html(hostile_result())


def test_every_link_leads_somewhere_and_every_name_is_given_once() -> None:
    page = _hostile()
    names = [str(name) for name in page.xpath("//@id")]
    targets = {str(target).removeprefix("#") for target in page.xpath("//@href")}

    assert len(names) == len(set(names))
    assert set() == targets - set(names)


def test_the_keyboard_goes_from_top_to_bottom() -> None:
    page = _hostile()
    order = [str(value) for value in page.xpath("//@tabindex")]

    assert {"0"} >= set(order)
    first, *_ = page.iter("a")
    assert ("skip", "#findings") == (first.get("class"), first.get("href"))
    levels = [int(str(h.tag)[1]) for h in page.xpath("//h1|//h2|//h3")]
    assert 1 == levels[0]
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_a_document_says_is_shown_and_never_obeyed(attack: str) -> None:
    page = _hostile()

    for section in ("findings", "waived", "open", "text"):
        shown = re.sub(r"\s", "", _section(page, section))
        assert re.sub(r"\s", "", visible(attack)) in shown, section


def test_no_character_that_steers_is_left() -> None:
    assert set() == set(STEERING) & set(_html(hostile_result()))


def test_every_outcome_is_told() -> None:
    result, page = hostile_result(), _hostile()

    findings = _section(page, "findings")
    assert len(result.findings) == len(page.xpath('//ol[@class="findings"]/li'))
    assert {found.code for found in result.findings} <= set(re.findall(r"[A-Z]{3}\d{3}", findings))
    assert "理由：" in _section(page, "waived")
    assert "豁免没有对应的问题" in _section(page, "waived")
    for doubt in result.uncertain:
        assert doubt.code in _section(page, "open")
        assert "拿不准" in _section(page, "open")
    for skipped in result.skipped:
        assert skipped.reason in _section(page, "open")
    for code in result.passed:
        assert code in _section(page, "passed")
    assert f"正文数字 {len(result.readings)} 个" in _section(page, "numbers")


def test_a_page_without_findings_says_so() -> None:
    page = _page(CheckResult(report=Report(text="甲\n"), findings=()))

    assert "没有发现问题" in _section(page, "findings")
    assert [] == page.xpath('//*[@id="rules"]')


def test_numbers_are_marked_by_where_they_come_from() -> None:
    text = "新收4件，占30%，另有17场，2022年。"
    states = [
        ("4", ClaimState.BOUND, False),
        ("30%", ClaimState.DERIVED, True),
        ("17", ClaimState.UNBOUND, None),
        ("2022年", None, None),
    ]
    readings = tuple(
        Reading(
            span=TextSpan.cut(text, text.index(quote), text.index(quote) + len(quote)),
            token_class=TokenClass.YEAR if state is None else TokenClass.CLAIM,
            state=state,
            agrees=agrees,
            binds=("applications.received.total",) if state is ClaimState.BOUND else (),
        )
        for quote, state, agrees in states
    )
    page = _page(CheckResult(report=Report(text=text), findings=(), readings=readings))

    shown = [(n.get("class"), n.text_content()) for n in _text(page).xpath(".//span[@title]")]
    assert [
        ("n wrong", "4"),
        ("n derived", "30%"),
        ("n unbound", "17"),
        ("n exempt", "2022年"),
    ] == (shown)
    assert "与来源不符：〈applications.received.total〉" in _section(page, "numbers")
    assert "没有出处" in _section(page, "numbers")


def test_findings_that_overlap_show_the_gravest() -> None:
    text = "全年新收申请4件，均已办结。"
    result = CheckResult(
        report=Report(text=text),
        findings=(
            _finding(text, "申请4件", Severity.NOTE, "WRD001"),
            _finding(text, "4", Severity.ERROR),
        ),
    )

    assert [("note", "申请"), ("error", "4"), ("note", "件")] == _marks(_page(result))


def test_a_finding_about_a_blank_cell_has_a_place() -> None:
    text = "规章\t\t3\n"
    finding = Finding(
        code="STR007", slug="cell-blank", severity=Severity.WARNING, message="空白。",
        cells=("disclosure.regulations.issued",),
    )  # fmt: skip
    spans = {"disclosure.regulations.issued": TextSpan(3, 3, "")}
    page = _page(CheckResult(report=Report(text=text, cell_spans=spans), findings=(finding,)))

    assert ["place-1"] == page.xpath("//td/mark/@id")
    assert "看原文" in _section(page, "findings")


def test_rows_of_cells_are_tables_and_lines_are_paragraphs() -> None:
    page = _page(CheckResult(report=Report(text="甲\n乙\t丙\n丁\t\t戊\n\n己"), findings=()))

    rows = [[cell.text_content() for cell in row.iter("td")] for row in _text(page).iter("tr")]
    assert [["乙", "丙"], ["丁", "", "戊"]] == rows
    assert ["甲", "己"] == [p.text_content() for p in _text(page).iter("p")]


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60), data=st.data())
def test_the_text_is_whole_whatever_is_marked(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(places, places).map(sorted), max_size=6))
    findings = tuple(
        Finding(
            code="REF001", slug="example", severity=Severity.ERROR, message=f"第{number}处。",
            span=TextSpan.cut(text, *pair),
        )
        for number, pair in enumerate(pairs)
    )  # fmt: skip
    page = _page(CheckResult(report=Report(text=text), findings=findings))

    lines = [line for line in visible(text).split("\n") if line.strip()]
    wanted = "".join("".join(lines).split())
    assert wanted == "".join("".join(_text(page).text_content().split()).split())
    assert len(pairs) == len(page.xpath('//ol[@class="findings"]/li'))


def test_every_case_of_every_rule_makes_a_page_whose_links_hold() -> None:
    for result in list(results().values())[::7]:
        page = _page(result)
        names = {str(name) for name in page.xpath("//@id")}
        assert {str(href)[1:] for href in page.xpath("//@href")} <= names


def test_a_line_of_very_many_numbers_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        text = "1，" * count
        readings = tuple(
            Reading(span=TextSpan(2 * n, 2 * n + 1, "1"), token_class=TokenClass.ORDINAL)
            for n in range(count)
        )
        result = replace(CheckResult(report=Report(text=text), findings=()), readings=readings)
        return least_seconds(partial(_html, result))

    assert seconds(8_000) < 40 * max(seconds(1_000), 0.01)
