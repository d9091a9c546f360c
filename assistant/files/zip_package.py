"""Office files are zip archives; the same content must give the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from assistant.files.printable import printable

# The earliest time a zip archive can state; the real one would differ from run to run.
_TIME = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
CORE_PROPERTIES = "docProps/core.xml"


def repeatable(archive: bytes, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """The archive without clock readings, its parts in a fixed order.

    replaced: new content for parts by name.
    """
    new: Mapping[str, bytes] = {} if replaced is None else replaced
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            # Unix, whatever machine writes it.
            info.create_system = 3
            target.writestr(info, new.get(name, source.read(name)))
    return output.getvalue()


def core_properties(title: str) -> bytes:
    """The part of a document's properties, naming its title: no author, no program, no time."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        "<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(printable(title))}</dc:title>"
        "<dc:creator></dc:creator><dc:language>zh-CN</dc:language>"
        "</cp:coreProperties>"
    ).encode()
