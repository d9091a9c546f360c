"""The officer's work notes: a YAML file with Chinese keys."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from assistant.datafiles import line_of, load_model
from assistant.errors import AssistantError
from assistant.files.file_bytes import decode, read_bytes
from assistant.files.read_statistics import aspect_id, aspect_titles
from assistant.forms import Form
from assistant.model import (
    Fact,
    FollowUp,
    FollowUpState,
    InformationFee,
    Level,
    Notes,
    Organisation,
    ProblemMeasure,
)

Item = TypeVar("Item")

_LEVELS: Mapping[str, Level] = {
    "乡镇街道": Level.TOWNSHIP,
    "部门": Level.DEPARTMENT,
    "县级以上政府": Level.REGION,
}
_STATES: Mapping[str, FollowUpState] = {
    "已整改": FollowUpState.MENDED,
    "部分整改": FollowUpState.PARTLY,
    "未整改": FollowUpState.NOT_MENDED,
}


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _OrganisationPart(_Part):
    name: str = Field(alias="全称", min_length=1)
    short_name: str = Field(alias="简称", default="")
    self_designation: str = Field(alias="自称", default="")
    level: Literal["乡镇街道", "部门", "县级以上政府"] | None = Field(alias="级别", default=None)


class _FollowUpPart(_Part):
    problem: str = Field(alias="问题", min_length=1)
    state: Literal["已整改", "部分整改", "未整改"] = Field(alias="进展")
    how: str | None = Field(alias="说明", default=None)


class _ProblemPart(_Part):
    problem: str = Field(alias="问题", min_length=1)
    measure: str = Field(alias="措施", min_length=1)


class _FeePart(_Part):
    items: Decimal = Field(alias="件数", ge=0)
    amount: Decimal = Field(alias="金额", ge=0)


class _FactPart(_Part):
    id: str = Field(alias="编号", default="")
    label: str = Field(alias="名称", min_length=1)
    value: Decimal = Field(alias="数值")
    unit: str = Field(alias="单位", default="")
    terms: tuple[str, ...] = Field(alias="别名", default=())
    aspect: str = Field(alias="方面", default="")
    previous: Decimal | None = Field(alias="上年", default=None)


class _NotesFile(_Part):
    organisation: _OrganisationPart | None = Field(alias="机关", default=None)
    work: dict[str, tuple[str, ...] | str | None] | None = Field(alias="工作", default=None)
    follow_ups: tuple[_FollowUpPart, ...] | None = Field(alias="上年问题", default=None)
    problems: tuple[_ProblemPart, ...] | None = Field(alias="今年问题", default=None)
    fee: _FeePart | None = Field(alias="信息处理费", default=None)
    other: tuple[str, ...] | None = Field(alias="其他事项", default=None)
    facts: tuple[_FactPart, ...] | None = Field(alias="数据", default=None)
    date: datetime.date | None = Field(alias="落款日期", default=None)


def read_notes(path: Path, form: Form) -> tuple[Notes, tuple[Fact, ...]]:
    """Notes and facts of a work notes file. Raises AssistantError E130 with file and line."""
    text = decode(read_bytes(path), path.name)
    file = load_model(_NotesFile, text, path.name, "E130")
    aspects = _Aspects(form, path.name, text)
    notes = Notes(
        organisation=_organisation(file.organisation),
        aspects=aspects.sentences({} if file.work is None else file.work),
        follow_ups=tuple(
            FollowUp(
                problem=part.problem,
                state=_STATES[part.state],
                how="" if part.how is None else part.how,
            )
            for part in _items(file.follow_ups)
        ),
        problems=tuple(
            ProblemMeasure(problem=part.problem, measure=part.measure)
            for part in _items(file.problems)
        ),
        information_fee=None
        if file.fee is None
        else InformationFee(items=file.fee.items, amount=file.fee.amount),
        other_matters=_items(file.other),
        date=file.date,
    )
    facts = tuple(aspects.fact(i, part) for i, part in enumerate(_items(file.facts)))
    return notes, facts


def _items(values: tuple[Item, ...] | None) -> tuple[Item, ...]:
    return () if values is None else values


def _organisation(part: _OrganisationPart | None) -> Organisation | None:
    if part is None:
        return None
    return Organisation(
        name=part.name,
        short_name=part.short_name,
        self_designation=part.self_designation,
        level=None if part.level is None else _LEVELS[part.level],
    )


class _Aspects:
    """Finds aspects by title and tells the line of one that is none."""

    def __init__(self, form: Form, name: str, text: str) -> None:
        self._form = form
        self._name = name
        self._text = text

    def sentences(
        self, work: Mapping[str, tuple[str, ...] | str | None]
    ) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for title, written in work.items():
            aspect = self._id(title, ("工作", title))
            sentences = (written,) if isinstance(written, str) else _items(written)
            found[aspect] = (*found.get(aspect, ()), *sentences)
        return found

    def fact(self, index: int, part: _FactPart) -> Fact:
        return Fact(
            id=part.id if part.id else part.label,
            label=part.label,
            value=part.value,
            unit=part.unit,
            terms=part.terms,
            aspect=self._id(part.aspect, ("数据", index, "方面")) if part.aspect else "",
            previous=part.previous,
        )

    def _id(self, title: str, path: tuple[int | str, ...]) -> str:
        found = aspect_id(title, self._form)
        if found:
            return found
        line = line_of(self._text, path)
        where = "" if line is None else f"第 {line} 行"
        hint = f"可以写：{'、'.join(aspect_titles(self._form))}。"
        message = f"文件“{self._name}”{where}：没有“{title}”这个方面。"
        raise AssistantError("E130", message, hint)
