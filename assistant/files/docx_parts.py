"""The parts of a Word document as they lie in the archive: changed where asked, else untouched."""

import copy
import io
import posixpath
import zipfile
from typing import cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

from assistant.files.read_docx import Element

_TYPES = "[Content_Types].xml"
_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONS = f'<Relationships xmlns="{_RELATIONS_NAMESPACE}"/>'.encode()
_TIME = (1980, 1, 1, 0, 0, 0)


def parsed(data: bytes) -> Element:
    """The root of an XML part with every blank it has; nothing is fetched or expanded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return cast("Element", etree.fromstring(data, parser))


def serialised(root: Element) -> bytes:
    """The part as Word writes it."""
    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


class Parts:
    """A document's archive; remembers which parts are to be written anew."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._changed: dict[str, bytes] = {}
        main = self._target("", RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self.document = "word/document.xml" if main is None else main

    def read(self, name: str) -> bytes:
        """The part as it will be written."""
        return self._changed[name] if name in self._changed else self._archive.read(name)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._changed or name in self._archive.namelist()

    def write(self, name: str, data: bytes) -> None:
        """Has a part written anew."""
        self._changed[name] = data

    def comments(self) -> str:
        """Name of the part that holds the document's comments; it is added where there is none."""
        known = self._target(self.document, RELATIONSHIP_TYPE.COMMENTS)
        if known is not None:
            return known
        names = set(self._archive.namelist())
        folder = posixpath.dirname(self.document)
        tries = (posixpath.join(folder, f"comments{n}.xml") for n in ("", *range(1, 1000)))
        name = next(found for found in tries if found not in names)
        self._relate(self.document, posixpath.basename(name))
        self._declare(name)
        return name

    def saved(self) -> bytes:
        """The archive; untouched parts keep their bytes, dates and order."""
        output = io.BytesIO()
        infos = {info.filename: info for info in self._archive.infolist()}
        with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target:
            for name, info in infos.items():
                target.writestr(copy.copy(info), self.read(name))
            for name in self._changed.keys() - infos.keys():
                fresh = zipfile.ZipInfo(name, _TIME)
                fresh.compress_type = zipfile.ZIP_DEFLATED
                fresh.create_system = 3
                target.writestr(fresh, self._changed[name])
        return output.getvalue()

    def _target(self, source: str, kind: str) -> str | None:
        """The part that one part is related to."""
        folder = posixpath.dirname(source)
        for relation in self._relations(source):
            if relation.get("Type") == kind and relation.get("TargetMode") != "External":
                path = posixpath.join("/", folder, relation.get("Target", ""))
                return posixpath.normpath(path).removeprefix("/")
        return None

    def _relations(self, source: str) -> Element:
        name = _relations_of(source)
        return parsed(self.read(name) if self.has(name) else _NO_RELATIONS)

    def _relate(self, source: str, target: str) -> None:
        relations = self._relations(source)
        taken = {relation.get("Id") for relation in relations}
        number = next(n for n in range(1, len(taken) + 2) if f"rIdComments{n}" not in taken)
        made = etree.SubElement(relations, f"{{{_RELATIONS_NAMESPACE}}}Relationship")
        made.set("Id", f"rIdComments{number}")
        made.set("Type", RELATIONSHIP_TYPE.COMMENTS)
        made.set("Target", target)
        self.write(_relations_of(source), serialised(relations))

    def _declare(self, name: str) -> None:
        types = parsed(self.read(_TYPES))
        made = etree.SubElement(types, f"{{{_TYPES_NAMESPACE}}}Override")
        made.set("PartName", f"/{name}")
        made.set("ContentType", CONTENT_TYPE.WML_COMMENTS)
        self.write(_TYPES, serialised(types))


def _relations_of(source: str) -> str:
    folder, base = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{base}.rels")
