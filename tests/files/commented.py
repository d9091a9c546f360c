"""Commented documents read back: what each comment says and covers, and what else has changed."""

import io
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

_MARKS = {qn("w:commentRangeStart"), qn("w:commentRangeEnd")}
_REFERENCE, _RUN, _TEXT, _PROPERTIES = (qn(f"w:{n}") for n in ("commentReference", "r", "t", "rPr"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def commented(data: bytes) -> list[tuple[str, str]]:
    """What every comment says and the words it covers, in the order of the comments."""
    document = Document(io.BytesIO(data))
    covered = {
        str(comment.comment_id): "".join(_covered(document.element, str(comment.comment_id)))
        for comment in document.comments
    }
    return [(comment.text, covered[str(comment.comment_id)]) for comment in document.comments]


def _covered(root: BaseOxmlElement, number: str) -> Iterator[str]:
    inside = False
    for element in root.iter():
        if element.get(qn("w:id")) == number and element.tag in _MARKS:
            inside = element.tag == qn("w:commentRangeStart")
        if inside and element.tag == _TEXT:
            yield element.text or ""


def parts(data: bytes) -> dict[str, bytes]:
    """Every part of a package by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert len(archive.namelist()) == len(set(archive.namelist()))
        return {name: archive.read(name) for name in archive.namelist()}


def bare(xml: bytes) -> bytes:
    """A document's XML without the anchors of comments and with runs of one look made one."""
    root = etree.fromstring(xml)
    for element in list(root.iter(*_MARKS)):
        _drop(element)
    for reference in list(root.iter(_REFERENCE)):
        run = reference.getparent()
        assert run is not None
        _drop(run)
    for run in list(root.iter(_RUN)):
        if run.getparent() is not None:
            _swallow(run)
    return etree.tostring(root, method="c14n")


def _drop(element: etree._Element) -> None:  # pyright: ignore[reportPrivateUsage]
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _swallow(run: etree._Element) -> None:  # pyright: ignore[reportPrivateUsage]
    """Takes in the runs behind it that look the same, and joins the pieces of its text."""
    behind = run.getnext()
    while behind is not None and behind.tag == _RUN and _looks(behind) == _looks(run):
        run.extend([part for part in behind if part.tag != _PROPERTIES])
        _drop(behind)
        behind = run.getnext()
    for text in list(run.iter(_TEXT)):
        text.attrib.pop(_SPACE, None)
        before = text.getprevious()
        if before is not None and before.tag == _TEXT:
            before.text = (before.text or "") + (text.text or "")
            _drop(text)


def _looks(run: etree._Element) -> tuple[object, object]:  # pyright: ignore[reportPrivateUsage]
    properties = run.find(_PROPERTIES)
    shown = b"" if properties is None else etree.tostring(properties, method="c14n")
    return sorted(run.attrib.items()), shown
