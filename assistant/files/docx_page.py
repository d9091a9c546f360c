"""A Word document with the page of an official document (GB/T 9704) and nothing written yet."""

from importlib.resources import files

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.shared import Mm

from assistant.files.docx_elements import FOOTER, element, field, paragraph, run

PAGE_WIDTH, PAGE_HEIGHT = Mm(210), Mm(297)
TOP, BOTTOM, LEFT, RIGHT = Mm(37), Mm(35), Mm(28), Mm(26)
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
# Puts the dashes of — 1 — about 7 mm below the text.
FOOTER_DISTANCE = Mm(25)

# What the library's own template carries along and no report needs: a picture of an empty page,
# the name of a program that did not write the document, a second set of styles.
_LEFTOVERS = (
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)


def official_document() -> WordDocument:
    """An empty document: page, styles, page numbers, language."""
    document = Document()
    _drop_leftovers(document.part.rels)
    _drop_leftovers(package_of(document).rels)
    _set_styles(document)
    _set_page(document)
    _number_pages(document)
    return document


def package_of(document: WordDocument) -> Package:
    """The package a document is in; every document is in one."""
    package = document.part.package
    if not isinstance(package, Package):
        raise TypeError(document)
    return package


def _drop_leftovers(relationships: Relationships) -> None:
    for key, relationship in list(relationships.items()):
        if relationship.reltype in _LEFTOVERS:
            del relationships[key]


def official_styles() -> list[BaseOxmlElement]:
    """Our styles, each to be put into one document."""
    return list(parse_xml((files("assistant.files") / "official_styles.xml").read_bytes()))


def _set_styles(document: WordDocument) -> None:
    styles = document.styles.element
    _clear(styles)
    styles.extend(official_styles())
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), "zh-CN")


def _clear(holder: BaseOxmlElement) -> None:
    for inner in list(holder):
        holder.remove(inner)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.footer_distance = FOOTER_DISTANCE
    # With a document grid every table row would grow to the height of a line of text.
    for properties in document.element.iter(qn("w:sectPr")):
        for grid in properties.findall(qn("w:docGrid")):
            properties.remove(grid)


def _number_pages(document: WordDocument) -> None:
    """— 1 — one character in from the outer edge: right on odd pages, left on even ones."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        holder = footer.part.element
        _clear(holder)
        holder.append(_page_number(side))


def _page_number(side: str) -> BaseOxmlElement:
    one_character = element("ind", **{f"{side}Chars": 100, side: 280})
    runs = (run("— "), *field("PAGE", "1"), run(" —"))
    return paragraph(FOOTER, runs, one_character, element("jc", val=side))
