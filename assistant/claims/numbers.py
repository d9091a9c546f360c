"""Plain numbers: bound to what their label names, or left unbound."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.claims.candidates import Named, Naming, named
from assistant.claims.expressions import Expression, Figures, Ref
from assistant.claims.facts import Declared, declared
from assistant.claims.firmness import is_firm, repeated
from assistant.claims.fragments import has_any, names_something
from assistant.claims.layout import Label, Number
from assistant.claims.lexicon import Facet
from assistant.claims.phrases import claim_phrases
from assistant.claims.scene import Scene
from assistant.claims.topics import Topic
from assistant.claims.verdicts import Verdict, judge, refs_of
from assistant.numerals import Quantity

_LOOK_AHEAD = 24
_LOOK_BACK = 120
_OTHER_YEAR = re.compile(r"(?<![比较与同和])(?:上年(?!度?末)|下年|(?:19|20)[0-9]{2}年)")
_RISES = re.compile(r"(?:增加|上升|增长|提高|下降|减少|降低|增|减|降|升)[到至]")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a number was found to speak of; ``verdict`` is None where of nothing known."""

    verdict: Verdict | None = None
    fact: Declared | None = None
    firm: bool = False
    past: bool = False
    """Whether it is last year's figure, told for comparison."""


UNKNOWN = Outcome()
_PAST = Outcome(past=True)


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
    naming = _naming(scene, label, topic, quantity)
    found = named(naming, scene.figures)
    if found is None:
        return _from_sentence(scene, number, naming) or _total_of_parts(scene, number, label, value)
    needs_object = scene.figures.form.table(found.table).rows_need_object
    if _inherits_too_much(found, label, needs_object=needs_object):
        return UNKNOWN
    if _of_another_year(scene, number, label):
        return UNKNOWN
    readings = _with_inclusion(scene, number, found)
    signed = _signed(label, readings[0], value, scene.figures)
    verdict = judge(readings, quantity, signed, scene.figures)
    firm = is_firm(scene, number, label, found, topic) and not repeated(scene, verdict)
    if firm:
        scene.said.firm = (number.reach, found.table)
    if verdict.fits is False and not firm:
        return Outcome(verdict=verdict, firm=False)
    return Outcome(verdict=verdict, firm=True)


def _from_sentence(scene: Scene, number: Number, naming: Naming) -> Outcome | None:
    """清理规范性文件，废止3件: a column whose row stands earlier in the sentence.

    Too far apart to call it wrong: it is bound where it agrees.
    """
    columns = [w for w in naming.mentions if any(s.rank == 0 for s in w.of(Facet.COLUMN))]
    if not columns or number.token.quantity.value is None:
        return None
    table = columns[-1].of(Facet.COLUMN)[0].table
    start, _ = scene.layout.sentence(number.start)
    told = scene.layout.within(max(start, number.start - _LOOK_BACK), naming.mentions[0].start)
    rows = [word for word in told if word.of(Facet.ROW, table)]
    if not rows or scene.figures.form.table(table).rows_need_object:
        return None
    found = named(replace(naming, mentions=(rows[-1], *naming.mentions)), scene.figures)
    if found is None:
        return None
    verdict = judge(
        found.readings, number.token.quantity, number.token.quantity.value, scene.figures
    )
    return Outcome(verdict=verdict, firm=False)


def _signed(label: Label, reading: Expression, value: Decimal, figures: Figures) -> Decimal:
    """减少2项 is -2 of a column that tells changes."""
    column = figures.form.columns_by_cell.get(reading.name) if isinstance(reading, Ref) else None
    down = column is not None and column.signed
    return -value if down and has_any(label.text_before, claim_phrases().growth.down) else value


def _total_of_parts(scene: Scene, number: Number, label: Label, value: Decimal) -> Outcome:
    """上年结转2件，新收16件，共18件: the sum of the parts just told."""
    said = scene.said
    if "上年" in label.text_before:
        return _PAST
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
