"""A stranger's document comes back with comments at the words, and else as it was."""

import io
import zipfile
from functools import cache

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import AssistantError
from assistant.files.docx_comments import Comment, with_comments
from assistant.files.read_docx import source_of_docx
from assistant.files.write_docx import write_docx
from assistant.model import TextSpan
from tests.files import written_reports as written
from tests.files.commented import bare, commented, parts

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BOLD = "<w:rPr><w:b/></w:rPr>"
_RICH = f"""\
<w:p {_W}><w:pPr><w:jc w:val="left"/></w:pPr>
  <w:r w:rsidR="00A1">{_BOLD}<w:t xml:space="preserve">全年 新收</w:t><w:tab/><w:t>申请4</w:t></w:r>
  <w:proofErr w:type="spellStart"/>
  <w:ins w:id="90" w:author="甲"><w:r><w:t>件，其中</w:t></w:r></w:ins>
  <w:del w:id="91" w:author="甲"><w:r><w:delText>删去的5件</w:delText></w:r></w:del>
  <w:hyperlink w:anchor="x"><w:r><w:t>自然人3件</w:t></w:r></w:hyperlink>
  <w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见的6件</w:t></w:r>
  <w:sdt><w:sdtContent><w:r><w:t>、企业1件</w:t></w:r></w:sdtContent></w:sdt>
  <w:bookmarkStart w:id="7" w:name="b"/><w:bookmarkEnd w:id="7"/>
  <w:r><w:t>，均</w:t><w:br/><w:t>已办结。</w:t></w:r>
</w:p>"""
TITLE = "青禾县柳溪镇人民政府\n2022年政府信息公开工作年度报告"


@cache
def _stranger() -> bytes:
    """A document with most of what Word puts around a run, one comment, a picture's place."""
    document = Document()
    first = document.add_paragraph(TITLE)
    next(document.element.iter(qn("w:body"))).insert(1, parse_xml(_RICH))
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "统计表"
    for number, cell in enumerate(table.rows[1].cells):
        cell.text = ["规章", "", "12"][number]
    table.cell(2, 0).text = "两\n行"
    document.add_paragraph("末段17次。")
    document.add_comment(first.runs, "原有的批注", "乙", "乙")
    document.sections[0].header.paragraphs[0].text = "页眉17次"
    output = io.BytesIO()
    document.save(output)
    with zipfile.ZipFile(output, "a") as archive:
        archive.writestr("word/media/image1.bin", bytes(range(256)))
        archive.writestr("customXml/item7.xml", b"<a> <b/>\r\n</a>")
    return output.getvalue()


def _plain() -> bytes:
    """The same without any comments part."""
    document = Document()
    document.add_paragraph("新收4件。")
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def _text(data: bytes) -> str:
    return source_of_docx(data, "年报.docx").text


def _at(text: str, quote: str, said: str = "") -> Comment:
    start = text.index(quote)
    span = TextSpan.cut(text, start, start + len(quote))
    return Comment(paragraphs=(said if said else f"关于{quote}",), span=span)


def _with(data: bytes, *comments: Comment) -> bytes:
    return with_comments(data, "年报.docx", _text(data), comments)


@pytest.mark.parametrize(
    "quote",
    [
        *("4", "新收", "全年 新收", "申请4件", "件，其中", "自然人3件", "3", "中自", "企业"),
        "1件，均",
        *("统计表", "规章", "12", "17", "末段17次。", "两行", "已办结", "2022年", "政府2022"),
    ],
)  # fmt: skip
def test_a_comment_stands_at_its_very_words(quote: str) -> None:
    text = _text(_stranger())

    said = commented(_with(_stranger(), _at(text, quote)))

    assert 2 == len(said)
    assert (f"关于{quote}", "".join(quote.split())) == (said[1][0], "".join(said[1][1].split()))


def test_the_comments_that_were_there_stay() -> None:
    said = commented(_with(_stranger(), _at(_text(_stranger()), "12")))

    assert ("原有的批注", TITLE.replace("\n", "")) == said[0]


def test_nothing_else_of_the_package_changes() -> None:
    text = _text(_stranger())
    comments = [
        _at(text, quote) for quote in ("4", "其中自然人", "企业1件", "规章", "17", "府2022年")
    ]
    before, after = parts(_stranger()), parts(_with(_stranger(), *comments, Comment(("全文",))))

    changed = {name for name in before if before[name] != after[name]}
    assert {"word/document.xml", "word/comments.xml"} == changed
    assert before.keys() == after.keys()
    assert bare(before["word/document.xml"]) == bare(after["word/document.xml"])
    assert text == _text(_with(_stranger(), *comments))


def test_a_document_without_comments_gets_a_part_for_them() -> None:
    before, after = parts(_plain()), parts(_with(_plain(), Comment(("全文",))))

    new = after.keys() - before.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert {"word/comments.xml"} == new
    assert {
        "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels",
    } == changed  # fmt: skip
    for name in changed - {"word/document.xml"}:
        assert before[name].count(b"<") + 1 == after[name].count(b"<")
    assert [("全文", "新收4件。")] == commented(_with(_plain(), Comment(("全文",))))


def test_a_blank_cell_is_commented_in_its_cell() -> None:
    text = _text(_stranger())
    start = text.index("规章") + len("规章\t")
    data = _with(_stranger(), Comment(("没有填",), TextSpan(start, start, "")))

    table = Document(io.BytesIO(data)).tables[0]
    marks = [
        cell.paragraphs[0]._p.find(qn("w:commentRangeStart")) is not None  # pyright: ignore[reportPrivateUsage]
        for cell in table.rows[1].cells
    ]
    assert [False, True, False] == marks


def test_what_has_no_place_stands_at_the_title() -> None:
    said = commented(_with(_stranger(), Comment(("核对结果", "第二段"))))

    assert ("核对结果\n第二段", TITLE.replace("\n", "")) == said[1]


def test_comments_may_overlap_and_stand_in_one_another() -> None:
    text = _text(_stranger())
    quotes = ["4件，其中自", "件，其", "自然人3", "4件，其中自", "末段17次", "7次。"]

    said = commented(_with(_stranger(), *(_at(text, quote) for quote in quotes)))

    assert quotes == [covered for _, covered in said[1:]]


def test_thirty_planted_errors_come_back_as_thirty_comments() -> None:
    form = written.form_of("2021")
    prose = "，".join(f"第{n}类事项{n + 100}件" for n in range(30)) + "。"
    data = write_docx(written.whole_report(form, prose=prose), form)
    text = _text(data)

    said = commented(_with(data, *(_at(text, str(n + 100), f"错{n}") for n in range(30))))

    assert [(f"错{n}", str(n + 100)) for n in range(30)] == said


def test_a_form_feed_and_a_script_are_only_text() -> None:
    text = _text(_stranger())

    said = commented(_with(_stranger(), _at(text, "12", "]]>\x0c\x1b[31m<script>&amp;\u202e")))

    assert "]]>[31m<script>&amp;\u202e" == said[1][0]


def test_the_same_document_and_comments_give_the_same_bytes() -> None:
    comments = [_at(_text(_stranger()), "4")]

    assert _with(_stranger(), *comments) == _with(_stranger(), *comments)


def test_a_copy_can_be_commented_again() -> None:
    once = _with(_stranger(), _at(_text(_stranger()), "4"))

    said = commented(_with(once, _at(_text(once), "4件")))

    assert ["原有的批注", "关于4", "关于4件"] == [text for text, _ in said]
    assert ["4", "4件"] == [covered for _, covered in said[1:]]


def test_a_document_edited_during_the_check_is_refused() -> None:
    with pytest.raises(AssistantError) as caught:
        with_comments(_plain(), "年报.docx", "别的文字", [])

    assert "E171" == caught.value.code


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *(
            ("</w:t>", f"{blank}</w:t>")
            for blank in ("\n\t", "&#133;", "\u2028 \u3000", "<!-- 甲 -->")
        ),
        *((f"w:{tag}", "w:smartTag") for tag in ("hyperlink", "ins", "sdtContent", "tbl")),
        ("<w:t>", "<w:noBreakHyphen/><w:t>"),
        ("<w:r>", "<w:r><w:lastRenderedPageBreak/>"),
    ],
)
def test_a_strange_document_keeps_its_text(old: str, new: str) -> None:
    strange = _replaced(_stranger(), old, new)
    text = _text(strange)
    comments = [_at(text, text[at]) for at in range(0, len(text), 5) if not text[at].isspace()]

    after = _with(strange, *comments)

    assert text == _text(after)
    assert len(comments) + 1 == len(commented(after))


def _replaced(data: bytes, old: str, new: str) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, part in parts(data).items():
            document = name == "word/document.xml"
            changed = part.replace(old.encode(), new.encode()) if document else part
            archive.writestr(name, changed)
    return output.getvalue()


@given(st.data())
def test_wherever_comments_stand_the_text_stays(data: st.DataObject) -> None:
    document, text = _stranger(), _text(_stranger())
    places = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(places, places).map(sorted), max_size=5))
    comments = [Comment((f"第{n}处",), TextSpan.cut(text, *pair)) for n, pair in enumerate(pairs)]

    after = _with(document, *comments)

    assert text == _text(after)
    assert bare(parts(document)["word/document.xml"]) == bare(parts(after)["word/document.xml"])
    shown = [words.replace("看不见的6件", "") for _, words in commented(after)[1:]]
    covered = ["".join(words.split()) for words in shown]
    assert ["".join(text[a:b].split()) for a, b in pairs] == covered
