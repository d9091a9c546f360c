import json
import re
from decimal import Decimal

import pytest
from lxml import html
from lxml.html import HtmlElement

from assistant.files.declared import HTML_META
from assistant.files.write_html import write_html
from assistant.model import (
    Amount,
    ClaimKind,
    ClaimState,
    Fact,
    Finding,
    Organisation,
    Reading,
    Report,
    Severity,
    Statistics,
    TextSpan,
    TokenClass,
)
from tests.files import written_reports as written

FORM = written.form_of("2021")


def _page(*findings: Finding, report: Report | None = None) -> HtmlElement:
    shown = written.whole_report(FORM) if report is None else report
    return html.document_fromstring(write_html(shown, FORM, findings=findings))


def _texts(page: HtmlElement, path: str) -> list[str]:
    return [str(found.text_content()) for found in page.findall(f".//{path}")]


def _spans(cell: HtmlElement) -> tuple[str, int, int]:
    row_span, column_span = cell.get("rowspan", "1"), cell.get("colspan", "1")
    return str(cell.text_content()), int(row_span), int(column_span)


def test_the_page_is_chinese_and_needs_nothing_from_elsewhere() -> None:
    page = _page()

    assert "zh-CN" == page.get("lang")
    assert "utf-8" == page.findall(".//meta")[0].get("charset")
    assert [] == page.xpath("//script | //link | //img | //iframe | //form | //@src | //@onclick")
    assert "url(" not in "".join(_texts(page, "style"))


def test_headings_and_paragraphs_say_what_they_are() -> None:
    page = _page()

    assert [FORM.title_for(written.ORGANISATION.name, 2021)] == _texts(page, "h1")
    assert [s.title for s in FORM.sections] == [text[2:] for text in _texts(page, "h2")]
    assert [written.SUBHEADING] == _texts(page, "h3")
    assert written.PROSE in _texts(page, "p")
    assert ["2022年1月15日"] == [text for text in _texts(page, "p") if text.startswith("2022")]


def test_the_applications_table_has_merged_headers() -> None:
    rows = _page().findall(".//table")[1].findall(".//tr")
    head = [[_spans(cell) for cell in row] for row in rows[:3]]

    assert 28 == len(rows)
    assert ("申请人情况", 1, 7) == head[0][1]
    assert [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)] == head[1]
    assert ("三、本年度办理结果", 22, 1) == _spans(rows[5][0])
    assert ["1.属于国家秘密", *["0"] * 7] == [str(c.text_content()) for c in rows[7]][1:]


def test_labels_are_header_cells_and_figures_are_not() -> None:
    table = _page().findall(".//table")[2]

    assert 3 == len(table.findall(".//thead/tr"))
    assert {"0"} == set(_texts(table, "td"))
    assert {"col", "colgroup"} == {cell.get("scope") for cell in table.findall(".//th")}


def test_what_is_pasted_without_styles_keeps_borders_and_sides() -> None:
    page = _page()

    assert ["1"] * 3 == page.xpath("//table/@border")
    assert ["text-align: center", *["text-align: right"] * 2] == [
        str(style) for style in page.xpath("//article/*/@style")
    ]


def test_blanks_stay_blank_and_what_was_written_is_kept() -> None:
    cells = written.whole_cells(FORM) | {
        "disclosure.regulations.issued": Amount.blank(),
        "disclosure.regulations.repealed": Amount.not_applicable("/"),
    }

    row = _page(report=written.whole_report(FORM, cells=cells)).findall(".//table")[0][1][2]

    assert ["规章", "", "/", "0"] == [str(cell.text_content()) for cell in row]


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "<b>甲</b>&amp;\"'", "{{ 7 * 7 }}{% raw %}"]
)
def test_text_is_text_wherever_it_stands(hostile: str) -> None:
    cells = written.whole_cells(FORM) | {"disputes.review.total": Amount.unreadable(hostile)}
    report = written.whole_report(
        FORM, cells=cells, prose=f"甲{hostile}乙", organisation=Organisation(name=hostile)
    )
    page = _page(
        written.finding_at(report, f"甲{hostile}", hostile),
        written.finding_in("disputes.review.total", hostile),
        report=report,
    )

    assert [] == page.xpath("//script | //article//b")
    assert hostile in _texts(page, "h1")[0]
    assert f"甲{hostile}乙" in _texts(page, "p")
    assert hostile in _texts(page, "td")
    assert hostile in (page.findall(".//mark")[0].get("title") or "")


def test_control_characters_are_dropped() -> None:
    report = written.whole_report(FORM, prose="甲\x00\x08\x1b乙\ud800")

    data = write_html(report, FORM)

    assert "甲乙" in data.decode()
    assert re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", data) is None


def test_findings_are_listed_on_top_and_lead_to_their_words() -> None:
    report = written.whole_report(FORM)
    nowhere = Finding(code="STR001", slug="x", severity=Severity.ERROR, message="缺少一部分。")
    page = _page(written.finding_at(report, "12"), nowhere, report=report)
    items = page.findall(".//aside//li")
    link = items[0].find("a")

    assert ["【REF001 错误】对不上。", "【STR001 错误】缺少一部分。"] == _texts(page, "aside//li")
    assert link is not None
    anchor = page.get_element_by_id((link.get("href") or "").removeprefix("#"))
    marked = anchor.getnext()
    assert marked is not None
    assert ("mark", "error", "12") == (marked.tag, marked.get("class"), marked.text)
    assert items[1].find("a") is None


def test_where_findings_overlap_the_graver_one_shows() -> None:
    report = written.whole_report(FORM)
    page = _page(
        written.finding_at(report, "信息12条", severity=Severity.NOTE),
        written.finding_at(report, "12"),
        report=report,
    )

    marks = [(mark.text, mark.get("class")) for mark in page.findall(".//mark")]
    assert [("信息", "note"), ("12", "error"), ("条", "note")] == marks
    assert written.PROSE in _texts(page, "p")


def test_a_finding_about_a_cell_marks_the_cell() -> None:
    cells = written.whole_cells(FORM) | {"disputes.review.total": Amount.of(7)}
    report = written.whole_report(FORM, cells=cells)
    page = _page(written.finding_in("disputes.review.total"), report=report)

    assert [("7", "error")] == [
        (str(cell.text_content()), cell.get("class"))
        for cell in page.findall(".//td")
        if cell.get("class")
    ]
    assert ["#finding-1"] == page.xpath("//aside//a/@href")


def _reading(report: Report) -> Reading:
    start = report.text.index("3件")
    return Reading(
        span=TextSpan(start, start + 1, "3"),
        token_class=TokenClass.CLAIM,
        kind=ClaimKind.NUMBER,
        state=ClaimState.BOUND,
        binds=("applications.received.total",),
    )


def test_a_draft_tells_where_its_numbers_come_from() -> None:
    report = written.whole_report(FORM)
    data = write_html(
        report, FORM, findings=[written.finding_at(report, "12")], readings=[_reading(report)]
    )

    spans = html.document_fromstring(data).findall(".//span[@title]")

    assert [("3", "number bound", "与表一致：一、本年新收政府信息公开申请数量／总计")] == [
        (span.text, span.get("class"), span.get("title")) for span in spans
    ]


def test_a_page_to_publish_carries_no_marks() -> None:
    report = written.whole_report(FORM)

    data = write_html(report, FORM, readings=[_reading(report)])

    page = html.document_fromstring(data)
    assert [] == page.xpath("//aside | //mark | //*[@title] | //article//*[@id]")


def test_what_the_officer_declared_travels_with_the_page() -> None:
    fact = Fact(id="website", label='网站"公开"<信息>', value=Decimal(186))
    report = Report(text="", declared=Statistics(year=2021, facts=(fact,)))
    page = _page(report=report)

    carried = page.xpath(f"//meta[@name='{HTML_META}']/@content")

    assert {"id": "website", "label": fact.label, "value": 186} == json.loads(carried[0])["facts"][
        0
    ]
    assert [] == _page().xpath(f"//meta[@name='{HTML_META}']")
