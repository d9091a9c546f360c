"""Asks for what the tables do not hold: the organ, work by aspect, problems, fees, facts."""

import re
from collections.abc import Generator, Iterable
from decimal import Decimal

from assistant.app.questions import AnswerError, Question, count_of, figure_of
from assistant.forms import Aspect
from assistant.model import (
    Fact,
    FollowUp,
    FollowUpState,
    InformationFee,
    Organisation,
    ProblemMeasure,
    bare_name,
    level_of,
)
from assistant.numerals import parse

_STATES = {
    "已整改": FollowUpState.MENDED,
    "部分整改": FollowUpState.PARTLY,
    "未整改": FollowUpState.NOT_MENDED,
}
_MOST = 20
_FACT = re.compile(
    r"(?P<label>[^=＝]{1,60})[=＝]\s*(?P<number>[^\s\u4e00-\u9fff]{1,30})\s*(?P<unit>\S{0,10})"
)


def ask_organisation(known: str) -> Generator[Question, str, Organisation]:
    """Asks for the organ's full and short name; ``known`` is what last year's report tells."""
    name = known
    if not name:
        name = yield Question(key="organisation.name", text="机关全称（与落款一致）")
    short = yield Question(
        key="organisation.short", text="正文里怎样简称本机关", default=bare_name(name)
    )
    return Organisation(name=name, short_name=short, level=level_of(name))


def ask_work(aspects: Iterable[Aspect]) -> Generator[Question, str, dict[str, tuple[str, ...]]]:
    """Asks for one line of work per aspect; an empty line leaves the aspect out."""
    notes: dict[str, tuple[str, ...]] = {}
    for aspect in aspects:
        line = yield Question(
            key=f"work.{aspect.id}",
            text=f"{aspect.title}：今年做了什么（一两句话，可不填）",
            default="",
        )
        if line:
            notes[aspect.id] = (line if line.endswith("。") else f"{line}。",)
    return notes


def ask_facts(aspects: Iterable[Aspect]) -> Generator[Question, str, tuple[Fact, ...]]:
    """Asks for quantities no table holds, one a line, until an empty line."""
    first = next(iter(aspects), None)
    aspect = "" if first is None else first.id
    facts: list[Fact] = []
    while len(facts) < _MOST:
        line = yield Question(
            key=f"fact.{len(facts) + 1}",
            text="表外数据，如“政府网站公开信息=126条”（没有了直接回车）",
            default="",
            understand=_fact_or_nothing,
        )
        if not line:
            break
        facts.append(_fact(line, f"fact.{len(facts) + 1}", aspect))
    return tuple(facts)


def _fact_or_nothing(line: str) -> Fact | None:
    return _fact(line, "fact", "") if line else None


def _fact(line: str, key: str, aspect: str) -> Fact:
    match = _FACT.fullmatch(line.strip())
    value = None if match is None else parse(match["number"])
    if match is None or value is None:
        raise AnswerError("请写成“名称=数量单位”，如“举办培训=2次”。")
    return Fact(
        id=key, label=match["label"].strip(), value=value, unit=match["unit"], aspect=aspect
    )


def ask_follow_ups(problems: Iterable[str]) -> Generator[Question, str, tuple[FollowUp, ...]]:
    """Asks what became of each problem last year's report named."""
    follow_ups: list[FollowUp] = []
    for number, problem in enumerate(problems, start=1):
        state = yield Question(
            key=f"follow.{number}.state",
            text=f"上年问题“{problem}”现在怎样",
            choices=tuple(_STATES),
        )
        how = yield Question(
            key=f"follow.{number}.how", text="做了什么（一句话，可不填）", default=""
        )
        follow_ups.append(FollowUp(problem=problem, state=_STATES[state], how=how.rstrip("。")))
    return tuple(follow_ups)


def ask_problems() -> Generator[Question, str, tuple[ProblemMeasure, ...]]:
    """Asks for this year's problems, each with the measure that answers it."""
    pairs: list[ProblemMeasure] = []
    while len(pairs) < _MOST:
        number = len(pairs) + 1
        problem = yield Question(
            key=f"problem.{number}", text="今年存在的问题（没有了直接回车）", default=""
        )
        if not problem:
            break
        measure = yield Question(key=f"measure.{number}", text="对应的改进措施")
        pairs.append(ProblemMeasure(problem=problem.rstrip("。"), measure=measure.rstrip("。")))
    return tuple(pairs)


def ask_fee(due: Decimal | None) -> Generator[Question, str, InformationFee | None]:
    """Asks for 信息处理费; without any application there can be none, so nothing is asked."""
    if due is not None and due == 0:
        return None
    items = count_of(
        (
            yield Question(
                key="fee.items", text="收取信息处理费的申请（件，没有写 0）", understand=count_of
            )
        )
    )
    if items == 0:
        return InformationFee(items=Decimal(0), amount=Decimal(0))
    amount = yield Question(key="fee.amount", text="共收取信息处理费（元）", understand=figure_of)
    return InformationFee(items=items, amount=figure_of(amount))
