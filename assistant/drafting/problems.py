"""Points of the section on problems: last year's followed up, this year's with measures."""

from collections.abc import Iterator

from assistant.drafting.ports import Part, Point
from assistant.drafting.previous_problems import read_problems
from assistant.drafting.sources import Sources
from assistant.drafting.wording import listed, numbered, quoted, tidy
from assistant.forms import SectionSpec
from assistant.model import FollowUp, FollowUpState

_STATES = {
    FollowUpState.MENDED: "follow_up_mended",
    FollowUpState.PARTLY: "follow_up_partly",
    FollowUpState.NOT_MENDED: "follow_up_not_mended",
}

_NEUTRAL = Point(kind="no_problems_given", about="没有填写问题时的中性语句")


def problem_parts(spec: SectionSpec, sources: Sources) -> tuple[Part, ...]:
    """Paragraphs of the section; without notes nothing is asserted that happened."""
    parts = (
        Part(id="follow_ups", points=tuple(_followed_up(spec, sources))),
        Part(id="problems", points=tuple(_problems(sources))),
        Part(id="measures", points=tuple(_measures(sources))),
    )
    said = tuple(part for part in parts if part.points)
    return said if said else (Part(id="neutral", points=(_NEUTRAL,)),)


def problem_gaps(spec: SectionSpec, sources: Sources) -> Iterator[str]:
    """What the officer did not supply, in Chinese."""
    pairs = _pairs(sources)
    if not pairs:
        yield "没有填写本年存在的问题和改进措施，正文没有写"
    for problem, measure in pairs:
        if not measure:
            yield f"问题{quoted(problem)}没有填写改进措施"
    if not sources.notes.follow_ups and _last_years(spec, sources):
        yield "没有填写上年问题的整改情况，正文没有写整改结果"


def _followed_up(spec: SectionSpec, sources: Sources) -> Iterator[Point]:
    about = "上年度报告提出的问题的整改情况"
    told = [item for item in sources.notes.follow_ups if tidy(item.problem)]
    if told:
        given = tuple(_follow_up(item, sources) for item in told)
        mark = sources.names.words("上年问题整改情况", listed(given))
        yield Point(kind="followed_up", about=about, slots={"items": mark}, given=given)
        return
    found = _last_years(spec, sources)
    if found:
        mark = sources.names.words("上年问题", "".join(map(quoted, found)))
        yield Point(kind="to_be_followed_up", about=about, slots={"items": mark}, given=found)


def _last_years(spec: SectionSpec, sources: Sources) -> tuple[str, ...]:
    """Problems that last year's report named; its figures are not repeated as this year's."""
    section = None if sources.previous is None else sources.previous.section(spec.number)
    found = () if section is None else read_problems(section)
    return tuple(problem for problem in found if not any(sign.isdigit() for sign in problem))


def _follow_up(item: FollowUp, sources: Sources) -> str:
    how = tidy(item.how)
    slots = {"problem": quoted(item.problem), "how": f"{how}，" if how else ""}
    return sources.say(_STATES[item.state], slots)


def _pairs(sources: Sources) -> list[tuple[str, str]]:
    """This year's problems with their measures; a measure may be missing."""
    pairs = [(tidy(p.problem), tidy(p.measure)) for p in sources.notes.problems]
    return [(problem, measure) for problem, measure in pairs if problem]


def _problems(sources: Sources) -> Iterator[Point]:
    answered = [problem for problem, measure in _pairs(sources) if measure]
    open_ones = [problem for problem, measure in _pairs(sources) if not measure]
    about = "本年存在的主要问题"
    if answered:
        mark = sources.names.words("本年问题", numbered(answered))
        kind = "problems" if len(answered) > 1 else "problem"
        yield Point(kind=kind, about=about, slots={"items": mark}, given=tuple(answered))
    if open_ones:
        mark = sources.names.words("本年其他问题", "".join(map(quoted, open_ones)))
        kind = "further_problems" if answered else "problems_only"
        yield Point(kind=kind, about=about, slots={"items": mark}, given=tuple(open_ones))


def _measures(sources: Sources) -> Iterator[Point]:
    given = [measure for _, measure in _pairs(sources) if measure]
    about = "与本年问题逐一对应的改进措施"
    if given:
        mark = sources.names.words("改进措施", numbered(given))
        kind = "measures" if len(given) > 1 else "measure"
        yield Point(kind=kind, about=about, slots={"items": mark}, given=tuple(given))
