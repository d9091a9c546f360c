# pyright: reportPrivateUsage=false
# The library has no public way from a paragraph to its XML.
import io
import zipfile
from collections.abc import Iterator
from decimal import Decimal

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length
from docx.text.paragraph import Paragraph as WordParagraph

from assistant.files.declared import declared_in_docx
from assistant.files.write_docx import write_docx
from assistant.model import (
    Amount,
    Fact,
    Finding,
    Organisation,
    Report,
    Severity,
    Statistics,
)
from tests.files import written_reports as written

FORM = written.form_of("2021")


def _open(data: bytes) -> WordDocument:
    return Document(io.BytesIO(data))


def _document(*findings: Finding, report: Report | None = None) -> WordDocument:
    shown = written.whole_report(FORM) if report is None else report
    return _open(write_docx(shown, FORM, findings=findings))


def _paragraph(document: WordDocument, text: str) -> WordParagraph:
    return next(p for p in document.paragraphs if p.text.replace("\n", "") == text)


def _mm(length: Length | None) -> int:
    return 0 if length is None else round(length.mm)


def _style(document: WordDocument, name: str) -> BaseOxmlElement:
    return document.styles[name].element


def _only(element: BaseOxmlElement, tag: str) -> BaseOxmlElement:
    return next(element.iter(qn(tag)))


def _commented(document: WordDocument) -> dict[str, str]:
    """Text between the marks of each comment, by the comment's text."""
    said = {str(c.comment_id): c.text for c in document.comments}
    body = document.element
    found: dict[str, str] = {}
    for mark in body.iter(qn("w:commentRangeStart")):
        number = mark.get(qn("w:id"), "")
        found[said[number]] = "".join(_between(body, number))
    return found


def _between(body: BaseOxmlElement, number: str) -> Iterator[str]:
    inside = False
    for element in body.iter():
        if element.get(qn("w:id")) == number and element.tag == qn("w:commentRangeStart"):
            inside = True
        if element.get(qn("w:id")) == number and element.tag == qn("w:commentRangeEnd"):
            inside = False
        if inside and element.tag == qn("w:t"):
            yield element.text or ""


def test_the_page_is_that_of_an_official_document() -> None:
    section = _document().sections[0]

    assert (210, 297) == (_mm(section.page_width), _mm(section.page_height))
    assert (37, 35) == (_mm(section.top_margin), _mm(section.bottom_margin))
    assert (28, 26) == (_mm(section.left_margin), _mm(section.right_margin))


def test_no_document_grid_stretches_the_tables() -> None:
    assert [] == list(_document().element.iter(qn("w:docGrid")))


@pytest.mark.parametrize(
    ("style", "font", "half_points"),
    [
        ("Title", "方正小标宋简体", "44"),
        ("heading 1", "黑体", None),
        ("heading 2", "楷体_GB2312", None),
        ("表格文字", "宋体", "20"),
        ("表格文字（小）", None, "18"),
        ("footer", "宋体", "28"),
    ],
)
def test_styles_have_the_official_fonts(
    style: str, font: str | None, half_points: str | None
) -> None:
    properties = _only(_style(_document(), style), "w:rPr")
    fonts = properties.find(qn("w:rFonts"))
    size = properties.find(qn("w:sz"))

    assert font == (None if fonts is None else fonts.get(qn("w:eastAsia")))
    assert half_points == (None if size is None else size.get(qn("w:val")))


def test_text_is_fangsong_of_the_third_size_in_chinese() -> None:
    defaults = _only(_document().styles.element, "w:rPrDefault")

    assert "仿宋_GB2312" == _only(defaults, "w:rFonts").get(qn("w:eastAsia"))
    assert "32" == _only(defaults, "w:sz").get(qn("w:val"))
    assert "zh-CN" == _only(defaults, "w:lang").get(qn("w:eastAsia"))


def test_no_style_takes_a_theme_font() -> None:
    fonts = _document().styles.element.iter(qn("w:rFonts"))

    assert [] == [name for font in fonts for name in font.attrib if str(name).endswith("Theme")]


def test_lines_are_28_points_and_paragraphs_begin_two_characters_in() -> None:
    document = _document()
    body = _paragraph(document, written.ANSWER)
    indent = _only(_style(document, "Body Text"), "w:ind")

    spacing = _only(_style(document, "Normal"), "w:spacing")

    assert ("560", "exact") == (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule")))
    assert "Body Text" == (body.style.name if body.style else "")
    assert ("200", "640") == (indent.get(qn("w:firstLineChars")), indent.get(qn("w:firstLine")))


def test_headings_are_styled_by_their_level() -> None:
    document = _document()
    styles = {p.text: p.style.name for p in document.paragraphs if p.style}

    assert "Heading 1" == styles["一、总体情况"]
    assert "Heading 2" == styles[written.SUBHEADING]


def test_a_heading_that_leads_a_paragraph_has_the_font_of_its_level() -> None:
    runs = _paragraph(_document(), written.PROSE).runs
    fonts = [_only(run.element, "w:rFonts").get(qn("w:eastAsia")) for run in runs]

    assert [written.LEAD, written.PROSE.removeprefix(written.LEAD)] == [r.text for r in runs]
    assert ["楷体_GB2312", None] == fonts


def test_chinese_quotation_marks_are_told_to_be_chinese() -> None:
    for run in _paragraph(_document(), written.PROSE).runs:
        assert "eastAsia" == _only(run.element, "w:rFonts").get(qn("w:hint"))


def test_a_long_title_breaks_behind_the_name() -> None:
    title = _document().paragraphs[0]

    assert "Title" == (title.style.name if title.style else "")
    assert written.ORGANISATION.name == title.text.split("\n")[0]


def test_a_short_title_stays_in_one_line() -> None:
    report = written.whole_report(FORM, organisation=Organisation(name="松岚镇"))

    assert "\n" not in _document(report=report).paragraphs[0].text


def test_signature_and_date_stand_as_the_standard_says() -> None:
    """The name is 10 characters, the date 6.5: it begins two to the right of the name."""
    signature, date = _document().paragraphs[-2:]
    indents = [_only(p._p, "w:ind").get(qn("w:rightChars")) for p in (signature, date)]

    assert (written.ORGANISATION.name, "2022年1月15日") == (signature.text, date.text)
    assert ["200", "350"] == indents


def test_a_date_longer_than_the_name_pushes_the_name_left() -> None:
    report = written.whole_report(FORM, organisation=Organisation(name="松岚镇"))
    signature, date = _document(report=report).paragraphs[-2:]

    assert "200" == _only(date._p, "w:ind").get(qn("w:rightChars"))
    # The date begins 8.5 characters from the right, the name 10.5.
    assert "750" == _only(signature._p, "w:ind").get(qn("w:rightChars"))


def test_page_numbers_stand_outside() -> None:
    document = _document()
    section = document.sections[0]
    sides = {
        "right": section.footer.paragraphs[0],
        "left": section.even_page_footer.paragraphs[0],
    }

    assert document.settings.odd_and_even_pages_header_footer
    for side, paragraph in sides.items():
        assert side == _only(paragraph._p, "w:jc").get(qn("w:val"))
        assert "— 1 —" == paragraph.text
        assert " PAGE " == _only(paragraph._p, "w:instrText").text


def test_tables_stand_below_the_text_of_their_sections() -> None:
    blocks = list(_document().iter_inner_content())
    after = [
        blocks[index - 1]
        for index, block in enumerate(blocks)
        if not isinstance(block, WordParagraph)
    ]

    assert ["二", "三", "四"] == [p.text[0] for p in after if isinstance(p, WordParagraph)]


def test_the_applications_table_reads_back_with_merged_headers() -> None:
    table = _document().tables[1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]

    assert (28, 10) == (len(rows), len(rows[0]))
    assert ["申请人情况"] * 7 == rows[0][3:]
    assert ["自然人", *["法人或其他组织"] * 5, "总计"] == rows[1][3:]
    assert rows[0][:3] == rows[2][:3]
    assert {"三、本年度办理结果"} == {row[0] for row in rows[5:27]}
    assert ["（三）不予公开", "1.属于国家秘密"] == rows[7][1:3]


def test_header_rows_repeat_and_no_row_breaks() -> None:
    rows = _document().tables[1].rows
    repeated = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
    whole = [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows]

    assert [True] * 3 + [False] * 25 == repeated
    assert all(whole)


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_every_table_is_as_wide_as_the_text(form_id: str) -> None:
    form = written.form_of(form_id)
    document = _open(write_docx(written.whole_report(form), form))

    for table in document.tables:
        columns = [int(c.get(qn("w:w"), "0")) for c in table._tbl.tblGrid.iter(qn("w:gridCol"))]
        assert 156 * 1440 * 10 // 254 == sum(columns)
        assert min(columns) >= 2 * 9 * 20 + 56, "two characters of 9 points and the margins"


def test_amounts_are_printed_as_written_and_blanks_stay_blank() -> None:
    cells = written.whole_cells(FORM) | {
        "disclosure.regulations.issued": Amount.blank("　"),
        "disclosure.regulations.repealed": Amount.not_applicable("—"),
        "disclosure.regulations.in_force": Amount.of(22, "22（其中修订16件）"),
    }
    report = written.whole_report(FORM, cells=cells)

    row = _document(report=report).tables[0].rows[2]

    assert ["", "—", "22（其中修订16件）"] == [cell.text for cell in row.cells][1:]


def test_a_table_the_report_does_not_have_is_not_invented() -> None:
    report = written.whole_report(FORM)
    lacking = Report(text=report.text, sections=report.sections, tables=("disputes",))

    assert 1 == len(_document(report=lacking).tables)


def test_a_table_without_its_section_is_not_lost() -> None:
    report = written.whole_report(FORM)
    lacking = Report(text=report.text, sections=report.sections[:1], tables=("disputes",))

    assert 1 == len(_document(report=lacking).tables)


def test_a_finding_is_a_comment_at_its_very_words() -> None:
    report = written.whole_report(FORM)
    document = _document(
        written.finding_at(report, "12"),
        written.finding_at(report, "均已办结", "没有全部办结。", Severity.WARNING),
        report=report,
    )

    assert {
        "【REF001 错误】对不上。": "12",
        "【REF001 提醒】没有全部办结。": "均已办结",
    } == _commented(document)
    assert {"年报助手"} == {comment.author for comment in document.comments}
    assert written.PROSE in [p.text for p in document.paragraphs]


def test_findings_may_overlap_and_go_over_paragraphs() -> None:
    report = written.whole_report(FORM)
    over = written.finding_at(report, f"12条。\n{written.SUBHEADING}\n全年", "跨段。")

    said = _commented(_document(over, written.finding_at(report, "12条"), report=report))

    assert {
        "【REF001 错误】跨段。": f"12条。{written.SUBHEADING}全年",
        "【REF001 错误】对不上。": "12条",
    } == said


def test_a_finding_about_a_cell_is_a_comment_in_it() -> None:
    cells = written.whole_cells(FORM) | {"disputes.review.total": Amount.of(7)}
    report = written.whole_report(FORM, cells=cells)

    document = _document(written.finding_in("disputes.review.total"), report=report)

    assert {"【SUM001 错误】与合计不符。": "7"} == _commented(document)


def test_a_draft_with_findings_lists_them_first() -> None:
    report = written.whole_report(FORM)
    nowhere = Finding(code="STR001", slug="x", severity=Severity.ERROR, message="缺少一部分。")
    document = _document(written.finding_at(report, "12"), nowhere, report=report)
    box = next(iter(document.iter_inner_content()))

    assert not isinstance(box, WordParagraph)
    lines = [row.cells[0].text for row in box.rows]
    assert "待核稿：核对发现 2 处问题" in lines[0]
    assert ["1．【REF001 错误】对不上。", "2．【STR001 错误】缺少一部分。"] == lines[1:]
    styles = {p.style.name for row in box.rows for p in row.cells[0].paragraphs if p.style}
    assert {"待核说明"} == styles


def test_a_released_report_holds_no_box_and_no_comment() -> None:
    data = write_docx(written.whole_report(FORM), FORM)

    assert 3 == len(_open(data).tables)
    assert "word/comments.xml" not in zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_control_characters_and_markup_in_text_are_harmless() -> None:
    hostile = "甲\x00\x0b\x1f<w:p>&amp;\ufffe\ud800乙"
    report = written.whole_report(
        FORM, prose=hostile, organisation=Organisation(name="<script>甲\x07")
    )

    document = _document(report=report)

    assert "甲<w:p>&amp;乙" in [p.text for p in document.paragraphs]
    assert "<script>甲" == document.paragraphs[-2].text


def test_a_finding_behind_a_stripped_character_still_stands_at_its_words() -> None:
    report = written.whole_report(FORM, prose="甲\x00\x00乙12丙")

    said = _commented(_document(written.finding_at(report, "12"), report=report))

    assert {"【REF001 错误】对不上。": "12"} == said


def test_the_same_report_gives_the_same_bytes() -> None:
    report = written.whole_report(FORM)
    findings = (written.finding_at(report, "12"), written.finding_in("disputes.review.total"))

    assert write_docx(report, FORM, findings=findings) == write_docx(
        report, FORM, findings=findings
    )


def test_no_time_program_or_name_is_left_in_the_file() -> None:
    report = written.whole_report(FORM)
    data = write_docx(report, FORM, findings=(written.finding_at(report, "12"),))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = b"".join(archive.read(name) for name in archive.namelist())
        times = {info.date_time for info in archive.infolist()}

    assert {(1980, 1, 1, 0, 0, 0)} == times
    assert b"python-docx" not in content
    assert b"Macintosh" not in content
    assert b"dcterms" not in content
    assert b"w:date=" not in content
    assert report.title is not None
    assert report.title.text == _open(data).core_properties.title


def test_a_bad_cell_of_last_year_does_not_cost_what_was_declared() -> None:
    previous = {
        "applications.received.total": Amount.of(Decimal("1.5")),
        "applications.carried_in.total": Amount.unreadable("约3"),
        "applications.carried_out.total": Amount.of(2),
        "disclosure.fees.amount": Amount.of(Decimal("160.5")),
        "disclosure.licensing.items_change": Amount.of(-1),
    }
    report = Report(text="", declared=Statistics(previous=previous))

    assert (
        '{"previous": {"applications.carried_out.total": 2, "disclosure.fees.amount": "160.5"}}'
    ) == declared_in_docx(write_docx(report, FORM))


def test_what_the_officer_declared_travels_with_the_document() -> None:
    fact = Fact(id="website", label="网站“公开”<信息>", value=Decimal(186))
    declared = Statistics(year=2021, facts=(fact,), previous={"a.b.c": Amount.of(3)})
    report = written.whole_report(FORM)
    data = write_docx(Report(text=report.text, title=report.title, declared=declared), FORM)

    assert (
        '{"year": 2021, "previous": {"a.b.c": 3}, "facts": '
        '[{"id": "website", "label": "网站“公开”<信息>", "value": 186}]}'
    ) == declared_in_docx(data)
    assert "" == declared_in_docx(write_docx(report, FORM))
