"""A Word document given back with comments at the very words, everything else as it was."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx import Document
from docx.oxml.ns import qn

from assistant.errors import AssistantError
from assistant.files.docx_anchors import add_anchors, made
from assistant.files.docx_findings import AUTHOR, INITIALS
from assistant.files.docx_parts import Parts, parsed, serialised
from assistant.files.docx_spots import Spots, Stretch
from assistant.files.office_archive import damage_told
from assistant.files.printable import printable
from assistant.files.read_docx import Element, origins_in, source_of_docx
from assistant.model import TextSpan

_KIND = "Word 文档"
_BODY = qn("w:body")
_ID = qn("w:id")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Comment:
    """Paragraphs to stand beside a span of the report's text; without one at its very top."""

    paragraphs: tuple[str, ...]
    span: TextSpan | None = None


def with_comments(data: bytes, name: str, text: str, comments: Sequence[Comment]) -> bytes:
    """The document with comments. text: the report's, which the spans index into.

    Raises AssistantError E105, E106 for a document that cannot be read, E171 for one whose text
    is another by now.
    """
    if source_of_docx(data, name).text != text:
        raise AssistantError("E171", f"文件“{name}”在核对期间被改动。", "请重新核对。")
    with damage_told(name, _KIND):
        parts = Parts(data)
        root = parsed(parts.read(parts.document))
        spots = _spots(data, root, name, text)
        stretches = [(comment, spots.stretch(comment.span)) for comment in comments]
        held = parts.comments()
        known = parsed(parts.read(held)) if parts.has(held) else made("comments")
        placed: dict[int, Stretch] = {}
        for number, (comment, stretch) in enumerate(stretches, start=_free_id(root, known)):
            if stretch is not None:
                known.append(_comment(number, comment))
                placed[number] = stretch
        add_anchors(placed)
        parts.write(parts.document, serialised(root))
        parts.write(held, serialised(known))
        return parts.saved()


def _spots(data: bytes, root: Element, name: str, text: str) -> Spots:
    """The library's parser drops blanks that the document must keep, so it is parsed twice."""
    read = Document(io.BytesIO(data)).element.find(_BODY)
    body = root.find(_BODY)
    origins = () if read is None else origins_in(read, name)
    held = () if body is None else origins_in(body, name)
    return Spots(text, origins, [origin.paragraphs for origin in held])


def _free_id(root: Element, comments: Element) -> int:
    """A number above those of all comments and their marks."""
    marks = [*comments.iter(qn("w:comment")), *root.iter(qn("w:commentReference"))]
    used = [mark.get(_ID, "") for mark in marks]
    return max((int(number) for number in used if number.isdecimal()), default=-1) + 1


def _comment(number: int, comment: Comment) -> Element:
    element = made("comment", id=str(number), author=AUTHOR, initials=INITIALS)
    element.extend(_paragraphs(comment))
    return element


def _paragraphs(comment: Comment) -> Iterator[Element]:
    for line in comment.paragraphs:
        paragraph, run, text = made("p"), made("r"), made("t")
        text.text = printable(line)
        text.set(_SPACE, "preserve")
        run.append(text)
        paragraph.append(run)
        yield paragraph
