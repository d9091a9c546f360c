from decimal import Decimal

import pytest

from assistant.model import ClaimKind, Fact, Reading
from tests.unit.claims.prose import alarms, claims

NONE = {
    "applications.received.total": "0",
    "applications.carried_in.total": "0",
    "disputes.review.total": "0",
    "disputes.review.corrected": "0",
    "disputes.litigation_direct.total": "0",
    "disputes.litigation_after_review.total": "0",
}
REVIEW, LITIGATION = "disputes.review.total", "=disputes.litigation.total"
RECEIVED = "applications.received.total"
DONE = "=rate(applications.results_total.total/=applications.due.total)"


def statements(text: str, kind: ClaimKind) -> list[Reading]:
    return [claim for claim in claims(text, cells=NONE) if claim.kind is kind]


@pytest.mark.parametrize(
    ("text", "quote", "binds"),
    [
        ("全年未收到政府信息公开申请。", "未收到政府信息公开申请", (RECEIVED,)),
        (
            "也没有因信息公开引发的行政复议、行政诉讼。",
            "也没有因信息公开引发的行政复议、行政诉讼",
            (REVIEW, LITIGATION),
        ),
        ("行政诉讼亦未发生。", "行政诉讼亦未发生", (LITIGATION,)),
        ("依申请公开数量：无。", "依申请公开数量：无", (RECEIVED,)),
        ("本年零申请、零复议。", "零申请、零复议", (RECEIVED, REVIEW)),
        ("无上年结转的申请。", "无上年结转的申请", ("applications.carried_in.total",)),
        ("未被复议机关纠错。", "未被复议机关纠错", ("disputes.review.corrected",)),
        ("未發生行政復議、行政訴訟。", "未發生行政復議、行政訴訟", (REVIEW, LITIGATION)),
        (
            "未收到政府信息公开\n申请。",
            "未收到政府信息公开\n申请",
            ("applications.received.total",),
        ),
        ("四、行政复议、诉讼情况\n无。", "行政复议、诉讼情况\n无", (REVIEW, LITIGATION)),
    ],
)
def test_a_denial_empties_the_cells_it_speaks_of(
    text: str, quote: str, binds: tuple[str, ...]
) -> None:
    found = statements(text, ClaimKind.ZERO)

    assert [quote] == [claim.span.quote for claim in found][:1]
    assert not binds or binds == found[0].binds


def test_a_denial_broken_over_lines_is_read_whole() -> None:
    text = "今年以来，我镇依法畅通各类公开申请的受理渠道，本年没有收到政府信息\n公开申请。"

    (found,) = statements(text, ClaimKind.ZERO)

    assert ("没有收到政府信息\n公开申请", (RECEIVED,)) == (found.span.quote, found.binds)


def test_a_denial_of_what_no_table_holds_is_bound_to_nothing() -> None:
    (found,) = statements("未发生负面舆情。", ClaimKind.ZERO)

    assert ((), None) == (found.binds, found.agrees)


@pytest.mark.parametrize(
    "text",
    [
        "无法提供的，说明理由。",
        "未经审核不得发布。",
        "答复准确无误。",
        "没有现成信息的告知申请人。",
        "无一超期。",
    ],
)
def test_a_negative_word_alone_denies_nothing(text: str) -> None:
    assert [] == statements(text, ClaimKind.ZERO)


@pytest.mark.parametrize(("value", "agrees"), [(0, True), (2, False)])
def test_a_denial_of_what_an_officer_declared_is_held_against_it(value: int, agrees: bool) -> None:
    fact = Fact(id="visits", label="群众投诉", value=Decimal(value), unit="件")

    (found,) = claims("未收到群众投诉。", facts=(fact,))

    assert (("visits",), agrees) == (found.binds, found.agrees)


def test_a_denial_against_the_table_is_an_alarm() -> None:
    assert ["未收到政府信息公开申请"] == alarms("未收到政府信息公开申请。")


@pytest.mark.parametrize(
    ("text", "quote", "bind"),
    [
        ("收到申请16件，均已按期答复。", "均已按期答复", DONE),
        ("收到申请16件。对收到的申请，均依法办结。", "均依法办结", DONE),
        (
            "收到申请16件，全部予以公开。",
            "全部予以公开",
            "=rate(applications.granted.total/=applications.due.total)",
        ),
        ("行政复议4件，现已审结。", "现已审结", "disputes.review.pending"),
        (
            "行政诉讼2件，均在审理中。",
            "均在审理中",
            "=rate(=disputes.litigation.pending/=disputes.litigation.total)",
        ),
    ],
)
def test_all_of_them_speaks_of_the_number_before(text: str, quote: str, bind: str) -> None:
    (found,) = [claim for claim in claims(text) if claim.kind is ClaimKind.ALL]

    assert (quote, (bind,)) == (found.span.quote, found.binds)


def test_how_requests_are_answered_is_no_statement_of_all() -> None:
    text = "收到申请16件。我局健全答复机制，按时限规范答复工作。"

    assert [] == [claim for claim in claims(text) if claim.kind is ClaimKind.ALL]


def test_letters_all_answered_say_nothing_of_applications() -> None:
    (found,) = [claim for claim in claims("群众留言3条已全部办结。") if claim.kind is ClaimKind.ALL]

    assert () == found.binds
