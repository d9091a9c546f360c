"""WRD015."""

import re
from collections.abc import Iterator

from assistant.checks.organ_names import can_end_as
from assistant.checks.phrases import has_any, words
from assistant.checks.places import Placed, sentence_around
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.model import Level, Outcome, Severity, level_of

_OPENS = r"(?:^|(?<=[。；，：,;:\n年度])|(?<=全年|今年|年来))"
_TOWNSHIP = re.compile(
    _OPENS + r"([\u4e00-\u9fff]{1,10}?(?:镇|乡|街道)(?:人民政府|办事处|党委政府|党工委|党委|政府)?)"
)
_DEPARTMENT = re.compile(_OPENS + r"([\u4e00-\u9fff]{2,14}?(?:局|委员会|厅))")
_SEAT = re.compile(r"(?:人民政府|办事处|党委政府|党工委|党委|政府)$")
_SHORTEST_NAME = 2
_COUNTY = re.compile(r"[\u4e00-\u9fff]{2}县")
_COUNTY_SITE = re.compile(
    r"(?:依托|登录|登陆|访问|通过|利用)([\u4e00-\u9fff]{2,3}县)(?:人民)?政府(?:门户)?网"
)
_PATTERNS = {
    Level.TOWNSHIP: (_TOWNSHIP, "acts_as_author"),
    Level.DEPARTMENT: (_DEPARTMENT, "acts_as_author_firmly"),
}


@rule("WRD015", "other-organ-named", "把别的机关写成了本机关", Severity.WARNING)
def other_organ_named(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    正文里以本机关的口气说话的句子，主语是不是别的镇、别的局；所说的县政府网站是不是外县的。

    ## 为什么

    别单位的名字留在报告里，是照抄最难看的痕迹，曾多次被网民指出。

    ## 怎么改

    改成本机关；确实说的是别的机关，写明它与本项工作的关系。

    ## 例外

    上级机关、简称、“全市”“全县”不算；结对、交流、移交、会同一类的句子不算。市县政府和政府办公室的报告
    要列举下级机关，不核。只提醒。

    ## 依据

    国办公开办函〔2021〕30号（四）：内容雷同、敷衍塞责的追责。
    """
    own, level = subject.report.organisation, subject.level
    if not own or level not in _PATTERNS or level_of(own) is Level.REGION:
        yield this.skip("读不出机关名称，或市县政府的报告本来要列举下级机关")
        return
    pattern, verbs = _PATTERNS[level]
    for placed in subject.places.paragraphs:
        if placed.is_body:
            text = placed.paragraph.text
            named = _authors(text, pattern, words(verbs))
            for found in (*named, *_foreign_sites(text, own)):
                yield from _outcome(this, subject, placed, found)


def _authors(
    text: str, pattern: re.Pattern[str], verbs: tuple[str, ...]
) -> Iterator[re.Match[str]]:
    """Names at the head of a clause that do what the report's own organ does."""
    for found in pattern.finditer(text):
        if text.startswith(verbs, found.end()) and not _is_no_name(found[1]):
            yield found


def _is_no_name(name: str) -> bool:
    """我镇政府, 各乡镇, 全局: words that end like a name."""
    stem = _SEAT.sub("", name)
    if stem.endswith(words("no_organ_name")) or name.startswith(words("no_organ_opens")):
        return True
    kind = "街道" if stem.endswith("街道") else stem[-1:]
    return len(stem) - len(kind) < _SHORTEST_NAME


def _foreign_sites(text: str, own: str) -> Iterator[re.Match[str]]:
    county = _COUNTY.search(own)
    if county is None:
        return
    for found in _COUNTY_SITE.finditer(text):
        if not found[1].endswith((county[0], *words("no_county_name"))):
            yield found


def _outcome(
    this: Rule, subject: Subject, placed: Placed, found: re.Match[str]
) -> Iterator[Outcome]:
    own, name = subject.report.organisation, found[1]
    sentence = sentence_around(placed.paragraph, found.start(1), found.end(1))
    if can_end_as(own, name) or has_any(sentence, words("other_organ_excused")):
        return
    yield this.finding(
        f"{placed.name}写“{name}”，报告的机关是“{own}”。",
        span=placed.paragraph.span(found.start(1), found.end(1)),
        sentence=sentence,
    )
