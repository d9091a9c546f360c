"""What the officer tells in words: work by aspect, problems and measures, fees."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from assistant.model.organisation import Organisation


class FollowUpState(Enum):
    """What became of a problem named last year."""

    MENDED = "mended"
    PARTLY = "partly"
    NOT_MENDED = "not_mended"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One problem of last year's report and what became of it; ``how`` may be empty."""

    problem: str
    state: FollowUpState
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemMeasure:
    """A problem of this year and the measure that answers it."""

    problem: str
    measure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationFee:
    """信息处理费 charged in the year: number of applications and amount in yuan."""

    items: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The officer's notes. ``aspects``: aspect id → sentences, in the officer's own words.

    information_fee is None when nothing was said about it, which is not the same as zero.
    date: the day the report is signed, None if not decided.
    """

    organisation: Organisation | None = None
    aspects: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    follow_ups: tuple[FollowUp, ...] = ()
    problems: tuple[ProblemMeasure, ...] = ()
    information_fee: InformationFee | None = None
    other_matters: tuple[str, ...] = ()
    date: datetime.date | None = None
