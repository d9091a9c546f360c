"""Points of the section on other matters: 信息处理费, and whatever else the officer gave."""

from collections.abc import Iterator
from decimal import Decimal

from assistant.drafting.figures import Figure, YearFigures
from assistant.drafting.ports import Part, Point
from assistant.drafting.sources import Sources
from assistant.drafting.wording import sentence
from assistant.forms import Form, SectionSpec
from assistant.model import Fact, InformationFee, Notes, Statistics

_FEE_ITEMS = "information_fee.items"
_FEE_AMOUNT = "information_fee.amount"
_ABOUT_FEE = "收取信息处理费的情况"


FEE_FACTS = frozenset({_FEE_ITEMS, _FEE_AMOUNT})
"""Facts that this section tells, and no other."""


def fee_facts(notes: Notes, form: Form, statistics: Statistics) -> tuple[Fact, ...]:
    """The fee as facts the checks can hold prose against: as noted, or none without a request."""
    fee = _fee_known(notes, YearFigures(form=form, statistics=statistics, earlier={}))
    if fee is None:
        return ()
    return (
        Fact(id=_FEE_ITEMS, label="收取信息处理费的申请", value=fee.items, unit="件"),
        Fact(id=_FEE_AMOUNT, label="收取信息处理费", value=fee.amount, unit="元"),
    )


def other_matter_parts(spec: SectionSpec, sources: Sources) -> tuple[Part, ...]:
    """One paragraph: fee where known, other matters or that there are none."""
    points = (*_fee(spec, sources), *_others(sources))
    return (Part(id=spec.id, points=points),)


def other_matter_gaps(spec: SectionSpec, sources: Sources) -> Iterator[str]:
    """What the officer did not supply, in Chinese."""
    if spec.information_fee_required and not tuple(_fee(spec, sources)):
        yield "没有填写信息处理费收取情况，正文没有写，请补充"
    if not sources.notes.other_matters:
        yield "其他需要报告的事项没有填写，正文写为“没有”"


def _fee(spec: SectionSpec, sources: Sources) -> Iterator[Point]:
    noted = sources.notes.information_fee
    fee = _fee_known(sources.notes, sources.figures)
    if fee is not None and (noted is not None or spec.information_fee_required):
        yield _told(fee, sources)


def _told(fee: InformationFee, sources: Sources) -> Point:
    if fee.items == 0 and fee.amount == 0:
        return Point(kind="fee_none", about=_ABOUT_FEE)
    items = sources.names.figure("信息处理费件数", Figure(_FEE_ITEMS, fee.items, "件"))
    amount = sources.names.figure("信息处理费金额", Figure(_FEE_AMOUNT, fee.amount, "元"))
    return Point(kind="fee", about=_ABOUT_FEE, slots={"items": items, "amount": amount})


def _fee_known(notes: Notes, figures: YearFigures) -> InformationFee | None:
    """The fee noted; none where nothing was asked for, since there was nothing to charge for."""
    if notes.information_fee is None and figures.is_zero("applications.due.total"):
        return InformationFee(items=Decimal(0), amount=Decimal(0))
    return notes.information_fee


def _others(sources: Sources) -> Iterator[Point]:
    given = [s for note in sources.notes.other_matters if (s := sentence(note))]
    if given:
        mark = sources.names.words("其他需要报告的事项", "".join(given))
        about = "其他需要报告的事项"
        yield Point(kind="noted", about=about, slots={"notes": mark}, given=tuple(given))
    else:
        yield Point(kind="no_other_matters", about="没有其他需要报告的事项")
