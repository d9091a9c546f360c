"""The decisions about a report's findings, kept in a YAML file beside the report."""

import datetime
import io
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field
from ruamel.yaml import YAML

from assistant.datafiles import load_model
from assistant.errors import AssistantError
from assistant.files.file_bytes import decode, read_bytes
from assistant.model import FindingKey, Waiver

SUFFIX = ".waivers.yaml"
_LINE = 1_000_000
_HINT = "每项决定要有“规则”和“理由”，其余照程序写下的保留；要收回一项，删去它即可。"
_HEAD = """\
# 对核对结果的决定：下列各处经核实可以保留，核对时照列，不再计入问题。
# 句子、数值变了，决定即失效。要收回一项，删去它即可。
"""


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _WaiverPart(_Part):
    code: str = Field(alias="规则", pattern=r"^[A-Z]{3}\d{3}$")
    sentence: str = Field(alias="句子", default="")
    quote: str = Field(alias="原文", default="")
    cells: tuple[str, ...] = Field(alias="单元格", default=())
    found: Decimal | None = Field(alias="数值", default=None)
    expected: Decimal | None = Field(alias="应为", default=None)
    related: tuple[str, ...] = Field(alias="相关", default=())
    reason: str = Field(alias="理由", pattern=r"\S")
    date: datetime.date | None = Field(alias="日期", default=None)


class _WaiverFile(_Part):
    waivers: tuple[_WaiverPart, ...] = Field(alias="决定")


def waiver_file_of(report: Path) -> Path:
    """Where the decisions about a report are kept."""
    return report.with_name(report.name + SUFFIX)


def read_waivers(report: Path) -> tuple[Waiver, ...]:
    """The decisions about a report, none without a file.

    Raises AssistantError E10x, E180 naming file and line for one that cannot be read.
    """
    path = waiver_file_of(report)
    if not path.exists():
        return ()
    text = decode(read_bytes(path), path.name)
    try:
        file = load_model(_WaiverFile, text, path.name, "E180")
    except AssistantError as error:
        hint = error.hint if error.hint else _HINT
        raise AssistantError("E180", error.message, hint) from error
    return tuple(_waiver(part) for part in file.waivers)


def _waiver(part: _WaiverPart) -> Waiver:
    key = FindingKey(
        code=part.code,
        sentence=part.sentence,
        quote=part.quote,
        cells=part.cells,
        found=part.found,
        expected=part.expected,
        related=part.related,
    )
    return Waiver(key=key, reason=part.reason, date=part.date)


def waivers_as_yaml(waivers: Iterable[Waiver]) -> bytes:
    """The file's content; what a decision does not hold is left out."""
    yaml = YAML()
    yaml.width = _LINE
    output = io.StringIO()
    yaml.dump({"决定": [_layout(waiver) for waiver in waivers]}, output)
    return (_HEAD + output.getvalue()).encode()


def _layout(waiver: Waiver) -> dict[str, object]:
    key = waiver.key
    layout: dict[str, object] = {
        "规则": key.code,
        "句子": key.sentence,
        "原文": key.quote,
        "单元格": list(key.cells),
        "数值": _number(key.found),
        "应为": _number(key.expected),
        "相关": list(key.related),
        "理由": waiver.reason,
        "日期": waiver.date,
    }
    return {name: value for name, value in layout.items() if value not in (None, "", [])}


def _number(value: Decimal | None) -> str | None:
    """In quotes, so that no reader makes it inexact."""
    return None if value is None else f"{value:f}"
