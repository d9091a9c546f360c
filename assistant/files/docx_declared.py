"""Puts the figures a report declares into a Word document, as a custom XML part."""

from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from assistant.files.declared import NAMESPACE, declared_json
from assistant.files.docx_page import package_of
from assistant.files.printable import printable
from assistant.forms import Form
from assistant.model import Statistics

_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
# Any fixed id: it names the part inside this one document.
_ITEM = "{3B1C5D9E-6F70-4B52-9A41-2C8E7D0F1A36}"


def carry(document: WordDocument, statistics: Statistics | None, form: Form) -> None:
    """Nothing is added when nothing is declared. Word keeps such parts when it saves."""
    text = declared_json(statistics, form)
    if not text:
        return
    content = f'<statistics xmlns="{NAMESPACE}">{escape(printable(text))}</statistics>'
    item = _part(document, "item1.xml", CONTENT_TYPE.XML, content)
    properties = (
        f'<ds:datastoreItem xmlns:ds="{_DATASTORE}" ds:itemID="{_ITEM}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    about = _part(document, "itemProps1.xml", CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, properties)
    item.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def _part(document: WordDocument, name: str, content_type: str, content: str) -> Part:
    blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}'.encode()
    return Part(PackURI(f"/customXml/{name}"), content_type, blob, package_of(document))
