"""What the check found, in a Word document: a box on the first page, comments at the words."""

from collections.abc import Mapping, Sequence

from docx.document import Document as WordDocument
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.run import Run

from assistant.files.docx_elements import REVIEW_NOTE, element, paragraph, run
from assistant.files.docx_page import TEXT_WIDTH, package_of
from assistant.files.docx_tables import EMU_PER_TWIP
from assistant.files.finding_line import finding_line
from assistant.model import Finding

AUTHOR, INITIALS = "年报助手", "助"
_RED, _PALE = "C00000", "FFF2F2"


def findings_box(findings: Sequence[Finding]) -> BaseOxmlElement:
    """A framed list of all findings, one a row; its paragraphs have a style of their own.

    The style, 待核说明, tells a reader of the document that they are no part of the report.
    """
    width = TEXT_WIDTH // EMU_PER_TWIP
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblW", w=width, type="dxa"),
            element("jc", val="center"),
            _frame(),
        ),
        element("tblGrid", element("gridCol", w=width)),
        *(_row(line, width) for line in _lines(findings)),
    )


def _frame() -> BaseOxmlElement:
    sides = ("top", "left", "bottom", "right")
    lines = (element(side, val="single", sz=12, space=0, color=_RED) for side in sides)
    return element("tblBorders", *lines)


def _row(line: str, width: int) -> BaseOxmlElement:
    shade = element("shd", val="clear", color="auto", fill=_PALE)
    cell = element("tcPr", element("tcW", w=width, type="dxa"), shade)
    return element("tr", element("tc", cell, paragraph(REVIEW_NOTE, [run(line)])))


def _lines(findings: Sequence[Finding]) -> list[str]:
    head = f"待核稿：核对发现 {len(findings)} 处问题，改好并重新核对后方可发布。"
    return [head, *(f"{i}．{finding_line(found)}" for i, found in enumerate(findings, 1))]


def add_comments(
    document: WordDocument,
    findings: Sequence[Finding],
    shown: Mapping[int, Sequence[BaseOxmlElement]],
) -> None:
    """A comment at the runs of every finding that has some; findings by their index."""
    for index, finding in enumerate(findings):
        runs = shown.get(index, ())
        if runs:
            ends = [_as_run(made, document) for made in (runs[0], runs[-1])]
            document.add_comment(ends, finding_line(finding), AUTHOR, INITIALS)
    _forget_times(document)


def _as_run(made: BaseOxmlElement, document: WordDocument) -> Run:
    if not isinstance(made, CT_R):
        raise TypeError(made.tag)
    return Run(made, document)


def _forget_times(document: WordDocument) -> None:
    """The same findings give the same file: a comment says nothing of when it was made."""
    for part in package_of(document).iter_parts():
        if part.partname == "/word/comments.xml" and isinstance(part, XmlPart):
            for comment in part.element.iter(qn("w:comment")):
                comment.attrib.pop(qn("w:date"), None)
