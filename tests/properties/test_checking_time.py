"""The rules take time that grows with the text and no faster, whatever the text is."""

from dataclasses import replace
from functools import partial

import pytest

from assistant.checks import Subject, run
from assistant.claims import ClaimContext, read_claims
from tests.growth import least_seconds
from tests.rules.cases import Case, subject_of

HOSTILE: dict[str, str] = {
    "years": "2021年共收到",
    "titles with years": "《甲》2021年，",
    "open titles": "《《2021年度年度报告",
    "parts": "报告由七个部分组成。",
    "problems counted": "三个问题：一是甲；",
    "first items": "一是甲；",
    "document numbers": "国办函（2021）30号",
    "document names": "政府信息公开工作年度报告格式（试行）",
    "townships": "石桥镇认真，",
    "offices": "石桥局高度重视，",
    "organs without end": "石桥",
    "own reports": "现将石桥镇2021年",
    "addresses": "www.a.cn，",
    "doubled": "的的",
    "placeholders": "XX",
    "channels": "收到政府信息公开申请5件，网络3件，信函1件。",
    "results": "予以公开1件，不予公开2件，共答复5件，",
    "one sentence over and over": "把村级公示栏搬到赶集的街口并由专人每周更换。",
    "sentences nearly alike": "把公示栏搬到赶集的街口甲乙丙丁。把公示栏搬到赶集的街口戊己庚辛。",
    "full stops": "。",
    "periods": "2021年1月1日至2021年",
    "ascii marks": "甲,",
}


def _subject(unit: str, size: int) -> Subject:
    text = unit * (size // len(unit))
    case = Case(
        name="hostile",
        introduction=(text,),
        sections={"1": (text, text), "5": (text,)},
        previous_sections={"1": (text,), "5": (text,)},
        readings=(),
    )
    subject = subject_of(case)
    context = ClaimContext(form=subject.form, statistics=subject.statistics, year=subject.year)
    readings = read_claims(subject.report.prose(), context)
    neighbour = replace(subject.report, organisation="石桥镇人民政府")
    return replace(subject, readings=readings, neighbours=(neighbour,))


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_checking_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    short, long = (least_seconds(partial(run, _subject(unit, size))) for size in (2_000, 16_000))

    assert long < 0.2 + 24 * short
