"""REF007."""

from collections.abc import Iterator

from assistant.checks.labels import figure
from assistant.checks.listings import Listing, listings
from assistant.checks.rule import Rule, rule
from assistant.checks.statements import sentence_of, snippet
from assistant.checks.subject import Subject
from assistant.model import Outcome, Related, Severity


@rule("REF007", "parts-differ-from-whole", "分项之和与总数不符", Severity.ERROR)
def parts_differ_from_whole(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    正文“共……件，其中甲……件、乙……件”，分项之和是否超过总数；“分别为”列全的，是否等于总数。

    ## 为什么

    列举的分项加起来比总数还多，必有一个数写错。

    ## 怎么改

    核对来源，改总数或改错的分项。

    ## 例外

    “其中”后面可以只列一部分，和小于总数不算；单位不同、有“余”“约”“多”的不加；
    各数都与表格相符的不报。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容应当准确。
    """
    for placed, inside in subject.places.grouped(subject.readings):
        for listing in listings(placed.paragraph, inside):
            yield from _outcome(this, subject, listing)


def _outcome(this: Rule, subject: Subject, listing: Listing) -> Iterator[Outcome]:
    whole = listing.whole.value
    if whole is None or listing.closes_early or _all_agree(listing):
        return
    total = listing.sum
    if total > whole or (listing.exhaustive and total < whole):
        verdict = "多" if total > whole else "少"
        gap = f"{figure(abs(total - whole))}{listing.whole.unit}"
        place = subject.places.name(listing.whole.span)
        written = snippet(subject.report, listing.whole)
        added = "＋".join(figure(part.value) for part in listing.parts if part.value is not None)
        yield this.finding(
            f"{place}写“{written}”，所列分项{added}＝{figure(total)}，比总数{verdict}{gap}。",
            severity=this.severity if total > whole else Severity.WARNING,
            span=listing.whole.span,
            found=whole,
            expected=total,
            related=tuple(Related(label="分项", span=part.span) for part in listing.parts),
            sentence=sentence_of(listing.whole),
        )


def _all_agree(listing: Listing) -> bool:
    return all(reading.agrees is True for reading in (listing.whole, *listing.parts))
