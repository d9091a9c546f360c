"""The outcome of a merge as text: what was counted, what is missing, what differs."""

from collections.abc import Iterable, Iterator

from assistant.model import (
    Amount,
    AmountState,
    CellDifference,
    Comparison,
    MergedFile,
    MergeResult,
)
from assistant.reporting.text import printable

_SHOWN = 3
_WORDS = {
    AmountState.BLANK: "空白",
    AmountState.NOT_APPLICABLE: "不适用",
    AmountState.UNREADABLE: "读不懂",
}


def merge_as_text(result: MergeResult) -> str:
    """Head, files, missing units, cells left open, differences, cautions."""
    blocks = [
        _head(result),
        "\n".join(_missing(result)),
        "\n".join(_files(result.files)),
        "\n".join(_open(result)),
        "" if result.comparison is None else "\n".join(_compared(result.comparison)),
        "\n".join(f"请留意：{printable(caution)}" for caution in result.cautions),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(result: MergeResult) -> str:
    statistics = result.statistics
    name = f"{printable(statistics.organisation)}　" if statistics.organisation else ""
    numbers = sum(1 for amount in statistics.cells.values() if amount.number is not None)
    return (
        f"{name}{statistics.year}年　表式 {statistics.form}\n"
        f"计入 {len(result.counted)} 个单位，{len(statistics.cells)} 格里合计出 {numbers} 格。"
    )


def _missing(result: MergeResult) -> Iterator[str]:
    if result.listed is None:
        yield "没有给出单位名单（--units），不知道缺哪些单位。"
        return
    there = result.listed - len(result.missing)
    yield f"名单上 {result.listed} 个单位，计入 {there} 个，缺 {len(result.missing)} 个。"
    yield from (f"  缺 {printable(name)}" for name in result.missing)


def _files(files: Iterable[MergedFile]) -> Iterator[str]:
    told = [file for file in files if file.failure is not None or file.remark]
    if told:
        yield "文件"
    for file in told:
        if file.failure is not None:
            reason = f"错误 {file.failure.code}：{printable(file.failure.message)}没有计入。"
        else:
            reason = f"{printable(file.remark)}。"
        yield f"  {printable(file.file)}　{reason}"


def _open(result: MergeResult) -> Iterator[str]:
    """By unit: that is whom the officer has to ask."""
    if result.not_additive:
        yield f"有 {len(result.not_additive)} 格不能相加，没有合计。"
    units: dict[tuple[str, str], list[str]] = {}
    for cell in result.open_cells:
        for state, names in (
            ("空白", cell.blank),
            ("写的是不适用", cell.not_applicable),
            ("写的读不懂", cell.unreadable),
        ):
            for name in names:
                units.setdefault((name, state), []).append(cell.label)
    if units:
        yield f"有 {len(result.open_cells)} 格在有的单位不是数字，合计里只有填了数的单位"
    for (name, state), labels in units.items():
        shown = "、".join(printable(label) for label in labels[:_SHOWN])
        more = "等" if len(labels) > _SHOWN else ""
        yield f"  {printable(name)}　{len(labels)} 格{state}：{shown}{more}"


def _compared(comparison: Comparison) -> Iterator[str]:
    file = printable(comparison.file)
    if not comparison.differences:
        yield f"“{file}”的 {comparison.compared} 格与各单位之和全部相符。"
        return
    numbers = [found for found in comparison.differences if found.difference is not None]
    others = [found for found in comparison.differences if found.difference is None]
    compared = f"（共比较 {comparison.compared} 格）"
    yield f"“{file}”有 {len(numbers)} 格的数字与各单位之和不同{compared}"
    yield from map(_difference, numbers)
    if others:
        yield f"“{file}”另有 {len(others)} 格与各单位之和只有一边是数字"
        yield from map(_difference, others)


def _difference(found: CellDifference) -> str:
    given, merged = _shown(found.given), _shown(found.merged)
    if found.difference is None:
        by = ""
    else:
        by = f"，{'多' if found.difference > 0 else '少'} {abs(found.difference):f}"
    return f"  {printable(found.label)}：汇总报告 {given}，各单位之和 {merged}{by}"


def _shown(amount: Amount | None) -> str:
    if amount is None:
        return "没有这一格"
    return _WORDS[amount.state] if amount.number is None else f"{amount.number:f}"
