"""Which of the files in a folder are counted: the right year, each unit once, units listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from assistant.app.unit_figures import UnitFigures
from assistant.errors import AssistantError
from assistant.files.file_bytes import decode, read_bytes
from assistant.model import (
    CellId,
    Level,
    MergedFile,
    bare_name,
    level_of,
    same_organisation,
    same_unit,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitList:
    """The units that make up a county, as somebody wrote them down."""

    names: tuple[str, ...]

    def entry_of(self, organisation: str) -> str | None:
        """The listed name of an organisation: the very name before one that may mean it."""
        for alike in (_same_name, same_unit, same_organisation):
            found = [name for name in self.names if alike(name, organisation)]
            if found:
                return found[0] if len(found) == 1 else None
        return None


def _same_name(one: str, other: str) -> bool:
    return bare_name(one) == bare_name(other)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The units counted, every file with what became of it, and the listed units not counted."""

    counted: tuple[UnitFigures, ...]
    files: tuple[MergedFile, ...]
    missing: tuple[str, ...]


def read_unit_list(path: Path) -> UnitList:
    """One name a line; empty lines and lines that begin with # are passed over.

    Raises AssistantError E1xx for a file that is no text, E173 for a name listed twice or none.
    """
    text = decode(read_bytes(path), path.name)
    lines = [line.strip().lstrip("\ufeff") for line in text.splitlines()]
    names = [line for line in lines if line and not line.startswith("#")]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None or not names:
        what = "里没有单位名称" if twice is None else f"里“{twice}”写了两次"
        raise AssistantError("E173", f"单位名单“{path.name}”{what}。", "一行写一个单位的全称。")
    return UnitList(names=tuple(names))


def chosen(
    figures: Sequence[UnitFigures], year: int, units: UnitList | None, county: str
) -> Choice:
    """Decides about every file; in doubt it is not counted, and the reason is told."""
    files: dict[str, MergedFile] = {}
    fit: list[UnitFigures] = []
    for unit in figures:
        refused = _refused(unit, year, units, county)
        if refused is None:
            fit.append(unit)
        else:
            files[unit.file] = refused
    for group in _by_unit(fit):
        files.update((file.file, file) for file in _settled(group))
    counted = tuple(unit for unit in figures if files[unit.file].counted)
    names = () if units is None else units.names
    present = {units.entry_of(unit.organisation) for unit in counted} if units else set[str]()
    return Choice(
        counted=counted,
        files=tuple(files[unit.file] for unit in figures),
        missing=tuple(name for name in names if name not in present),
    )


def _by_unit(figures: Sequence[UnitFigures]) -> list[list[UnitFigures]]:
    """The files of each unit together; a file without a name stands alone."""
    groups: list[list[UnitFigures]] = []
    for unit in figures:
        own = next((g for g in groups if any(_alike(unit, other) for other in g)), None)
        if own is None:
            groups.append([unit])
        else:
            own.append(unit)
    return groups


def _alike(one: UnitFigures, other: UnitFigures) -> bool:
    return same_unit(one.organisation, other.organisation)


def _refused(
    unit: UnitFigures, year: int, units: UnitList | None, county: str
) -> MergedFile | None:
    """What is told of a file that cannot be counted whatever else there is."""
    if unit.failure is not None:
        return MergedFile(file=unit.file, failure=unit.failure)
    if county and unit.organisation == county:
        return _file(unit, "是汇总单位自己的报告，没有计入", harmless=True)
    if unit.year is not None and unit.year != year:
        return _file(unit, f"是 {unit.year} 年度的，没有计入")
    if unit.form is None or not unit.cells:
        return _file(unit, "没有读到统计表，没有计入")
    if units is not None and units.entry_of(unit.organisation) is None:
        return _file(unit, "不在单位名单里，没有计入")
    return None


def _settled(group: Sequence[UnitFigures]) -> Iterator[MergedFile]:
    """Of several files of one unit the fullest is counted, if the others agree with it."""
    fullest = max(group, key=lambda unit: len(_numbers(unit)))
    agree = all(_agree(unit, fullest) for unit in group)
    for unit in group:
        if not agree:
            yield _file(unit, f"“{unit.name}”有 {len(group)} 份数字不同的材料，都没有计入")
        elif unit is fullest:
            yield _file(unit, "；".join(_cautions(unit)), counted=True)
        else:
            yield _file(unit, f"与“{fullest.file}”数字相同，没有重复计入", harmless=True)


def _file(
    unit: UnitFigures, remark: str, *, counted: bool = False, harmless: bool = False
) -> MergedFile:
    return MergedFile(
        file=unit.file,
        organisation=unit.organisation,
        counted=counted,
        harmless=harmless,
        remark=remark,
    )


def _numbers(unit: UnitFigures) -> dict[CellId, Decimal]:
    return {cell: a.number for cell, a in unit.cells.items() if a.number is not None}


def _agree(one: UnitFigures, other: UnitFigures) -> bool:
    """Whether no cell holds two different numbers."""
    first, second = _numbers(one), _numbers(other)
    return all(first[cell] == second[cell] for cell in first.keys() & second.keys())


def _cautions(unit: UnitFigures) -> Iterator[str]:
    if not unit.organisation:
        yield "读不出单位名称"
    if unit.year is None:
        yield "没有写明年度"
    if unit.organisation and level_of(unit.organisation) is Level.REGION:
        yield "像是一级政府的汇总报告，请确认没有重复计数"
