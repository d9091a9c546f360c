"""Figures a document carries beside its text: facts the officer vouched for, last year's cells.

They travel as a statistics file in JSON: a report that is checked again, years later and
elsewhere, still has what its prose was checked against.
"""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from assistant.files.write_statistics import statistics_as_mapping
from assistant.forms import Form
from assistant.model import Amount, CellId, Statistics

NAMESPACE = "urn:nianbao-assistant:statistics"
TAG = f"{{{NAMESPACE}}}statistics"
HTML_META = "nianbao-statistics"
_FOLDER = "customXml/"
_AT_MOST = 4_000_000


def declared_json(statistics: Statistics | None, form: Form) -> str:
    """What is to be carried, as JSON on one line; empty when there is nothing."""
    if statistics is None:
        return ""
    mapping = statistics_as_mapping(
        replace(
            statistics,
            cells=_sound(statistics.cells, form),
            previous=_sound(statistics.previous, form),
        )
    )
    return json.dumps(mapping, ensure_ascii=False) if mapping else ""


def _sound(cells: Mapping[CellId, Amount], form: Form) -> dict[CellId, Amount]:
    """Only numbers a reader will take: one bad cell of last year must not cost the rest."""
    return {
        cell: amount
        for cell, amount in cells.items()
        if amount.number is not None and _is_possible(cell, amount.number, form)
    }


def _is_possible(cell: CellId, number: Decimal, form: Form) -> bool:
    if cell in form.columns_by_cell:
        return form.accepts(cell, number)
    # A cell of another form: whole and not negative is right whatever its column.
    return number >= 0 and number == number.to_integral_value()


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
