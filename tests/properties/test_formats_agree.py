"""The same report, whatever the format it is read from."""

from collections.abc import Mapping

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from assistant.files import read_report_text
from assistant.files.read_report import read_report_bytes
from assistant.files.write_docx import write_docx
from assistant.files.write_html import write_html
from assistant.forms import Form, load_forms
from assistant.model import Amount, CellId, Report
from tests.files.essence import as_text, essence
from tests.files.printed import amounts, in_bars, in_markdown, in_single_lines, in_tabs
from tests.files.typeset_pdf import RADICALS, report_pdf
from tests.files.written_reports import whole_report

FORMS = load_forms()
# Writing a Word document takes a second: to look for the smallest example would take minutes.
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
CLAUSES = st.sampled_from(
    (
        "公开“三公”经费12条", "全年新收申请3件", "占比约4.5%", "《公开指南》已更新", "群众满意",
        "通过“青石发布”（微信公众号）推送信息1,024次", "PDF和Word两种格式", "逐项核对到人",
    )
)  # fmt: skip
PARAGRAPHS = st.lists(CLAUSES, min_size=1, max_size=12).map(lambda parts: "，".join(parts) + "。")


def in_two_encodings(text: str, data: DataObject) -> bytes:
    return text.encode(data.draw(st.sampled_from(("utf-8", "utf-8-sig", "gb18030", "utf-16"))))


def report_with(form: Form, cells: Mapping[CellId, Amount], prose: str) -> Report:
    return whole_report(form, cells=cells, prose=prose)


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@settings(max_examples=4, phases=UNSHRUNK)
@given(data=st.data())
def test_word_web_text_and_pdf_say_the_same(form_id: str, data: DataObject) -> None:
    form = FORMS.by_id(form_id)
    report = report_with(form, data.draw(amounts(form)), data.draw(PARAGRAPHS))
    layout = data.draw(st.sampled_from((in_tabs, in_bars, in_markdown, in_single_lines)))

    word = read_report_bytes(write_docx(report, form), "年报.docx", FORMS)
    web = read_report_bytes(write_html(report, form), "年报.html", FORMS)
    printed = read_report_bytes(report_pdf(report, form, "年报"), "年报.pdf", FORMS)
    plain = read_report_text(as_text(report, form, layout), FORMS)
    encoded = in_two_encodings(as_text(report, form), data)
    text = read_report_bytes(encoded, "年报.txt", FORMS)

    assert essence(report) == essence(word)
    for read in (web, printed, plain, text):
        assert essence(word) == essence(read)


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@settings(max_examples=4, phases=UNSHRUNK)
@given(data=st.data())
def test_radicals_in_a_pdf_are_read_as_the_characters_they_stand_for(
    form_id: str, data: DataObject
) -> None:
    form = FORMS.by_id(form_id)
    report = report_with(form, data.draw(amounts(form)), data.draw(PARAGRAPHS))

    plain = read_report_bytes(report_pdf(report, form), "年报.pdf", FORMS)
    odd = read_report_bytes(report_pdf(report, form, signs=RADICALS), "年报.pdf", FORMS)

    assert plain == odd
