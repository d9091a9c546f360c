"""Plain numbers: bound to what their label names, or left unbound."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.claims.candidates import Named, Naming, named
from assistant.claims.context import ClaimContext
from assistant.claims.expressions import Expression, Figures, Ref
from assistant.claims.facts import Declared, declared
from assistant.claims.fragments import has_any, names_something
from assistant.claims.layout import Label, Layout, Number
from assistant.claims.lexicon import Facet, Mention, Role
from assistant.claims.phrases import claim_phrases
from assistant.claims.topics import Kind, Topic, Topics
from assistant.claims.verdicts import Verdict, judge, refs_of
from assistant.model import Level
from assistant.numerals import Quantity, Script

_LOOK_AHEAD = 24
_LOOK_BACK = 120
_OTHER_YEAR = re.compile(r"(?<![比较与同和])(?:上年(?!度?末)|下年|(?:19|20)[0-9]{2}年)")
_RISES = re.compile(r"(?:增加|上升|增长|提高|下降|减少|降低|增|减|降|升)[到至]")
_WEAK_OBJECT = 3


@dataclass(slots=True)
class Said:
    """What the numbers read so far speak of."""

    held: tuple[Ref, ...] = ()
    last: Expression | None = None
    numbers: int = 0
    sentence: tuple[int, int] = (0, 0)
    in_sentence: dict[Expression, None] = field(default_factory=dict[Expression, None])
    counted: list[tuple[int, tuple[Ref, ...]]] = field(
        default_factory=list[tuple[int, tuple[Ref, ...]]]
    )
    """Where counts end, and what they speak of; empty for what no table holds."""
    firm: tuple[int, str] | None = None
    """Where the last number ends that could be of nothing but its table, and that table."""
    outer: "tuple[int, tuple[Ref, ...], Expression | None] | None" = None
    """Where the bracket ends that is being read, and what was held before it."""

    def go_to(self, at: int, bracket: tuple[int, int] | None) -> None:
        """Steps into a bracket, or back to what was told before it."""
        if self.outer is not None and at > self.outer[0]:
            _, self.held, self.last = self.outer
            self.outer = None
        if bracket is not None and self.outer is None:
            self.outer = (bracket[1], self.held, self.last)

    def enter(self, sentence: tuple[int, int]) -> None:
        """Forgets the numbers of the sentence before."""
        if sentence != self.sentence:
            self.sentence, self.in_sentence, self.last = sentence, {}, None
            self.numbers = 0
        self.numbers += 1

    def bound(self, expression: Expression) -> None:
        """Remembers a bound number."""
        self.held = refs_of(expression)
        self.last = expression
        self.in_sentence[expression] = None

    @property
    def opened(self) -> bool:
        """Whether the sentence has told a number before."""
        return self.numbers > 1

    def unbound(self) -> None:
        """Remembers that the number before speaks of no table."""
        self.last = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a number was found to speak of; ``verdict`` is None where of nothing known."""

    verdict: Verdict | None = None
    fact: Declared | None = None
    firm: bool = False


UNKNOWN = Outcome()


@dataclass(frozen=True, slots=True)
class Scene:
    """A block being read."""

    layout: Layout
    topics: Topics
    figures: Figures
    context: ClaimContext
    said: Said
    lists: Mapping[int, tuple[Mention, ...]]
    """Names of numbers that a 分别 deals out, by where the numbers begin."""


def bind_number(scene: Scene, number: Number, label: Label) -> Outcome:
    """What a plain number speaks of."""
    quantity = number.token.quantity
    value = quantity.value
    if value is None:
        return UNKNOWN
    fact = declared(scene.context.statistics.facts, label, quantity)
    if fact is not None and (fact.fits or fact.plain):
        return Outcome(fact=fact, firm=fact.plain)
    unit = quantity.unit
    if not (unit is None or unit in claim_phrases().cell_units or scene.figures.counts_in(unit)):
        return UNKNOWN
    return _bind_to_tables(scene, number, label, value)


def _bind_to_tables(scene: Scene, number: Number, label: Label, value: Decimal) -> Outcome:
    quantity = number.token.quantity
    topic = scene.topics.before(number.start)
    found = named(_naming(scene, label, topic, quantity), scene.figures)
    if found is None:
        return _total_of_parts(scene, number, label, value)
    needs_object = scene.figures.form.table(found.table).rows_need_object
    if _inherits_too_much(found, label, needs_object=needs_object):
        return UNKNOWN
    if _of_another_year(scene, number, label):
        return UNKNOWN
    readings = _with_inclusion(scene, number, found)
    signed = _signed(label, readings[0], value, scene.figures)
    verdict = judge(readings, quantity, signed, scene.figures)
    firm = _is_firm(scene, number, label, found, topic) and not _repeated(scene, verdict)
    if firm:
        scene.said.firm = (number.reach, found.table)
    if verdict.fits is False and not firm:
        return Outcome(verdict=verdict, firm=False)
    return Outcome(verdict=verdict, firm=True)


def _signed(label: Label, reading: Expression, value: Decimal, figures: Figures) -> Decimal:
    """减少2项 is -2 of a column that tells changes."""
    column = figures.form.columns_by_cell.get(reading.name) if isinstance(reading, Ref) else None
    down = column is not None and column.signed
    return -value if down and has_any(label.text_before, claim_phrases().growth.down) else value


def _total_of_parts(scene: Scene, number: Number, label: Label, value: Decimal) -> Outcome:
    """上年结转2件，新收16件，共18件: the sum of the parts just told."""
    said = scene.said
    if label.mentions or names_something(label.text_before) or not said.in_sentence:
        return UNKNOWN
    if not has_any(label.text_before, claim_phrases().totals):
        return UNKNOWN
    told = [ref for expression in said.in_sentence for ref in refs_of(expression)]
    last = told[-1]
    for derived in scene.figures.form.table(last.table).derived:
        rows = {ref.row for ref in told if ref.table == last.table and ref.column == last.column}
        if rows.issuperset(derived.rows):
            whole = Ref(last.table, derived.id, last.column)
            verdict = judge((whole,), number.token.quantity, value, scene.figures)
            return Outcome(verdict=verdict, firm=True)
    return UNKNOWN


def _of_another_year(scene: Scene, number: Number, label: Label) -> bool:
    """上年收到20件, 由40件增加到42件: the figure of a year this report's tables do not hold."""
    if _RISES.match(scene.layout.shadow.text, number.reach) is not None:
        return True
    text = label.text_before
    for found in _OTHER_YEAR.finditer(text):
        at = found.start() + label.start
        if not any(word.start <= at < word.end for word in label.before):
            return True
    return False


def _naming(scene: Scene, label: Label, topic: Topic, quantity: Quantity) -> Naming:
    return Naming(
        mentions=label.mentions,
        topic=topic,
        text=scene.layout.shadow.text,
        unit=quantity.unit,
        held=scene.said.held,
    )


def _inherits_too_much(found: Named, label: Label, *, needs_object: bool) -> bool:
    """Whether other things are named right before the number and its subject is only inherited."""
    objects = any(mention.of(Facet.OBJECT) for mention in label.mentions)
    plain = found.spoken and (objects or not needs_object)
    return not plain and names_something(label.gap)


def _with_inclusion(scene: Scene, number: Number, found: Named) -> tuple[Expression, ...]:
    """受理24件（含上年结转1件） is the sum of both and nothing else."""
    text = scene.layout.shadow.text[number.reach : number.reach + _LOOK_AHEAD]
    opened = text.lstrip("，（：")
    phrases = claim_phrases()
    included = text[:1] in ("（", "，") and any(
        opened.startswith(word) for word in phrases.inclusion if word != "其中"
    )
    table = scene.figures.form.table(found.table)
    if not included or table.whole is None:
        return found.readings
    ahead = scene.layout.within(number.reach, number.reach + _LOOK_AHEAD)
    derived = {row.id: row.rows for row in table.derived}
    parts = set(derived.get(table.whole.due, ())) - {table.whole.new}
    if not any(sense.name in parts for word in ahead for sense in word.of(Facet.ROW, table.id)):
        return found.readings
    return _summed(found, table.whole.new, table.whole.due)


def _summed(found: Named, new: str, due: str) -> tuple[Expression, ...]:
    raised = [
        Ref(reading.table, due, reading.column)
        if isinstance(reading, Ref) and reading.row == new
        else reading
        for reading in found.readings
    ]
    return tuple(dict.fromkeys(raised))


def _is_firm(scene: Scene, number: Number, label: Label, found: Named, topic: Topic) -> bool:
    """Whether a number that disagrees is wrong, and not of something the table does not hold."""
    quantity = number.token.quantity
    if quantity.role is not None or _is_part_of_scope(scene, number, label):
        return False
    if _is_proverb(number, label):
        return False
    table = scene.figures.form.table(found.table)
    if table.rows_need_object:
        return not _is_sub_scope(scene, label)
    if _by_another_measure(scene, number):
        return False
    if topic.kind is Kind.FOREIGN and not table.unsaid_columns and not _tells_column(label):
        return False
    return _goes_on(scene, number, label, found) or not _is_published(label, topic, quantity)


def _is_proverb(number: Number, label: Label) -> bool:
    """办结一件，满意一件 counts nothing."""
    quantity = number.token.quantity
    written = quantity.script is Script.CHINESE and quantity.value == 1
    return written and not any(word.of(Facet.OBJECT) for word in label.before)


def _by_another_measure(scene: Scene, number: Number) -> bool:
    """Whether cases are counted as filed, or as the cases of an authority that decides them."""
    phrases = claim_phrases()
    start, _ = scene.layout.sentence(number.start)
    told = scene.layout.shadow.text[max(start, number.start - _LOOK_BACK) : number.start]
    if has_any(told, phrases.other_measures):
        return True
    return has_any(told, phrases.own_business) and not has_any(told, phrases.own_subject)


def _is_part_of_scope(scene: Scene, number: Number, label: Label) -> bool:
    phrases = claim_phrases()
    start, end = scene.layout.clause(number.start)
    start, end = max(start, number.start - _LOOK_BACK), min(end, number.reach + _LOOK_AHEAD)
    clause = scene.layout.shadow.text[start:end]
    if has_any(clause, phrases.older_scope) and "本年" not in clause:
        return True
    region = scene.context.level is Level.REGION
    if region:
        return has_any(label.text_before, phrases.own_office)
    return has_any(label.text_before, phrases.whole_region)


def _is_sub_scope(scene: Scene, label: Label) -> bool:
    """Whether only some applications are counted: by channel, by subject, by office."""
    channels = [mention for mention in label.mentions if Role.CHANNEL in mention.roles]
    if channels and "等" not in scene.layout.shadow.text[channels[-1].end :][:2]:
        return True
    if names_something(label.gap):
        return True
    weak = [m for m in label.before if m.of(Facet.OBJECT) and len(m.word) <= _WEAK_OBJECT]
    if not weak or (
        len(label.before) > 1
        and any(m.of(Facet.OBJECT) and len(m.word) > _WEAK_OBJECT for m in label.before)
    ):
        return False
    index = label.before.index(weak[-1])
    left = label.before[index - 1].end if index else weak[-1].start - len(label.text_before)
    text = scene.layout.shadow.text
    return names_something(text[max(0, left) : weak[-1].start]) if index else False


def _is_published(label: Label, topic: Topic, quantity: Quantity) -> bool:
    """Whether items published are counted: 行政许可93条 on a website is not what was decided."""
    if _tells_column(label):
        return False
    if any(Role.PUBLICATION in mention.roles for mention in label.mentions):
        return True
    columns = any(mention.of(Facet.COLUMN) for mention in label.mentions)
    if topic.kind is not Kind.PUBLICATION:
        return False
    return not columns or quantity.unit in claim_phrases().published_units


def _tells_column(label: Label) -> bool:
    """Whether a column is named by a word that is not also said of publishing: 现行有效."""
    return any(
        sense.rank == 0 and Role.PUBLICATION not in mention.roles
        for mention in label.mentions
        for sense in mention.of(Facet.COLUMN)
    )


def _goes_on(scene: Scene, number: Number, label: Label, found: Named) -> bool:
    """作出行政处罚12件、行政许可30件: the next in a list is said as the one before it."""
    start, _ = scene.layout.clause(number.start)
    last = scene.said.firm
    listed = last is not None and last[0] >= start and last[1] == found.table
    return listed and not any(Role.PUBLICATION in mention.roles for mention in label.mentions)


def _repeated(scene: Scene, verdict: Verdict) -> bool:
    """Whether the sentence has already told this figure: then this one is some part of it."""
    return verdict.fits is False and verdict.chosen in scene.said.in_sentence
