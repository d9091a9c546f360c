"""Official labels as people write them: found whatever their spaces, widths, quotes, numbers."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache

from rapidfuzz import fuzz

from assistant.files.blocks import without_blanks
from assistant.forms import Block, Column, Form, Row, SameForm, Table

_MARKER = re.compile(
    r"(?:\((?P<bracketed>[一二三四五六七八九十]{1,3}|\d{1,2})\)[、.]?"
    r"|(?P<chinese>[一二三四五六七八九十]{1,3})[、.,:]"
    r"|(?P<digits>\d{1,2})[、.,)]?(?=[^\d.,%]))"
)
# A cell of a Markdown table cannot be broken otherwise.
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LONGEST = 80
_SHORTEST_FUZZY = 6
_NEAR_ENOUGH = 88


class Kind(Enum):
    """What a label names."""

    TITLE = "title"
    CORNER = "corner"
    COLUMN = "column"
    COLUMN_GROUP = "column group"
    ROW = "row"
    ROW_GROUP = "row group"


_ROWS = {Kind.ROW, Kind.ROW_GROUP}


@dataclass(frozen=True, slots=True)
class LabelText:
    """A label's text taken apart: its number (normalised) and its letters and digits."""

    marker: str
    key: str


@lru_cache(maxsize=4096)
def label_text(text: str) -> LabelText:
    """``text`` as it is compared: widths, spaces, quotes and punctuation do not matter."""
    text = _BREAK.sub("", text[: 3 * _LONGEST]) if "<" in text else text[: 3 * _LONGEST]
    folded = without_blanks(unicodedata.normalize("NFKC", text))
    found = _MARKER.match(folded)
    if found is None:
        return LabelText("", letters(folded))
    return LabelText(letters(found.group()), letters(folded[found.end() :]))


def letters(text: str) -> str:
    """Only the letters and digits of a text already folded."""
    return "".join(char for char in text if char.isalnum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One meaning of a label. ``item`` is the row or column, None for titles and corners."""

    kind: Kind
    table: Table
    block: Block
    marker: str
    key: str
    item: Row | Column | None = None

    @property
    def across(self) -> bool:
        """Whether the table prints its rows as groups of columns."""
        return self.table.orientation == "across"


def _meanings(form: Form) -> Iterator[Known]:
    for table in form.tables:
        for block in table.blocks:
            yield from _plain(Kind.TITLE, table, block, block.title)
            yield from _plain(Kind.CORNER, table, block, block.corner)
            yield from _plain(Kind.CORNER, table, block, block.heading)
            for column in block.columns:
                yield from _columns(table, block, column)
            for row in block.rows:
                yield from _rows(table, block, row)


def _plain(kind: Kind, table: Table, block: Block, label: str) -> Iterator[Known]:
    if label:
        text = label_text(label)
        # A title such as 第二十条第（一）项 begins with no number of its own.
        yield Known(kind=kind, table=table, block=block, marker=text.marker, key=text.key)


def _columns(table: Table, block: Block, column: Column) -> Iterator[Known]:
    kind = Kind.COLUMN_GROUP if column.columns else Kind.COLUMN
    for label in column.labels:
        text = label_text(label)
        yield Known(
            kind=kind, table=table, block=block, marker=text.marker, key=text.key, item=column
        )
    for child in column.columns:
        yield from _columns(table, block, child)


def _rows(table: Table, block: Block, row: Row) -> Iterator[Known]:
    kind = Kind.ROW_GROUP if row.rows else Kind.ROW
    for label in row.labels:
        text = label_text(label)
        yield Known(kind=kind, table=table, block=block, marker=text.marker, key=text.key, item=row)
    for child in row.rows:
        yield from _rows(table, block, child)


@dataclass(frozen=True)
class Labels:
    """All labels of a form."""

    form: Form

    @cached_property
    def _by_key(self) -> dict[str, tuple[Known, ...]]:
        found: dict[str, list[Known]] = {}
        for known in _meanings(self.form):
            found.setdefault(known.key, []).append(known)
        return {key: tuple(meanings) for key, meanings in found.items()}

    @property
    def keys(self) -> Iterable[str]:
        """The letters of all labels."""
        return self._by_key.keys()

    def exact(self, text: str) -> tuple[Known, ...]:
        """Every meaning of a text that is a label but for spaces, widths and punctuation."""
        if len(text) > 3 * _LONGEST:
            return ()
        label = label_text(text)
        whole = self._by_key.get(label.marker + label.key, ()) if label.marker else ()
        found = self._by_key.get(label.key, ())
        return _fitting(label, found) if found else whole

    def find(self, text: str) -> tuple[Known, ...]:
        """Every meaning of a text that is a label, its remark in brackets or a typo aside."""
        found = self.exact(text)
        if found or not text:
            return found
        bare = _without_remark(text)
        if bare != text:
            found = self.exact(bare)
        return found if found else self._nearest(text)

    def _nearest(self, text: str) -> tuple[Known, ...]:
        label = label_text(text)
        if not _SHORTEST_FUZZY <= len(label.key) <= _LONGEST:
            return ()
        scores = {key: fuzz.ratio(label.key, key) for key in self._by_key if len(key) > 4}
        near = sorted(
            (key for key in scores if scores[key] >= _NEAR_ENOUGH), key=scores.__getitem__
        )
        return _fitting(label, self._by_key[near[-1]]) if near else ()


def _fitting(label: LabelText, found: Iterable[Known]) -> tuple[Known, ...]:
    """Meanings with the text's own number, or else rows whatever their number."""
    meanings = tuple(found)
    same = tuple(known for known in meanings if known.marker == label.marker)
    if not label.marker:
        return meanings
    return same if same else tuple(known for known in meanings if known.kind in _ROWS)


def _without_remark(text: str) -> str:
    """A label without a bracketed remark behind it."""
    cut = max(text.rfind("（"), text.rfind("("))
    closed = text.rstrip().endswith(("）", ")"))
    return text[:cut] if cut > 1 and closed else text


@lru_cache(maxsize=8)
def _labels(key: SameForm) -> Labels:
    return Labels(key.form)


def labels_of(form: Form) -> Labels:
    """The labels of a form, taken apart once."""
    return _labels(SameForm(form))
