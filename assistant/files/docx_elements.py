"""The few WordprocessingML elements a report is made of."""

from collections.abc import Iterable
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

# Style ids of official_styles.xml.
TITLE = "Title"
BODY = "BodyText"
HEADINGS = ("Heading1", "Heading2")
SIGNATURE = "Signature"
DATE = "Date"
FOOTER = "Footer"
TABLE = "TableText"
SMALL_TABLE = "TableTextSmall"
REVIEW_NOTE = "ReviewNote"

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """An element of the ``w`` namespace; so are its attributes."""
    made = cast("BaseOxmlElement", OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def run(text: str, *, font: str = "") -> BaseOxmlElement:
    """A run of Chinese text; ``font`` is given only where it differs from the style's."""
    # Without the hint Word sets “ ” and … in the Latin font, half as wide.
    fonts = element("rFonts", hint="eastAsia")
    if font:
        fonts.set(qn("w:eastAsia"), font)
    made = element("r", element("rPr", fonts))
    if text:
        made.append(_text(text))
    return made


def _text(text: str) -> BaseOxmlElement:
    made = element("t")
    made.text = text
    made.set(_XML_SPACE, "preserve")
    return made


def line_break() -> BaseOxmlElement:
    """A run that goes on in a new line of the same paragraph."""
    return element("r", element("br"))


def paragraph(
    style: str, runs: Iterable[BaseOxmlElement], *settings: BaseOxmlElement
) -> BaseOxmlElement:
    """A paragraph of a style; ``settings`` go into its properties in schema order."""
    properties = element("pPr", element("pStyle", val=style), *settings)
    return element("p", properties, *runs)


def field(instruction: str, shown: str) -> tuple[BaseOxmlElement, ...]:
    """A field such as PAGE as the runs Word expects; ``shown`` stands until it is updated."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(_XML_SPACE, "preserve")
    return (
        element("r", element("fldChar", fldCharType="begin")),
        element("r", code),
        element("r", element("fldChar", fldCharType="separate")),
        element("r", _text(shown)),
        element("r", element("fldChar", fldCharType="end")),
    )
