"""Statistics of a year: from a YAML or JSON file, a mapping, or the fill-in workbook."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from assistant.errors import AssistantError
from assistant.files.exact_yaml import DataFile, exact_data
from assistant.files.file_bytes import decode, read_bytes
from assistant.files.strict_amount import Refused, as_decimal, strict_amount
from assistant.forms import Form, FormRegistry
from assistant.model import Amount, CellId, Fact, Statistics

_KEYS = {"year", "organisation", "form", "cells", "previous", "facts"}
_FACT_KEYS = {"id", "label", "value", "unit", "terms", "aspect", "previous"}
_ZIP = b"PK\x03\x04"


class _ReadsWorkbook(Protocol):
    def __call__(self, data: bytes, name: str, forms: FormRegistry) -> Statistics: ...


def read_statistics(path: Path, forms: FormRegistry) -> Statistics:
    """Statistics from a workbook (xlsx) or a YAML or JSON file.

    Raises AssistantError E1xx naming sheet and cell, or line, of whatever cannot be read.
    """
    data = read_bytes(path)
    if is_workbook(data):
        module = importlib.import_module("assistant.files.read_workbook")
        return cast("_ReadsWorkbook", module.statistics_of_workbook)(data, path.name, forms)
    if path.suffix.lower() in {".xlsx", ".xlsm", ".xls", ".et"}:
        hint = "请用 Excel 或 WPS 另存为 xlsx 再试。"
        raise AssistantError("E120", f"文件“{path.name}”不是 Excel 工作簿（xlsx）。", hint)
    file = exact_data(decode(data, path.name), path.name, "E120")
    return _Layout(file, forms).statistics(None)


def is_workbook(data: bytes) -> bool:
    """Whether a file's content is what is read as a workbook."""
    return data.startswith(_ZIP)


def statistics_from_mapping(
    data: Mapping[str, object], forms: FormRegistry, year: int | None = None
) -> Statistics:
    """Statistics from a mapping in the layout of a statistics file.

    year: used where the mapping names none. Raises AssistantError E12x for what does not fit.
    """
    return _Layout(DataFile("统计数据", "", dict(data)), forms).statistics(year)


def mapping_of(value: object) -> dict[str, object] | None:
    """``value`` as a mapping with text keys, None if it is none."""
    if not isinstance(value, Mapping):
        return None
    return {str(key): item for key, item in cast("Mapping[object, object]", value).items()}


@dataclass(frozen=True, slots=True)
class _Layout:
    """The layout of a statistics file, applied to one."""

    file: DataFile
    forms: FormRegistry

    def statistics(self, year: int | None) -> Statistics:
        data = mapping_of(self.file.value)
        if data is None:
            raise AssistantError("E120", f"文件“{self.file.name}”不是统计数据。", _LAYOUT_HINT)
        self._refuse_unknown(data, _KEYS, ())
        cells = self._mapping(data, "cells")
        named_year = self._year(data)
        found_year = named_year if named_year is not None else year
        form = self._form(data, found_year, cells)
        return Statistics(
            year=found_year,
            organisation=self._text(data, "organisation", ()),
            form=form.id,
            cells=self._amounts(cells, "cells", form),
            previous=self._previous(data, form),
            facts=self._facts(data, form),
        )

    def _error(
        self, code: str, path: tuple[int | str, ...], what: str, hint: str = ""
    ) -> AssistantError:
        return AssistantError(code, f"{self.file.place(path)}{what}。", hint)

    def _refuse_unknown(
        self, data: Mapping[str, object], known: set[str], path: tuple[int | str, ...]
    ) -> None:
        for key in data:
            if key not in known:
                hint = f"可以有的项：{'、'.join(sorted(known))}。"
                raise self._error("E120", (*path, key), f"：不认识的项“{key}”", hint)

    def _mapping(self, data: Mapping[str, object], key: str) -> dict[str, object]:
        value = data.get(key)
        found = {} if value is None else mapping_of(value)
        if found is None:
            raise self._error("E120", (key,), f"：“{key}”应为“编号: 数值”的形式")
        return found

    def _text(self, data: Mapping[str, object], key: str, path: tuple[int | str, ...]) -> str:
        value = data.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self._error("E120", (*path, key), f"：“{key}”应为文字")
        return value

    def _year(self, data: Mapping[str, object]) -> int | None:
        value = data.get("year")
        if value is None:
            return None
        number = as_decimal(value)
        if number is None or number != number.to_integral_value():
            raise self._error("E120", ("year",), "：“year”应为四位年份")
        return int(number)

    def _form(
        self, data: Mapping[str, object], year: int | None, cells: Mapping[str, object]
    ) -> Form:
        """The form named, or in force that year, or holding all cells given."""
        named = data.get("form")
        if named is not None:
            return self.forms.by_id(str(named))
        if year is not None:
            return self.forms.for_year(year)
        fitting = [form for form in self.forms.forms if set(cells) <= set(form.cells)]
        if fitting:
            return fitting[-1]
        raise self._error("E120", (), "：没有写明年度（year）", "请加一行 year: 2020 这样的年度。")

    def _amounts(self, values: Mapping[str, object], key: str, form: Form) -> dict[CellId, Amount]:
        return {cell: self._amount(key, cell, value, form) for cell, value in values.items()}

    def _amount(self, key: str, cell: str, value: object, form: Form) -> Amount:
        column = form.columns_by_cell.get(cell)
        if column is None:
            hint = f"请按“{form.id}”表式的编号填写。"
            raise self._error("E121", (key, cell), f"：没有编号为“{cell}”的格", hint)
        amount = strict_amount(value, column, slash_allowed=True)
        if isinstance(amount, Refused):
            row = form.rows_by_cell[cell]
            what = f"：“{cell}”（{row.label}／{column.label}）写的是“{value}”，{amount.reason}"
            raise self._error("E122", (key, cell), what, amount.hint)
        return amount

    def _previous(self, data: Mapping[str, object], form: Form) -> dict[CellId, Amount]:
        """Last year's cells; they may be those of the form before."""
        found: dict[CellId, Amount] = {}
        for cell, value in self._mapping(data, "previous").items():
            holder = next((own for own in self.forms.forms if cell in own.columns_by_cell), form)
            fitting = form if cell in form.columns_by_cell else holder
            found[cell] = self._amount("previous", cell, value, fitting)
        return found

    def _facts(self, data: Mapping[str, object], form: Form) -> tuple[Fact, ...]:
        values = data.get("facts")
        if values is None:
            return ()
        if not isinstance(values, list | tuple):
            raise self._error("E120", ("facts",), "：“facts”应为列表")
        items = cast("list[object]", values)
        facts = tuple(self._fact(index, item, form) for index, item in enumerate(items))
        ids = [fact.id for fact in facts]
        for index, fact_id in enumerate(ids):
            if fact_id in ids[:index]:
                raise self._error("E125", ("facts", index, "id"), f"：编号“{fact_id}”重复")
        return facts

    def _fact(self, index: int, value: object, form: Form) -> Fact:
        path = ("facts", index)
        data = mapping_of(value)
        if data is None:
            raise self._error("E125", path, "：每项应写明 id、label、value")
        self._refuse_unknown(data, _FACT_KEYS, path)
        number = as_decimal(data.get("value"))
        label = self._text(data, "label", path)
        if number is None or not label:
            raise self._error("E125", path, "：缺少 label，或 value 不是数字")
        named = data.get("previous")
        previous = as_decimal(named)
        if named is not None and previous is None:
            raise self._error("E125", (*path, "previous"), "：previous 不是数字")
        return Fact(
            id=self._text(data, "id", path) if "id" in data else label,
            label=label,
            value=number,
            unit=self._text(data, "unit", path),
            terms=self._terms(data, path),
            aspect=self._aspect(data, path, form),
            previous=previous,
        )

    def _terms(self, data: Mapping[str, object], path: tuple[int | str, ...]) -> tuple[str, ...]:
        value = data.get("terms")
        if value is None:
            return ()
        if not isinstance(value, list | tuple):
            raise self._error("E125", (*path, "terms"), "：terms 应为列表")
        return tuple(str(term) for term in cast("list[object]", value))

    def _aspect(self, data: Mapping[str, object], path: tuple[int | str, ...], form: Form) -> str:
        written = self._text(data, "aspect", path)
        found = aspect_id(written, form)
        if found is None:
            hint = f"可以写：{'、'.join(aspect_titles(form))}。"
            raise self._error("E125", (*path, "aspect"), f"：没有“{written}”这个方面", hint)
        return found


_LAYOUT_HINT = "文件里应有 year、organisation、cells，可以有 previous 和 facts。"


def aspect_titles(form: Form) -> tuple[str, ...]:
    """Titles of the aspects 总体情况 covers."""
    return tuple(aspect.title for section in form.sections for aspect in section.aspects)


def aspect_id(written: str, form: Form) -> str | None:
    """Id of the aspect named by id, title or term; empty for none named, None if unknown."""
    if not written:
        return ""
    for section in form.sections:
        for aspect in section.aspects:
            if written in {aspect.id, aspect.title, *aspect.terms}:
                return aspect.id
    return None
