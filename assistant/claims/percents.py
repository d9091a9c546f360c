"""Rates, growth and differences: numbers that follow from two figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.claims.candidates import named
from assistant.claims.columns import TELLING_UNITS, is_change
from assistant.claims.expressions import Change, Expression, Rate, Ref, Sum
from assistant.claims.fragments import has_any, last_of, names_something
from assistant.claims.labels import Label
from assistant.claims.layout import Number
from assistant.claims.lexicon import Facet, Mention
from assistant.claims.naming import Naming
from assistant.claims.phrases import claim_phrases
from assistant.claims.rows import generic_rows
from assistant.claims.scene import Scene
from assistant.claims.topics import NOTHING, topic_of
from assistant.claims.verdicts import Verdict, judge
from assistant.forms import Table
from assistant.model import ClaimKind
from assistant.numerals import Form, Quantity

_PERCENT_FORMS = frozenset(
    {Form.PERCENT, Form.PERMILLE, Form.PER_SCALE, Form.TENTHS, Form.FRACTION, Form.POINTS}
)
_TIMES = frozenset({Form.MULTIPLE, Form.DOUBLING})
_HUNDRED = Decimal(100)
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Relative:
    """A rate or change; ``verdict`` is None where it is of nothing a table holds."""

    kind: ClaimKind
    verdict: Verdict | None = None
    firm: bool = False


def relative(scene: Scene, number: Number, label: Label) -> Relative | None:
    """What a percentage or a change speaks of; None for a plain count."""
    quantity = number.token.quantity
    percent = quantity.form in _PERCENT_FORMS or quantity.form in _TIMES
    change = _change_word(scene, number, label, percent=percent)
    if change is not None and not _has_column_of_changes(scene, number, label):
        return _change(scene, number, label, change, percent=percent)
    if quantity.form not in _PERCENT_FORMS:
        return None
    return _rate(scene, number, label)


def _has_column_of_changes(scene: Scene, number: Number, label: Label) -> bool:
    """行政许可事项较上年减少3项: where the table tells changes, they are a figure of it."""
    form, unit = scene.figures.form, number.token.quantity.unit
    senses = (sense for word in label.mentions for sense in word.of(Facet.COLUMN))
    return unit in TELLING_UNITS and any(
        is_change(form.table(sense.table), sense.name) for sense in senses
    )


def _change_word(scene: Scene, number: Number, label: Label, *, percent: bool) -> int | None:
    """1 for growth, -1 for decline, None where nothing is compared with last year."""
    growth = claim_phrases().growth
    text = label.text_before
    up, down = last_of(text, growth.up), last_of(text, growth.down)
    word = max(filter(None, (up, down)), default=None)
    if word is None or len(text) - word[0] - len(word[1]) > _NEAR:
        return None
    start, _ = scene.layout.sentence(number.start)
    before = scene.layout.shadow.text[max(start, number.start - 40) : number.start]
    told = has_any(before, growth.compared)
    if not percent and not told:
        return None
    if percent and not has_any(before, growth.compared) and scene.said.last is None:
        return None
    return 1 if word == up else -1


def _change(scene: Scene, number: Number, label: Label, sign: int, *, percent: bool) -> Relative:
    kind = ClaimKind.GROWTH if percent else ClaimKind.DIFFERENCE
    quantity = number.token.quantity
    subjects = _subjects(scene, number, label)
    if not subjects or quantity.value is None:
        return Relative(kind)
    readings = [Change(subject, percent) for subject in subjects]
    value = _in_points(quantity, quantity.value) * sign
    return Relative(kind, judge(readings, quantity, value, scene.figures), firm=True)


def _in_points(quantity: Quantity, value: Decimal) -> Decimal:
    if quantity.form is Form.DOUBLING:
        return (Decimal(2) ** int(value) - 1) * _HUNDRED
    return value * _HUNDRED if quantity.form is Form.MULTIPLE else value


def _subjects(scene: Scene, number: Number, label: Label) -> tuple[Ref | Sum, ...]:
    """What has grown: what the label names, or the number told just before."""
    last = scene.said.last
    told = (last,) if isinstance(last, Ref | Sum) else ()
    spoken = _named(scene, label.before)
    return tuple(dict.fromkeys((*told, *spoken))) or _talked_of_before(scene, number)


def _talked_of_before(scene: Scene, number: Number) -> tuple[Ref, ...]:
    """与上年相比，减少4件: of what the sentence before has counted."""
    held = scene.said.held
    topic = scene.topic(number.start)
    if scene.said.opened or not held or not topic.is_of(held[0].table):
        return ()
    return held[:1]


def _named(
    scene: Scene, words: tuple[Mention, ...], held: tuple[Ref, ...] = ()
) -> tuple[Ref | Sum, ...]:
    """Quantities that words name by themselves, or going on from what is held."""
    topic = scene.topic(words[0].start) if words else NOTHING
    found = named(Naming(words, topic, scene.layout.shadow.text, held=held), scene.figures)
    readings = () if found is None else found.readings
    return tuple(reading for reading in readings if isinstance(reading, Ref | Sum))


def _rate(scene: Scene, number: Number, label: Label) -> Relative:
    quantity = number.token.quantity
    value = quantity.value
    readings = _rate_readings(scene, number, label)
    if not readings or value is None:
        return Relative(ClaimKind.RATE)
    verdict = judge(readings, quantity, value, scene.figures)
    return Relative(ClaimKind.RATE, verdict, firm=not _only_due(scene, value, verdict))


def _only_due(scene: Scene, value: Decimal, verdict: Verdict) -> bool:
    """100% is also said where all is answered that fell due, the rest being carried over."""
    reading = verdict.chosen
    if value != _HUNDRED or not isinstance(reading, Rate) or not isinstance(reading.part, Ref):
        return False
    table = scene.figures.form.table(reading.part.table)
    return leaves_some(scene, table)


def leaves_some(scene: Scene, table: Table) -> bool:
    """Whether the table holds some that are carried over."""
    if table.whole is None or not table.unsaid_columns:
        return False
    left = scene.figures.value(Ref(table.id, table.whole.left, table.unsaid_columns[0]))
    return left is not None and left > 0


def _rate_readings(scene: Scene, number: Number, label: Label) -> tuple[Expression, ...]:
    phrases = claim_phrases()
    text = label.text_before
    if has_any(text, phrases.completion.rates) or _done_behind(label):
        return completion_rates(scene, number, label)
    share = last_of(text, phrases.shares)
    if share is not None:
        return _shares(scene, label, share)
    return _named_rate(scene, label) or _bracketed(scene, number)


def _bracketed(scene: Scene, number: Number) -> tuple[Expression, ...]:
    """公开15件（30%）: the share of the number before the bracket."""
    part, bracket = scene.said.last, scene.layout.bracket(number.start)
    if bracket is None or (number.start, number.reach) != (bracket[0] + 1, bracket[1]):
        return ()
    if not isinstance(part, Ref | Sum):
        return ()
    return tuple(Rate(part, whole) for whole in _wholes(scene, part) if whole != part)


def _done_behind(label: Label) -> bool:
    """100%办结, 100%答复."""
    completion = claim_phrases().completion
    return any(label.text_after.startswith(word) for word in completion.done)


def completion_rates(scene: Scene, number: Number, label: Label) -> tuple[Expression, ...]:
    """Done over due, of the table that is talked of."""
    for table in scene.figures.form.tables:
        if table.whole is not None and _talked_of(scene, number, label, table):
            return rates_of_whole(table)
    return ()


def rates_of_whole(table: Table, row: str | None = None) -> tuple[Expression, ...]:
    """``row`` (or what was done) over what was due, and over what came in."""
    whole = table.whole
    if whole is None:
        return ()
    column = table.unsaid_columns[0] if table.unsaid_columns else ""
    part = Ref(table.id, whole.done if row is None else row, column)
    return tuple(Rate(part, Ref(table.id, of, column)) for of in (whole.due, whole.new))


def _talked_of(scene: Scene, number: Number, label: Label, table: Table) -> bool:
    for mention in reversed(label.mentions):
        topic = topic_of(mention)
        if topic is not None:
            return topic.is_of(table.id)
    return scene.topic(number.start).is_of(table.id)


def _shares(scene: Scene, label: Label, share: tuple[int, str]) -> tuple[Expression, ...]:
    """占…的30%, 占比30%: a part over the whole that is named, or over any whole."""
    at = label.start + share[0]
    behind = [word for word in label.before if word.start >= at]
    named_rows = {sense.name for word in behind for sense in word.of(Facet.ROW) if sense.rank == 0}
    found: list[Expression] = []
    for part in _parts(scene, label, at):
        wholes = _wholes(scene, part)
        chosen = [whole for whole in wholes if whole.row in named_rows]
        found.extend(Rate(part, whole) for whole in (chosen or wholes) if whole != part)
    return tuple(found)


def _parts(scene: Scene, label: Label, at: int) -> tuple[Ref | Sum, ...]:
    """What has a share: what is named before 占, else the number told just before."""
    words = tuple(word for word in label.before if word.end <= at)
    spoken = _named(scene, words, _held(scene))
    if spoken:
        return (*spoken, *(total for total in _added(scene) if spoken[0] in total.parts))
    last = scene.said.last
    said = scene.layout.shadow.text[label.start : at + _NEAR]
    if has_any(said, claim_phrases().together):
        return tuple(_added(scene))
    other = names_something(scene.layout.shadow.text[label.start : at])
    return (last,) if isinstance(last, Ref | Sum) and not other else ()


def _is_everything(scene: Scene, part: Ref | Sum) -> bool:
    """Whether a quantity is what was done or due: of those a share is told as 办结率."""
    first = part if isinstance(part, Ref) else part.parts[0]
    table = scene.figures.form.table(first.table)
    return first.row in generic_rows(table) or not table.unsaid_columns


def _held(scene: Scene) -> tuple[Ref, ...]:
    """What a bare 维持率 goes on from: a figure of its own sentence, else what is talked of."""
    if scene.said.near:
        return scene.said.held
    table = scene.said.held[0].table if scene.said.held else ""
    rows = scene.figures.form.table(table).unsaid_rows if table else ()
    return tuple(Ref(table, row, "") for row in rows[:1])


def _added(scene: Scene) -> Iterator[Sum]:
    """The last two, three … rows told in the sentence, added; or a sum told as such."""
    yield from (total for total in scene.said.in_sentence if isinstance(total, Sum))
    told = [ref for ref in scene.said.in_sentence if isinstance(ref, Ref)]
    for first in range(len(told) - 2, -1, -1):
        if told[first].table != told[-1].table or told[first].column != told[-1].column:
            return
        yield Sum(tuple(told[first:]))


def _wholes(scene: Scene, part: Ref | Sum) -> tuple[Ref, ...]:
    """What a part may be a share of: its row's total, or all that was done, due or new."""
    first = part if isinstance(part, Ref) else part.parts[0]
    table = scene.figures.form.table(first.table)
    if not table.unsaid_columns:
        return ()
    column = table.unsaid_columns[0]
    same = (Ref(table.id, first.row, column),) if first.column != column else ()
    if table.whole is None:
        return same
    rows = (table.whole.done, table.whole.due, table.whole.new)
    groups = (Ref(table.id, group, first.column) for group in _groups(table, first.row))
    return (*same, *(Ref(table.id, row, column) for row in rows), *groups)


def _groups(table: Table, row: str) -> Iterator[str]:
    """Groups a row belongs to, but for the one that holds its own total."""
    done = None if table.whole is None else table.whole.done
    for group in table.row_groups:
        leaves = {leaf.id for leaf in group.leaves()}
        if row in leaves and done not in leaves:
            yield group.id


def _named_rate(scene: Scene, label: Label) -> tuple[Expression, ...]:
    """予以公开率, 维持率, 部分公开9.2%: the row or column named over its whole."""
    text = scene.layout.shadow.text
    called = any(text.startswith("率", word.end) for word in label.before)
    found: list[Expression] = []
    parts = _named(scene, label.before, _held(scene))
    told = tuple(total for total in _added(scene) if parts and parts[0] in total.parts)
    for part in (*parts, *told):
        if not called and (names_something(label.gap) or _is_everything(scene, part)):
            continue
        found.extend(Rate(part, whole) for whole in _wholes(scene, part) if whole != part)
    return tuple(found)
