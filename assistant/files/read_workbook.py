"""Reads the fill-in workbook: figures by the hidden map, or by labels where it is missing."""

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from assistant.errors import AssistantError
from assistant.files.blocks import strip_blanks
from assistant.files.office_archive import damage_told, require_archive
from assistant.files.read_statistics import aspect_id
from assistant.files.strict_amount import Refused, as_decimal, strict_amount
from assistant.files.workbook_facts import HEADINGS
from assistant.files.workbook_grid import Place, locate, require_reasonable
from assistant.files.workbook_guide import ORGANISATION, YEAR
from assistant.files.write_workbook import FACTS_SHEET, GUIDE_SHEET, MAP_SHEET, VERSION
from assistant.forms import Form, FormRegistry
from assistant.forms.totals import totals
from assistant.model import Amount, CellId, Fact, Statistics

_KIND = "Excel 工作簿"
_SHOWN = 5
_BETWEEN_TERMS = re.compile(r"[、，,；;]")
_ID, _LABEL, _VALUE, _UNIT, _ASPECT, _TERMS, _PREVIOUS = HEADINGS


def statistics_of_workbook(data: bytes, name: str, forms: FormRegistry) -> Statistics:
    """Statistics in a workbook's bytes.

    Raises AssistantError E105, E106, E123, E124; the last names every bad cell, or the first
    few and how many there are.
    """
    return _Reader(_book(data, name), forms).statistics()


def places_of_workbook(data: bytes, name: str, forms: FormRegistry) -> dict[CellId, str]:
    """Where every cell of the form stands, such as 依申请公开!D5. Raises the same."""
    places = _Reader(_book(data, name), forms).places()
    return {cell: place.name for cell, place in places.items()}


def _book(data: bytes, name: str) -> "_Book":
    require_archive(data, name, _KIND, "xl/")
    try:
        with damage_told(name, _KIND), warnings.catch_warnings():
            # What the library leaves out (extensions of Excel, names of lost sheets) is no figure.
            warnings.simplefilter("ignore")
            written = load_workbook(io.BytesIO(data))
            calculated = load_workbook(io.BytesIO(data), data_only=True)
    except InvalidFileException as error:
        raise AssistantError("E106", f"文件“{name}”不是 {_KIND}。") from error
    require_reasonable(written.worksheets, name)
    return _Book(name, written, calculated)


@dataclass(frozen=True, slots=True)
class _Book:
    """A workbook as typed, and with what its formulas last came to."""

    name: str
    written: Workbook
    calculated: Workbook

    def sheet(self, title: str) -> Worksheet:
        found = _sheet(self.written, title)
        if found is None:
            hint = "请不要删除工作表或改名；可用 assistant workbook 重新生成一份。"
            raise AssistantError("E123", f"工作簿“{self.name}”缺少工作表“{title}”。", hint)
        return found

    def has(self, title: str) -> bool:
        return _sheet(self.written, title) is not None

    def is_formula(self, place: Place) -> bool:
        return self.sheet(place.sheet)[place.address].data_type == "f"

    def value(self, place: Place) -> object:
        """What stands in a cell; None for a formula that was never calculated."""
        sheet = _sheet(self.calculated, place.sheet)
        value: object = None if sheet is None else sheet[place.address].value
        return None if value == "" and self.is_formula(place) else value

    def rows(self, title: str) -> Iterator[tuple[int, tuple[object, ...]]]:
        """Row numbers from 1 and the values of each row."""
        sheet = _sheet(self.calculated, title)
        for number, row in enumerate(() if sheet is None else sheet.iter_rows(), start=1):
            yield number, tuple(cell.value for cell in row)


def _sheet(workbook: Workbook, title: str) -> Worksheet | None:
    return next((sheet for sheet in workbook.worksheets if sheet.title == title), None)


@dataclass
class _Reader:
    book: _Book
    forms: FormRegistry
    bad: list[str] = field(default_factory=list[str])

    def statistics(self) -> Statistics:
        form, places = self._places()
        year = self._year(form)
        cells = self._cells(form, places)
        facts = tuple(self._facts(form))
        if self.bad:
            raise self._bad_cells()
        return Statistics(
            year=year,
            organisation=self._guide(ORGANISATION),
            form=form.id,
            cells=cells,
            facts=facts,
        )

    def places(self) -> Mapping[CellId, Place]:
        return self._places()[1]

    def _places(self) -> tuple[Form, Mapping[CellId, Place]]:
        """Where the cells stand: as the map says, or as their labels say where rows moved."""
        if not self.book.has(MAP_SHEET):
            return self._by_labels()
        form_id, mapped = self._map()
        form = self.forms.by_id(form_id)
        own = [self.book.sheet(title) for title in dict.fromkeys(p.sheet for p in mapped.values())]
        found = locate(own, self.forms)
        if found is None or found.form_id != form.id:
            return form, mapped
        return form, {cell: found.places.get(cell, place) for cell, place in mapped.items()}

    def _map(self) -> tuple[str, dict[CellId, Place]]:
        head: dict[str, object] = {}
        mapped: dict[CellId, Place] = {}
        for _, row in self.book.rows(MAP_SHEET):
            texts = [str(value) for value in row if value is not None]
            if len(texts) == 3 and "." in texts[0]:
                mapped[texts[0]] = Place(texts[1], texts[2])
            elif len(texts) == 2:
                head[texts[0]] = texts[1]
        version = as_decimal(head.get("version"))
        if version is None or version > VERSION or "form" not in head or not mapped:
            hint = "请用 assistant workbook 重新生成一份。"
            message = f"工作簿“{self.book.name}”的隐藏页“{MAP_SHEET}”读不懂。"
            raise AssistantError("E123", message, hint)
        return str(head["form"]), mapped

    def _by_labels(self) -> tuple[Form, Mapping[CellId, Place]]:
        found = locate(self.book.written.worksheets, self.forms)
        if found is None:
            hint = "请用 assistant workbook 生成统计表再填。"
            message = f"工作簿“{self.book.name}”里找不到年报的统计表。"
            raise AssistantError("E123", message, hint)
        return self.forms.by_id(found.form_id), found.places

    def _year(self, form: Form) -> int | None:
        written = self._guide(YEAR).removesuffix("度").removesuffix("年")
        if not written:
            return None
        number = as_decimal(written)
        if number is None or number != number.to_integral_value():
            message = f"工作簿“{self.book.name}”的“{GUIDE_SHEET}”页，“{YEAR}”写的是“{written}”。"
            raise AssistantError("E124", message, "请填四位年份，如 2020。")
        year = int(number)
        if not form.holds_in(year):
            wanted = self.forms.for_year(year)
            hint = f"请用 assistant workbook --year {year} 重新生成一份。"
            message = (
                f"工作簿“{self.book.name}”是“{form.id}”表式，{year} 年度要用“{wanted.id}”表式。"
            )
            raise AssistantError("E124", message, hint)
        return year

    def _guide(self, label: str) -> str:
        """The value beside a label of the first sheet."""
        if not self.book.has(GUIDE_SHEET):
            return ""
        for _, row in self.book.rows(GUIDE_SHEET):
            for index, value in enumerate(row[:-1]):
                if isinstance(value, str) and strip_blanks(value) == label:
                    beside = row[index + 1]
                    return "" if beside is None else strip_blanks(str(beside))
        return ""

    def _cells(self, form: Form, places: Mapping[CellId, Place]) -> dict[CellId, Amount]:
        """Typed figures; a total left to its formula is not given, it follows from its parts."""
        sums = totals(form)
        found: dict[CellId, Amount] = {}
        for cell, place in places.items():
            if cell not in form.columns_by_cell:
                continue
            if cell in sums and self.book.is_formula(place):
                continue
            amount = self._amount(form, cell, place)
            if amount is not None:
                found[cell] = amount
        return found

    def _amount(self, form: Form, cell: CellId, place: Place) -> Amount | None:
        column = form.columns_by_cell[cell]
        value = self.book.value(place)
        if value is None and self.book.is_formula(place):
            return None
        amount = strict_amount(value, column, slash_allowed=False)
        if isinstance(amount, Refused):
            label = f"{form.rows_by_cell[cell].label}／{column.label}"
            self._refuse(place, label, value, amount)
            return None
        return amount

    def _refuse(self, place: Place, label: str, value: object, refused: Refused) -> None:
        shown = strip_blanks(str(value))[:20]
        self.bad.append(f"{place.name}（{label}）写的是“{shown}”，{refused.reason}")

    def _bad_cells(self) -> AssistantError:
        shown = "；".join(self.bad[:_SHOWN])
        more = len(self.bad) - _SHOWN
        rest = f"；另有 {more} 格" if more > 0 else ""
        message = f"工作簿“{self.book.name}”有 {len(self.bad)} 格填得不对：{shown}{rest}。"
        hint = "请填阿拉伯数字，不带文字和单位；没有发生的填 0，没有统计的留空。"
        return AssistantError("E124", message, hint)

    def _facts(self, form: Form) -> Iterator[Fact]:
        if not self.book.has(FACTS_SHEET):
            if self.book.has(MAP_SHEET):
                self.book.sheet(FACTS_SHEET)
            return
        columns: dict[str, int] = {}
        for number, row in self.book.rows(FACTS_SHEET):
            texts = ["" if value is None else strip_blanks(str(value)) for value in row]
            if not columns:
                found = {text: index for index, text in enumerate(texts) if text in HEADINGS}
                columns = found if _LABEL in found and _VALUE in found else {}
            elif any(texts):
                fact = self._fact(_FactRow(number, row, columns), form)
                if fact is not None:
                    yield fact

    def _fact(self, row: "_FactRow", form: Form) -> Fact | None:
        value, previous = as_decimal(row.value(_VALUE)), as_decimal(row.value(_PREVIOUS))
        label = row.text(_LABEL)
        aspect = aspect_id(row.text(_ASPECT), form)
        before = len(self.bad)
        if not label:
            self.bad.append(f"{row.place(_LABEL).name}（{_LABEL}）没有填")
        for heading, number in ((_VALUE, value), (_PREVIOUS, previous)):
            missing = row.text(heading) == "" and heading == _PREVIOUS
            if number is None and not missing:
                self._refuse(row.place(heading), heading, row.text(heading), Refused("不是数字"))
        if aspect is None:
            self._refuse(row.place(_ASPECT), _ASPECT, row.text(_ASPECT), Refused("没有这个方面"))
        if len(self.bad) > before or value is None or aspect is None:
            return None
        terms = (strip_blanks(term) for term in _BETWEEN_TERMS.split(row.text(_TERMS)))
        return Fact(
            id=row.text(_ID) if row.text(_ID) else label,
            label=label,
            value=value,
            unit=row.text(_UNIT),
            terms=tuple(term for term in terms if term),
            aspect=aspect,
            previous=previous,
        )


@dataclass(frozen=True, slots=True)
class _FactRow:
    """One row of the sheet of facts; columns: where each heading stands."""

    number: int
    values: tuple[object, ...]
    columns: Mapping[str, int]

    def value(self, heading: str) -> object:
        index = self.columns.get(heading)
        return None if index is None or index >= len(self.values) else self.values[index]

    def text(self, heading: str) -> str:
        value = self.value(heading)
        return "" if value is None else strip_blanks(str(value))

    def place(self, heading: str) -> Place:
        index = self.columns.get(heading, 0)
        return Place(FACTS_SHEET, f"{chr(ord('A') + index)}{self.number}")
