"""Whatever the figures: what is said as it is raises no alarm, and any change of it does."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.claims import ClaimContext, is_alarm, read_claims
from assistant.forms import load_forms
from assistant.model import Amount, Paragraph, Reading, Statistics
from tests.growth import least_seconds
from tests.properties.consistent_statistics import consistent_statistics
from tests.unit.claims.prose import paragraphs

YEAR = 2025
SENTENCES = (
    ("本年新收政府信息公开申请{}件", ("applications.received.total",)),
    ("上年结转政府信息公开申请{}件", ("applications.carried_in.total",)),
    ("共办结政府信息公开申请{}件", ("applications.results_total.total",)),
    (
        "对政府信息公开申请予以公开{}件、部分公开{}件",
        ("applications.granted.total", "applications.partly_granted.total"),
    ),
    ("政府信息公开申请结转下年度继续办理{}件", ("applications.carried_out.total",)),
    ("因政府信息公开被申请行政复议{}件", ("disputes.review.total",)),
    (
        "制发行政规范性文件{}件，现行有效行政规范性文件{}件",
        ("disclosure.normative_documents.issued", "disclosure.normative_documents.in_force"),
    ),
    (
        "作出行政许可决定{}件、行政处罚决定{}件",
        ("disclosure.licensing.decisions", "disclosure.penalties.decisions"),
    ),
)


def read(text: str, statistics: Statistics) -> tuple[Reading, ...]:
    context = ClaimContext(form=load_forms().for_year(YEAR), statistics=statistics, year=YEAR)
    return read_claims(paragraphs(text), context)


def said(statistics: Statistics, places: list[int]) -> str:
    """The sentences at ``places``, each with its figures."""
    return "\n".join(
        SENTENCES[place][0].format(*(statistics.number(cell) for cell in SENTENCES[place][1]))
        + "。"
        for place in places
    )


ORDERS = st.permutations(range(len(SENTENCES)))


@given(consistent_statistics(YEAR), ORDERS)
def test_what_is_said_as_it_is_raises_no_alarm(statistics: Statistics, order: list[int]) -> None:
    assert [] == [
        claim.span.quote for claim in read(said(statistics, order), statistics) if is_alarm(claim)
    ]


@given(consistent_statistics(YEAR), ORDERS)
def test_every_figure_is_bound_whatever_the_order(statistics: Statistics, order: list[int]) -> None:
    claims = [claim for claim in read(said(statistics, order), statistics) if claim.is_claim]

    expected = [cell for place in order for cell in SENTENCES[place][1]]

    assert expected == [claim.binds[0] for claim in claims]


@given(
    consistent_statistics(YEAR),
    st.integers(0, len(SENTENCES) - 1),
    st.sampled_from((1, -1)),
)
def test_any_cell_that_is_told_is_guarded(statistics: Statistics, place: int, by: int) -> None:
    text = said(statistics, [place])
    cell = SENTENCES[place][1][-1]
    number = statistics.number(cell)
    assert number is not None
    changed = Amount.of(max(number + by, Decimal(0)) if number else Decimal(1))
    wrong = replace(statistics, cells={**statistics.cells, cell: changed})

    assert any(map(is_alarm, read(text, wrong)))


@given(
    st.text(
        alphabet="一三十0123456789件%万（），。、：“”《》〔〕第条年月日申请收到未无均分别其中办结",
        max_size=80,
    )
)
def test_any_text_is_read_with_spans_in_order_that_say_what_stands_there(text: str) -> None:
    readings = read(text, Statistics())
    joined = "\n".join(line.text for line in paragraphs(text))

    assert all(found.span.stands_in(joined) for found in readings)
    tokens = [found.span for found in readings if found.kind is None or found.value is not None]
    assert sorted(tokens) == tokens


HOSTILE: dict[str, str] = {
    "digits": "1234567890",
    "brackets": "（（（（",
    "numbered brackets": "（3件）",
    "one sentence": "收到政府信息公开申请16件，",
    "denials": "未收到",
    "dealt out": "分别3件、2件",
    "titles": "《《",
    "quotes": "“三",
    "shares": "占30%",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_reading_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    short, long = (least_seconds(partial(_read_repeated, unit, n)) for n in (8_000, 32_000))

    assert long < 0.05 + 12 * short


def _read_repeated(unit: str, size: int) -> None:
    text = unit * (size // len(unit))
    context = ClaimContext(form=load_forms().for_year(YEAR))
    read_claims([Paragraph(start=0, text=text)], context)
