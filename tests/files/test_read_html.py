"""Web pages of government sites: the report is found among menus, scripts and footers."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import AssistantError
from assistant.files import read_report
from assistant.files.write_html import write_html
from assistant.forms import Form, load_forms
from assistant.model import Amount, CellId, Report
from tests.files.printed import ORGANISATION, PROSE, amounts, in_html, numbers
from tests.files.written_reports import whole_report

FORMS = load_forms()
FORM = FORMS.by_id("2021")
FULL = {cell: Amount.of(index) for index, cell in enumerate(FORM.cells)}
TITLE = f"{ORGANISATION}2022年政府信息公开工作年度报告"


def page(cells: Mapping[CellId, Amount] = FULL, charset: str = "utf-8") -> str:
    body: list[str] = []
    for section in FORM.sections:
        body.append(
            f"<p><strong>{'一二三四五六'[section.number - 1]}、{section.title}</strong></p>"
        )
        if section.table is None:
            body.append(f"<p style='text-indent:2em'>&nbsp;&nbsp;{PROSE}</p>")
        else:
            body.append(in_html(FORM.table(section.table), cells))
    return f"""<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>栏目</title><style>p{{color:red}}</style></head>
<body><nav><a>首页</a></nav><div class="path">首页 &gt; 政务公开 &gt; 政府信息公开年报</div>
<script>document.write("<p>二、主动公开政府信息情况</p>")</script>
<table class="frame"><tr><td>
<h1>{TITLE}</h1><div>发布日期：2023-01-20　来源：办公室</div>
<p style="display:none">一、总体情况</p>
{chr(10).join(body)}
<p style="text-align:right">{ORGANISATION}<br/>2023年1月15日</p>
</td></tr></table>
<div>【打印本页】　【关闭窗口】</div><div>版权所有：某县人民政府　某ICP备1号</div></body></html>"""


def reading(tmp_path: Path, data: bytes, name: str = "年报.html") -> Report:
    path = tmp_path / name
    path.write_bytes(data)
    return read_report(path, FORMS)


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("gbk", "utf-8"), ("utf-8", "utf-8-sig")],
)
def test_a_page_is_read_whatever_it_says_of_its_encoding(
    tmp_path: Path, charset: str, encoding: str
) -> None:
    report = reading(tmp_path, page(charset=charset).encode(encoding))

    assert numbers(FULL) == numbers(report.cells)
    assert () == report.unreadable


def test_only_the_report_is_read_of_a_page(tmp_path: Path) -> None:
    report = reading(tmp_path, page().encode())

    assert report.title is not None
    assert (TITLE, ORGANISATION, 2022) == (report.title.text, report.organisation, report.year)
    assert () == report.introduction
    assert [1, 2, 3, 4, 5, 6] == [section.number for section in report.sections]
    assert [PROSE] * 3 == [p.text for section in report.sections for p in section.paragraphs]
    assert report.signature is not None
    assert ORGANISATION == report.signature.text
    assert report.date is not None
    assert "2023-01-15" == report.date.isoformat()


def test_offsets_lead_into_the_linear_text(tmp_path: Path) -> None:
    report = reading(tmp_path, page().encode())

    assert all(report.text[p.start : p.end] == p.text for p in report.prose())
    assert all(span.stands_in(report.text) for span in report.cell_spans.values())


def test_a_page_saved_under_the_name_of_a_word_document_is_read_as_what_it_is(
    tmp_path: Path,
) -> None:
    assert numbers(FULL) == numbers(reading(tmp_path, page().encode(), "年报.docx").cells)


def test_a_few_broken_characters_are_told(tmp_path: Path) -> None:
    data = page().encode().replace("方便".encode(), "方便".encode()[:-1], 1)

    report = reading(tmp_path, data)

    assert numbers(FULL) == numbers(report.cells)
    assert ["网页里有 1 处乱码"] == [found.reason for found in report.unreadable]


def test_line_breaks_of_the_source_do_not_tear_words(tmp_path: Path) -> None:
    torn = (
        page().replace("群众办事", "群众\n      办事").replace("现行有效件数", "现行\n有效<br>件数")
    )

    report = reading(tmp_path, torn.encode())

    assert PROSE == report.sections[0].paragraphs[0].text
    assert numbers(FULL) == numbers(report.cells)


@pytest.mark.parametrize("form", FORMS.forms, ids=lambda form: form.id)
@settings(max_examples=10)
@given(data=st.data())
def test_what_the_writer_wrote_is_read_back(
    form: Form, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    wanted = whole_report(form, cells=data.draw(amounts(form)))
    folder = tmp_path_factory.mktemp("html")

    report = reading(folder, write_html(wanted, form))

    assert numbers(wanted.cells) == numbers(report.cells)
    assert [p.text for p in wanted.prose()] == [p.text for p in report.prose()]
    assert (wanted.year, wanted.organisation, wanted.form, wanted.date) == (
        report.year,
        report.organisation,
        report.form,
        report.date,
    )


def test_entities_are_not_expanded_from_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    attack = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = page().replace("<!DOCTYPE html>", attack).replace(PROSE, f"&x;{PROSE}")

    assert "机密" not in reading(tmp_path, text.encode()).text


def test_a_page_nested_without_end_is_an_error_and_no_traceback(tmp_path: Path) -> None:
    deep = "<html><body>" + "<div>" * 5000 + PROSE

    with pytest.raises(AssistantError) as caught:
        reading(tmp_path, deep.encode())

    assert caught.value.code in {"E105", "E106"}
