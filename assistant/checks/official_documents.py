"""Official documents a report may cite: numbers, names and the report years they hold for."""

import re
from functools import cache

from pydantic import Field

from assistant.checks.phrases import Strict
from assistant.datafiles import load_shipped
from assistant.resources import data_folder

CITED = re.compile(
    r"(?P<issuer>国办[\u4e00-\u9fff]{1,6})\s{0,2}[〔（(\[［【]\s{0,2}(?P<year>\d{4})\s{0,2}[〕）)\]］】]\s{0,2}"
    r"第?(?P<serial>\d{1,4})\s{0,2}号"
)
"""A 文号 of the State Council's general office, in whatever brackets."""


class OfficialDocument(Strict):
    """A document: its 文号, words of its name, the report years it is the basis of."""

    number: str = Field(pattern=r"^[\u4e00-\u9fff]+〔\d{4}〕\d+号$")
    titles: tuple[str, ...]
    valid_from: int
    valid_to: int | None
    replaced_by: str

    @property
    def year_and_serial(self) -> str:
        """〔2021〕30号, whoever issued it."""
        return self.number[self.number.index("〔") :]

    def serves(self, year: int) -> bool:
        """Whether a report of ``year`` may rest on it."""
        return self.valid_from <= year and (self.valid_to is None or year <= self.valid_to)


class DocumentFile(Strict):
    """All documents with the source they were checked against."""

    source: str
    documents: tuple[OfficialDocument, ...]


@cache
def official_documents() -> tuple[OfficialDocument, ...]:
    """Documents of ``schemas/phrases/documents.yaml``. Raises AssistantError E221."""
    file = data_folder("schemas") / "phrases" / "documents.yaml"
    text = file.read_text(encoding="utf-8")
    return load_shipped(DocumentFile, text, "documents.yaml", "E221").documents


def document_of(number: str) -> OfficialDocument | None:
    """The document whose 文号 ``number`` is, or ends with."""
    return next((one for one in official_documents() if number.endswith(one.number)), None)


def document_named(text: str) -> OfficialDocument | None:
    """The document whose name stands last in ``text``, with no other title behind it."""
    places = [
        (text.rfind(title), len(title), document)
        for document in official_documents()
        for title in document.titles
    ]
    start, length, document = max(places, key=lambda found: (found[0] + found[1], found[1]))
    behind = text[start + length :]
    return None if start < 0 or "《" in behind or "号" in behind else document
