"""Reads the claims of a report's prose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.claims.completeness import all_statements
from assistant.claims.context import ClaimContext
from assistant.claims.distribution import distributed
from assistant.claims.expressions import Change, Expression, Figures
from assistant.claims.fragments import covers
from assistant.claims.labels import label_of
from assistant.claims.layout import Block, Layout, Number, blocks_of, layout_of
from assistant.claims.levels import level_statements
from assistant.claims.lexicon import lexicon_of
from assistant.claims.lists import PartList, lists_of
from assistant.claims.numbers import Outcome, bind_number
from assistant.claims.percents import Relative, relative
from assistant.claims.scene import Said, Scene
from assistant.claims.statements import Statement
from assistant.claims.tokens import Token
from assistant.claims.topics import NOTHING, begins_anew, topics_of
from assistant.claims.verdicts import Verdict, texts
from assistant.claims.zeros import zero_statements
from assistant.model import (
    ClaimKind,
    ClaimState,
    Paragraph,
    Reading,
    TextSpan,
    TokenClass,
)

_LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What the prose of a report says in numbers."""

    readings: tuple[Reading, ...]
    lists: tuple[PartList, ...]


def read_claims(paragraphs: Iterable[Paragraph], context: ClaimContext) -> tuple[Reading, ...]:
    """Every numeral token and every zero or all statement of ``paragraphs``, as understood.

    Spans index into the report's text, of which each paragraph tells its place.
    """
    return read_prose(paragraphs, context).readings


def read_prose(paragraphs: Iterable[Paragraph], context: ClaimContext) -> Prose:
    """The same with the lists of parts, read in one pass."""
    readings: list[Reading] = []
    lists: list[PartList] = []
    for scene in _scenes(paragraphs, context):
        readings.extend(_read_block(scene))
        lists.extend(lists_of(scene.layout))
    return Prose(readings=tuple(readings), lists=tuple(lists))


def is_alarm(reading: Reading) -> bool:
    """Whether the tables or the officer's facts contradict what stands there."""
    return reading.agrees is False


def _scenes(paragraphs: Iterable[Paragraph], context: ClaimContext) -> Iterator[Scene]:
    lexicon = lexicon_of(context.form)
    figures = Figures(context.form, context.statistics)
    topic = NOTHING
    held = Said()
    for block in blocks_of(paragraphs, lexicon):
        layout = layout_of(block, lexicon, context.year, context.organisation)
        topics = topics_of(layout, topic)
        topic = topics.last
        held = Said() if begins_anew(layout) else Said(held=held.held)
        yield Scene(layout, topics, figures, context, held, distributed(layout, context.form))


def _read_block(scene: Scene) -> Iterator[Reading]:
    found = [*_token_readings(scene)]
    zeros = tuple(zero_statements(scene))
    statements = (*zeros, *all_statements(scene, zeros), *level_statements(scene))
    if statements:
        spoken = [_statement_reading(scene, statement) for statement in statements]
        inside = sorted((reading.span.start, reading.span.end) for reading in spoken)
        kept = [reading for reading in found if not _swallowed(reading, inside)]
        found = sorted((*kept, *spoken), key=lambda reading: reading.span)
    yield from found


def _swallowed(reading: Reading, inside: list[tuple[int, int]]) -> bool:
    """零 of a zero statement is the statement."""
    zero = reading.token_class is TokenClass.LEXICAL and reading.value == 0
    return zero and covers(inside, reading.span.start) is not None


def _token_readings(scene: Scene) -> Iterator[Reading]:
    numbers = iter(scene.layout.numbers)
    for token in scene.layout.tokens:
        if token.token_class is TokenClass.CLAIM:
            yield _claim(scene, next(numbers))
        else:
            yield _exempt(scene.layout.block, token)


def _exempt(block: Block, token: Token) -> Reading:
    return Reading(
        span=block.span(token.start, token.end),
        token_class=token.token_class,
        value=token.quantity.value,
    )


def _claim(scene: Scene, number: Number) -> Reading:
    layout = scene.layout
    sentence = layout.sentence(number.start)
    scene.said.enter(sentence)
    scene.said.go_to(number.start, layout.bracket(number.start))
    label = label_of(layout, number, scene.lists.get(number.start))
    change = relative(scene, number, label)
    plain = _plain(layout, number, sentence)
    if change is not None:
        return _relative_reading(scene, plain, change)
    outcome = bind_number(scene, number, label)
    reading = _bound_reading(scene, plain, outcome)
    bound = reading.state in (ClaimState.BOUND, ClaimState.DERIVED)
    scene.said.counted.append((number.reach, scene.said.held if bound else ()))
    return reading


def _plain(layout: Layout, number: Number, sentence: tuple[int, int]) -> Reading:
    quantity = number.token.quantity
    unit = "%" if quantity.text.endswith(("%", "％")) else quantity.unit
    return Reading(
        span=layout.block.span(number.token.start, number.token.end),
        token_class=TokenClass.CLAIM,
        kind=ClaimKind.NUMBER,
        value=quantity.value,
        unit="" if unit is None else unit,
        approximate=quantity.approximation is not None,
        state=ClaimState.UNBOUND,
        sentence=_sentence_span(layout, sentence, number.start),
    )


def _sentence_span(layout: Layout, sentence: tuple[int, int], at: int) -> TextSpan | None:
    start, end = sentence
    start, end = max(start, at - _LONGEST_SENTENCE), min(end, at + _LONGEST_SENTENCE)
    return layout.source_span(start, end) if start < end else None


def _relative_reading(scene: Scene, plain: Reading, change: Relative) -> Reading:
    reading = replace(plain, kind=change.kind)
    if change.verdict is None:
        return reading
    if isinstance(change.verdict.chosen, Change):
        scene.said.last = change.verdict.chosen.of
    found = _with_verdict(scene.figures, reading, change.verdict, firm=True)
    return found if change.firm or found.agrees else replace(found, agrees=None)


def _bound_reading(scene: Scene, plain: Reading, outcome: Outcome) -> Reading:
    if outcome.fact is not None:
        scene.said.unbound()
        return replace(
            plain,
            state=ClaimState.DECLARED,
            binds=(outcome.fact.fact.id,),
            expected=outcome.fact.expected,
            agrees=outcome.fact.fits or (None if not outcome.firm else False),
        )
    if outcome.each:
        return _each_reading(scene, plain, outcome.each)
    if outcome.verdict is None:
        if not outcome.past:
            scene.said.unbound()
        return plain
    reading = _with_verdict(scene.figures, plain, outcome.verdict, firm=outcome.firm)
    if reading.state is ClaimState.UNBOUND:
        scene.said.unbound()
    else:
        scene.said.bound(outcome.verdict.chosen)
    return reading


def _each_reading(scene: Scene, plain: Reading, each: tuple[Verdict, ...]) -> Reading:
    """One number that several quantities have; wrong as soon as one of them differs."""
    chosen = tuple(verdict.chosen for verdict in each)
    off = [verdict for verdict in each if verdict.fits is False]
    told = all(verdict.fits is not None for verdict in each)
    scene.said.bound(chosen[-1])
    return replace(
        plain,
        state=_state(scene.figures, chosen),
        binds=texts(chosen, scene.figures),
        expected=(off or list(each))[0].expected,
        agrees=False if off else (True if told else None),
    )


def _with_verdict(figures: Figures, reading: Reading, verdict: Verdict, *, firm: bool) -> Reading:
    """Bound, or, where it disagrees and may well speak of something else, left open."""
    if verdict.fits is False and not firm:
        return replace(
            reading,
            alternatives=texts((verdict.chosen, *verdict.others), figures),
            note="与表中同名数据不同，可能另有所指",
        )
    return replace(
        reading,
        state=_state(figures, (verdict.chosen,)),
        binds=(figures.text(verdict.chosen),),
        alternatives=texts(verdict.others, figures),
        expected=verdict.expected,
        agrees=verdict.fits,
    )


def _state(figures: Figures, expressions: tuple[Expression, ...]) -> ClaimState:
    cells = all(figures.is_cell(expression) for expression in expressions)
    return ClaimState.BOUND if cells else ClaimState.DERIVED


def _statement_reading(scene: Scene, statement: Statement) -> Reading:
    layout = scene.layout
    plain = Reading(
        span=layout.source_span(statement.start, statement.end),
        token_class=TokenClass.CLAIM,
        kind=statement.kind,
        value=None if statement.kind is ClaimKind.ALL else Decimal(0),
        state=ClaimState.UNBOUND,
        sentence=_sentence_span(layout, layout.sentence(statement.start), statement.start),
    )
    if statement.fact is not None:
        return replace(
            plain,
            state=ClaimState.DECLARED,
            binds=(statement.fact.id,),
            expected=statement.expected,
            agrees=statement.fits,
        )
    if not statement.binds:
        return plain
    return replace(
        plain,
        state=_state(scene.figures, statement.binds),
        binds=texts(statement.binds, scene.figures),
        alternatives=texts(statement.others, scene.figures),
        expected=statement.expected,
        agrees=statement.fits,
    )
