"""Figures a document carries beside its text: facts the officer vouched for, last year's cells.

They travel as a statistics file in JSON: a report that is checked again, years later and
elsewhere, still has what its prose was checked against.
"""

import io
import json
import zipfile
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from assistant.files.write_statistics import statistics_as_mapping
from assistant.model import Statistics

NAMESPACE = "urn:nianbao-assistant:statistics"
TAG = f"{{{NAMESPACE}}}statistics"
HTML_META = "nianbao-statistics"
_FOLDER = "customXml/"
_AT_MOST = 4_000_000


def declared_json(statistics: Statistics | None) -> str:
    """What is to be carried, as JSON on one line; empty when there is nothing."""
    mapping = {} if statistics is None else statistics_as_mapping(statistics)
    return json.dumps(mapping, ensure_ascii=False) if mapping else ""


def declared_in_docx(document: bytes) -> str:
    """The JSON a docx carries, empty when it carries none; ``document`` must be a zip archive."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        for info in archive.infolist():
            if info.filename.startswith(_FOLDER) and info.file_size <= _AT_MOST:
                text = _text_of(archive.read(info))
                if text:
                    return text
    return ""


def _text_of(part: bytes) -> str:
    try:
        root = fromstring(part)
    except (ParseError, DefusedXmlException, ValueError):
        return ""
    return root.text.strip() if root.tag == TAG and root.text else ""
