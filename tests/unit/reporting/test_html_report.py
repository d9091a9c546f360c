import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring

from assistant.app.checking import CheckInputs, check_report
from assistant.checks import rule_infos
from assistant.checks.labels import bind_label
from assistant.files import read_report_bytes
from assistant.files.write_docx import write_docx
from assistant.forms import load_forms
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
from tests.files.written_reports import whole_report
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


def test_the_page_needs_nothing_from_elsewhere_and_runs_only_its_own_script() -> None:
    page = _hostile()
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    data, script = page.xpath("//script")
    digest = base64.b64encode(hashlib.sha256(script.text_content().encode()).digest()).decode()
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]

    assert set() == {str(e.tag) for e in elements} & {"img", "link", "iframe", "object", "form"}
    assert [] == [name for e in elements for name in e.attrib if str(name).startswith("on")]
    assert [] == [e.get("src") for e in elements if e.get("src")]
    assert {"#"} == {e.get("href", "#")[:1] for e in elements}
    assert "url(" not in _html(hostile_result())
    assert ("application/json", None) == (data.get("type"), script.get("type"))
    assert str(policy).startswith("default-src 'none';")
    assert [f"script-src 'sha256-{digest}'"] == [
        part.strip() for part in str(policy).split(";") if "script" in part
    ]


def test_data_in_the_page_cannot_end_the_script_it_stands_in() -> None:
    raw = _html(hostile_result()).partition('type="application/json">')[2].partition("</script>")[0]
    data = json.loads(raw)

    assert set() == set("<>&") & set(raw)
    assert "<script>alert(1)</script>" in json.dumps(data)
    assert len(hostile_result().readings) == len(data["numbers"])


def test_every_link_leads_somewhere_and_every_name_is_given_once() -> None:
    page = _hostile()
    names = [str(name) for name in page.xpath("//@id")]
    targets = {str(target).removeprefix("#") for target in page.xpath("//@href")}

    assert len(names) == len(set(names))
    assert set() == targets - set(names)


def test_the_keyboard_goes_from_top_to_bottom() -> None:
    page = _hostile()
    order = [str(value) for value in page.xpath("//@tabindex")]

    assert {"0", "-1"} >= set(order)
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

    shown = [(n.get("class"), n.text_content()) for n in _text(page).xpath(".//*[@data-number]")]
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


def _with_tables(result: CheckResult, origins: Mapping[str, str] | None = None) -> str:
    statistics = result.statistics
    assert statistics is not None
    assert statistics.form is not None
    form = load_forms().by_id(statistics.form)
    name_of = partial(bind_label, form, facts=statistics.facts)
    given: Mapping[str, str] = {} if origins is None else origins
    return result_to_html(result, RULES, name_of, form=form, origins=given)


def test_every_case_of_every_rule_makes_a_page_whose_links_hold() -> None:
    for result in list(results().values())[::7]:
        for text in (_html(result), _with_tables(result)):
            page = document_fromstring(text)
            names = [str(name) for name in page.xpath("//@id")]
            assert len(names) == len(set(names))
            assert {str(href)[1:] for href in page.xpath("//@href")} <= set(names)


def _checked(prose: str) -> CheckResult:
    forms = load_forms()
    form = forms.by_id("2021")
    document = write_docx(whole_report(form, prose=prose), form)
    return check_report(read_report_bytes(document, "年报.docx", forms), CheckInputs(), forms)


def test_the_tables_stand_beside_the_text_as_the_form_prints_them() -> None:
    result = _checked("全年公开信息12条。")
    page = document_fromstring(_with_tables(result))
    tables = page.get_element_by_id("tables").findall(".//table")
    figures = [str(name) for name in page.xpath("//td/@data-source")]

    assert 3 == len(tables)
    assert 28 == len(tables[1].findall(".//tr"))
    assert len(load_forms().by_id("2021").cells) == len(figures)
    assert {"col", "colgroup", "row", "rowgroup"} >= {
        str(scope) for scope in page.xpath("//section[@id='tables']//th/@scope")
    }
    assert page.xpath("//div[@class='text']/details//table")


def test_a_cell_spoken_of_is_a_link_and_tells_which_numbers_speak_of_it() -> None:
    cell = "applications.received.total"
    result = _checked("全年公开信息12条。")
    text = _with_tables(result, {cell: "统计表</script>“a”!J6"})
    page = document_fromstring(text)
    data = json.loads(page.get_element_by_id("data").text_content())

    assert ["#finding-1"] == [
        str(href)[:10] for href in page.xpath(f"//*[@id='cell-{cell}']/a/@href")
    ]
    source = data["sources"][cell]
    assert ("0", "统计表</script>“a”!J6") == (source["value"], source["origin"])
    number = data["numbers"][str(source["numbers"][0])]
    assert ("3", "wrong", [cell]) == (number["quote"], number["state"], number["sources"])
    assert "按来源应为 0" in number["told"]
    assert number["findings"]
    sentence = page.xpath(f"//*[@data-sentence='{number['sentence']}']")
    assert "新收政府信息公开申请3件" in "".join(piece.text_content() for piece in sentence)


def test_what_needs_no_eyes_can_be_left_out() -> None:
    page = document_fromstring(_with_tables(_checked("全年公开信息12条。")))

    text = page.xpath("//div[@class='text']/p")
    eyes = {p.text_content(): "eyes" in p.get("class", "").split() for p in text}
    assert eyes["全年新收政府信息公开申请3件，均已办结。"]
    assert eyes["全年公开信息12条。"]
    assert not eyes["没有其他事项。"]


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
