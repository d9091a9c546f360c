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
    Fact,
    Organisation,
    Report,
    Statistics,
)
from tests.files import written_reports as written

FORM = written.form_of("2021")


def _page(*, report: Report | None = None) -> HtmlElement:
    shown = written.whole_report(FORM) if report is None else report
    return html.document_fromstring(write_html(shown, FORM))


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
    page = _page(report=report)

    assert [] == page.xpath("//script | //article//b")
    assert hostile in _texts(page, "h1")[0]
    assert f"甲{hostile}乙" in _texts(page, "p")
    assert hostile in _texts(page, "td")


def test_control_characters_are_dropped() -> None:
    report = written.whole_report(FORM, prose="甲\x00\x08\x1b乙\ud800")

    data = write_html(report, FORM)

    assert "甲乙" in data.decode()
    assert re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", data) is None


def test_a_page_to_publish_carries_no_marks() -> None:
    page = _page()

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
