"""Points of the section 总体情况: an opening, then one part for each aspect of the form."""

from collections.abc import Iterator

from assistant.drafting.applications import application_points, dispute_points
from assistant.drafting.disclosure import disclosure_points
from assistant.drafting.figures import Figure
from assistant.drafting.other_matters import FEE_FACTS
from assistant.drafting.ports import Part, Point
from assistant.drafting.sources import Sources
from assistant.drafting.wording import joined, ordinal, quoted, sentence
from assistant.forms import Aspect, SectionSpec, Table
from assistant.model import Fact

_PROACTIVE = "proactive_disclosure"
_ON_APPLICATION = "disclosure_on_application"
_NEUTRAL = "neutral_"


def overview_parts(spec: SectionSpec, sources: Sources) -> tuple[Part, ...]:
    """Opening, then the aspects that have something to say.

    An aspect nobody told anything about gets a sentence that asserts no deed.
    """
    opening = Part(id="opening", points=(Point(kind="opening", about="开头：全年工作概述"),))
    parts = [(a, tuple(_aspect_points(a, spec, sources))) for a in spec.aspects]
    said = [(a, points if points else _neutral(a, sources)) for a, points in parts]
    headed = [(aspect, points) for aspect, points in said if points]
    rest = tuple(_unplaced(spec, sources))
    return (
        opening,
        *(
            Part(id=aspect.id, heading=f"（{ordinal(at)}）{aspect.title}", points=points)
            for at, (aspect, points) in enumerate(headed, 1)
        ),
        *((Part(id="figures", points=rest),) if rest else ()),
    )


def overview_gaps(spec: SectionSpec, sources: Sources) -> Iterator[str]:
    """Aspects without notes, facts not said, in Chinese."""
    for aspect in spec.aspects:
        if tuple(_aspect_points(aspect, spec, sources)):
            continue
        done = "正文只写了不涉及具体工作的语句" if _neutral(aspect, sources) else "正文没有写"
        yield f"“{aspect.title}”没有填写工作情况，{done}"
    for fact in _work_facts(sources):
        if fact.value == 0:
            yield f"{quoted(fact.label)}为零，正文没有写"


def _neutral(aspect: Aspect, sources: Sources) -> tuple[Point, ...]:
    kind = f"{_NEUTRAL}{aspect.id}"
    if kind not in sources.library.kinds:
        return ()
    return (Point(kind=kind, about=f"{aspect.title}：没有填写时的中性语句"),)


def _aspect_points(aspect: Aspect, spec: SectionSpec, sources: Sources) -> Iterator[Point]:
    yield from _noted(aspect, sources)
    yield from _facts(_facts_of(aspect, spec, sources), sources)
    for table in sources.form.tables:
        if _aspect_of(table) == aspect.id:
            yield from _table_points(table, sources)


def _noted(aspect: Aspect, sources: Sources) -> Iterator[Point]:
    given = [s for note in sources.notes.aspects.get(aspect.id, ()) if (s := sentence(note))]
    if given:
        mark = sources.names.words(f"{aspect.title}工作情况", "".join(given))
        about = f"{aspect.title}的工作情况"
        yield Point(kind="noted", about=about, slots={"notes": mark}, given=tuple(given))


def _facts_of(aspect: Aspect, spec: SectionSpec, sources: Sources) -> list[Fact]:
    """Facts of the aspect; one that names no aspect of the form belongs to the first."""
    known = {other.id for other in spec.aspects}
    home = spec.aspects[0].id
    return [
        fact
        for fact in _work_facts(sources)
        if (fact.aspect if fact.aspect in known else home) == aspect.id and fact.value != 0
    ]


def _work_facts(sources: Sources) -> list[Fact]:
    """Facts about work done; what the section on other matters reports is not among them."""
    return [fact for fact in sources.statistics.facts if fact.id not in FEE_FACTS]


def _facts(facts: list[Fact], sources: Sources) -> Iterator[Point]:
    items = [
        sources.names.label(fact.label)
        + sources.names.figure(fact.label, Figure(fact.id, fact.value, fact.unit, fact.previous))
        for fact in facts
    ]
    if items:
        yield Point(kind="facts", about="表格以外的工作数量", slots={"items": joined(items)})


def _table_points(table: Table, sources: Sources) -> Iterator[Point]:
    match table.id:
        case "applications":
            yield from application_points(table, sources.figures, sources.names)
        case "disputes":
            yield from dispute_points(table, sources.figures, sources.names)
        case _:
            level = sources.organisation.level
            yield from disclosure_points(table, sources.figures, level, sources.names)


def _aspect_of(table: Table) -> str:
    return _ON_APPLICATION if table.id in {"applications", "disputes"} else _PROACTIVE


def _unplaced(spec: SectionSpec, sources: Sources) -> Iterator[Point]:
    """Figures of tables whose aspect the form does not name."""
    known = {aspect.id for aspect in spec.aspects}
    if not known:
        yield from _facts([fact for fact in _work_facts(sources) if fact.value != 0], sources)
    for table in sources.form.tables:
        if _aspect_of(table) not in known:
            yield from _table_points(table, sources)
