"""What each narrative section must say this year, from form, figures, notes and last year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.drafting.figures import Collector
from assistant.drafting.other_matters import other_matter_gaps, other_matter_parts
from assistant.drafting.overview import overview_gaps, overview_parts
from assistant.drafting.phrases import EVERYWHERE, load_phrases
from assistant.drafting.placeholders import Placeholder, names_in
from assistant.drafting.ports import Length, Part, Point, SectionTask
from assistant.drafting.problems import problem_gaps, problem_parts
from assistant.drafting.sources import Sources
from assistant.drafting.wording import book_title
from assistant.errors import AssistantError
from assistant.forms import Form, SectionSpec
from assistant.model import Notes, Organisation, Report, Statistics


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Everything a draft is made from.

    introduction: as a task of its own, number 0, which no model is asked to write.
    left_out: in Chinese, what was not supplied and is therefore not said, or said neutrally.
    """

    form: Form
    year: int
    organisation: Organisation
    statistics: Statistics
    introduction: SectionTask
    tasks: tuple[SectionTask, ...]
    placeholders: Mapping[str, Placeholder]
    left_out: tuple[str, ...] = ()


def make_outline(
    form: Form,
    statistics: Statistics,
    notes: Notes,
    organisation: Organisation,
    previous: Report | None = None,
) -> Outline:
    """The outline of this year's report.

    Raises AssistantError E166 when the statistics do not say which year they are of.
    """
    if statistics.year is None:
        raise AssistantError("E166", "统计数据没有写明年度。", "请在统计表里填写年度。")
    sources = Sources(
        form=form,
        year=statistics.year,
        statistics=statistics,
        notes=notes,
        organisation=organisation,
        previous=previous,
        library=load_phrases(),
        names=Collector(),
    )
    _add_names(sources)
    specs = [spec for spec in form.sections if spec.table is None]
    parts = {spec.number: _parts(spec, sources) for spec in specs}
    return Outline(
        form=form,
        year=sources.year,
        organisation=organisation,
        statistics=statistics,
        introduction=_introduction(sources),
        tasks=tuple(_task(spec, parts[spec.number], sources) for spec in specs),
        placeholders=dict(sources.names.found),
        left_out=tuple(gap for spec in specs for gap in _gaps(spec, sources)),
    )


def _parts(spec: SectionSpec, sources: Sources) -> tuple[Part, ...]:
    match spec.id:
        case "overview":
            return overview_parts(spec, sources)
        case "problems":
            return problem_parts(spec, sources)
        case "other_matters":
            return other_matter_parts(spec, sources)
        case _:
            return (Part(id=spec.id, points=(Point(kind="nothing", about=spec.title),)),)


def _gaps(spec: SectionSpec, sources: Sources) -> Iterator[str]:
    match spec.id:
        case "overview":
            yield from overview_gaps(spec, sources)
        case "problems":
            yield from problem_gaps(spec, sources)
        case "other_matters":
            yield from other_matter_gaps(spec, sources)
        case _:
            yield f"“{spec.title}”没有可写的内容"


def _add_names(sources: Sources) -> None:
    """Placeholders every phrase may use."""
    organisation, names = sources.organisation, sources.names
    names.words("机关名称", organisation.name)
    names.words("机关", _self_designation(sources))
    names.words("年度", f"{sources.year}年")
    names.words("上年度", f"{sources.year - 1}年")


def _self_designation(sources: Sources) -> str:
    organisation = sources.organisation
    if organisation.self_designation:
        return organisation.self_designation
    return sources.library.self_designation(organisation.name)


def _introduction(sources: Sources) -> SectionTask:
    form, names, year = sources.form, sources.names, sources.year
    period = f"{year}年{form.period.starts}至{year}年{form.period.ends}"
    document = f"{book_title(form.source.title)}（{form.source.number}）"
    slots = {
        "document": names.words("格式文件", document),
        "period": names.words("统计期", period),
    }
    point = Point(kind="introduction", about="编制依据和统计期", slots=slots)
    spec = SectionSpec(number=0, id="introduction", title="")
    return _task(spec, (Part(id="introduction", points=(point,)),), sources)


def _task(spec: SectionSpec, parts: tuple[Part, ...], sources: Sources) -> SectionTask:
    wanted = sources.library.length(spec.id)
    return SectionTask(
        number=spec.number,
        id=spec.id,
        title=spec.title,
        year=sources.year,
        organisation=sources.organisation,
        parts=parts,
        placeholders=_offered(parts, sources),
        length=Length(least=wanted.least, most=wanted.most),
        previous=_previous(spec, sources.previous),
    )


def _previous(spec: SectionSpec, previous: Report | None) -> tuple[str, ...]:
    section = None if previous is None else previous.section(spec.number)
    return () if section is None else tuple(p.text for p in section.paragraphs)


def _offered(parts: tuple[Part, ...], sources: Sources) -> Mapping[str, Placeholder]:
    """The placeholders its points name, and those any text may use."""
    slots = [text for part in parts for point in part.points for text in point.slots.values()]
    named = {name for text in slots for name in names_in(text)} | EVERYWHERE
    return {name: found for name, found in sources.names.found.items() if name in named}
