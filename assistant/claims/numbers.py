"""Plain numbers: bound to what their label names, or left unbound."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from assistant.claims.candidates import Named, named
from assistant.claims.distribution import chain_of
from assistant.claims.expressions import Expression, Figures, Ref, Sum
from assistant.claims.facts import Declared, declared
from assistant.claims.firmness import is_firm, repeated
from assistant.claims.fragments import has_any, names_something
from assistant.claims.labels import Label
from assistant.claims.layout import Number
from assistant.claims.lexicon import Facet, Mention, Sense
from assistant.claims.naming import Naming
from assistant.claims.phrases import claim_phrases
from assistant.claims.rows import generic_rows
from assistant.claims.scene import Scene
from assistant.claims.siblings import rest_of_list, with_rest
from assistant.claims.topics import Topic
from assistant.claims.verdicts import Verdict, judge, refs_of
from assistant.forms import Whole

_LOOK_AHEAD = 24
_FEWEST_EACH = 2
_MANY = 12
_LOOK_BACK = 120
_OTHER_YEAR = re.compile(r"(?<![比较与同和])(?:上年(?!度?末)|下年|原有|(?:19|20)[0-9]{2}年)")
_ATTRIBUTE = re.compile(r"主动公开(?:的|类|文件|公文|信息){0,2}\d+(?:件|份)")
_RISES = re.compile(r"(?:增加|上升|增长|提高|下降|减少|降低|增|减|降|升)[到至]")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a number was found to speak of; ``verdict`` is None where of nothing known."""

    verdict: Verdict | None = None
    each: tuple[Verdict, ...] = ()
    """The quantities that it gives the same figure each, instead of one."""
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
    if unit is None or unit in claim_phrases().cell_units or scene.figures.counts_in(unit):
        return _bind_to_tables(scene, number, label, value)
    if unit not in claim_phrases().applicant_units or not _names_applicants(label):
        return UNKNOWN
    outcome = _bind_to_tables(scene, number, label, value)
    return replace(outcome, firm=False)


def _is_of_papers(scene: Scene, sense: Sense) -> bool:
    """Whether a sense is of a table of documents and decisions."""
    table = scene.figures.form.table(sense.table)
    return not table.rows_need_object and not table.unsaid_columns


def _names_applicants(label: Label) -> bool:
    """自然人14人、企业5家: who asked is counted, and perhaps more than once."""
    return any(sense.rank == 0 for word in label.mentions for sense in word.of(Facet.COLUMN))


def _bind_to_tables(scene: Scene, number: Number, label: Label, value: Decimal) -> Outcome:
    quantity = number.token.quantity
    topic = scene.topic(number.start)
    naming = _with_row(scene, _naming(scene, number, label, topic), label)
    each = _each(scene, number, label, naming)
    if each:
        return Outcome(each=each, firm=True)
    found = named(naming, scene.figures)
    if found is None:
        return _unnamed(scene, number, label, naming, value)
    needs_object = scene.figures.form.table(found.table).rows_need_object
    kind = _is_a_kind(scene, label) or (needs_object and _is_attribute(scene, number, label))
    kind = kind or (needs_object and _is_published(label, number))
    if kind or _inherits_too_much(found, label, needs_object=needs_object):
        return UNKNOWN
    if _of_another_year(scene, number, label, found.table):
        return UNKNOWN
    readings = _with_inclusion(scene, number, found)
    signed = _signed(label, readings[0], value, scene.figures)
    verdict = judge(readings, quantity, signed, scene.figures)
    rest = isinstance(readings[0], Sum) and has_any(label.text_before, claim_phrases().left_over)
    firm = not rest and is_firm(scene, number, label, found, topic) and not repeated(scene, verdict)
    if firm:
        scene.said.firm = (number.reach, found.table)
    if verdict.fits is False and not firm:
        return Outcome(verdict=verdict, firm=False)
    return Outcome(verdict=verdict, firm=True)


def _is_published(label: Label, number: Number) -> bool:
    """对多人申请的信息主动公开1条: items put before the public, and not applications."""
    if number.token.quantity.unit not in claim_phrases().published_units:
        return False
    return label.text_before.endswith(_published_ahead())


@cache
def _published_ahead() -> tuple[str, ...]:
    """Names of what is published that nothing asked for is called by, as 公开 is."""
    return tuple(word for word in claim_phrases().publication if word.startswith("主动公开"))


def _unnamed(scene: Scene, number: Number, label: Label, naming: Naming, value: Decimal) -> Outcome:
    """A number without a name of its own: told by the sentence before it."""
    rest = rest_of_list(label, scene.said.last, scene.figures)
    if rest:
        return Outcome(verdict=judge(rest, number.token.quantity, value, scene.figures), firm=True)
    return (
        _from_sentence(scene, number, naming)
        or _told_again(scene, number, label, value)
        or _total_of_parts(scene, number, label, value)
    )


def _told_again(scene: Scene, number: Number, label: Label, value: Decimal) -> Outcome | None:
    """不予公开的3件中, 18件中: a figure told before, taken up again to be divided."""
    phrases = claim_phrases()
    if not label.text_after.startswith(phrases.taken_up) or names_something(label.text_before):
        return None
    for _, refs in reversed(scene.said.counted[-_MANY:]):
        if len(refs) == 1:
            verdict = judge(refs, number.token.quantity, value, scene.figures)
            if verdict.fits:
                return Outcome(verdict=verdict, firm=False)
    return None


def _with_row(scene: Scene, naming: Naming, label: Label) -> Naming:
    """行政处罚：上年214项，增6项: the row named last, where only columns stand at the number."""
    columns = [word for word in naming.mentions if word.of(Facet.COLUMN)]
    if not columns or any(word.of(Facet.ROW) or word.of(Facet.OBJECT) for word in naming.mentions):
        return naming
    table = columns[-1].of(Facet.COLUMN)[0].table
    if scene.figures.form.table(table).rows_need_object:
        return naming
    start, _ = scene.layout.sentence(label.start)
    since = scene.said.counted[-1][0] if scene.said.counted and scene.said.counted[-1][1] else start
    told = scene.layout.within(max(start, since, label.start - _LOOK_BACK), label.start)
    rows = [word for word in told if word.of(Facet.ROW, table)]
    if not rows:
        return naming
    if names_something(scene.layout.shadow.text[rows[-1].end : label.start]):
        # Too far from its row, and from what was told before that row too.
        return replace(naming, held=(), near=())
    return replace(naming, mentions=(rows[-1], *naming.mentions))


def _each(scene: Scene, number: Number, label: Label, naming: Naming) -> tuple[Verdict, ...]:
    """维持和纠正各1件: the same figure for every name of a list."""
    text, quantity = scene.layout.shadow.text, number.token.quantity
    at = text.rfind(claim_phrases().each, label.start, number.start)
    before = [word for word in label.before if word.end <= at] if at >= 0 else []
    names = max((chain_of(text, before, facet) for facet in (Facet.ROW, Facet.COLUMN)), key=len)
    if len(names) < _FEWEST_EACH or names_something(label.gap) or quantity.value is None:
        return ()
    common = [word for word in label.before if word not in names]
    found: list[Verdict] = []
    for name in names:
        mentions = tuple(sorted((*common, name)))
        one = named(replace(naming, mentions=mentions), scene.figures)
        if one is None:
            return ()
        found.append(judge(one.readings, quantity, quantity.value, scene.figures))
    return tuple(found)


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
    phrases = claim_phrases()
    down = has_any(label.text_before, (*phrases.growth.down, *phrases.removed))
    return -value if down and column is not None and column.signed else value


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


def _of_another_year(scene: Scene, number: Number, label: Label, table: str) -> bool:
    """上年收到20件, 由40件增加到42件: the figure of a year this report's tables do not hold."""
    if _RISES.match(scene.layout.shadow.text, number.reach) is not None:
        return True
    text = label.text_before
    for found in _OTHER_YEAR.finditer(text):
        at = found.start() + label.start
        own = (w for w in label.before if any(s.table == table for s in w.senses))
        if not any(word.start <= at < word.end for word in own):
            return True
    return False


def _said_before(scene: Scene, number: Number, label: Label) -> tuple[Mention, ...]:
    """Words before the number, 其他 at the end of 不予处理及其他 among them."""
    if len(label.before) == 0 or label.gap == "":
        return label.before
    return with_rest(scene.layout.shadow.text, label.before, scene.figures.form, number.start)


def _said_behind(scene: Scene, number: Number, label: Label) -> tuple[Mention, ...]:
    """Words behind the number, 其他 at the end of 无法提供、不予处理及其他 among them."""
    words = tuple(_said_of(scene, number, label))
    end = number.reach + len(label.text_after)
    return with_rest(scene.layout.shadow.text, words, scene.figures.form, end) if words else ()


def _said_of(scene: Scene, number: Number, label: Label) -> Iterator[Mention]:
    """Words behind the number but 个人 of 1件因法律禁止公开个人病历, which names no applicant."""
    for word in label.after:
        columns = word.of(Facet.COLUMN)
        rest = label.text_after[word.end - number.reach :]
        inside = columns and not word.of(Facet.ROW) and names_something(rest)
        vague = columns and all(sense.rank and _is_of_papers(scene, sense) for sense in word.senses)
        if word.of(Facet.OBJECT) or not (inside or vague):
            yield word


def _naming(scene: Scene, number: Number, label: Label, topic: Topic) -> Naming:
    return Naming(
        mentions=(*_said_before(scene, number, label), *_said_behind(scene, number, label)),
        topic=topic,
        text=scene.layout.shadow.text,
        unit=number.token.quantity.unit,
        held=scene.said.held,
        near=scene.said.near,
        apart=_is_apart(scene, label),
    )


def _is_apart(scene: Scene, label: Label) -> bool:
    told = scene.said.figure_before(label.start)
    start, _ = scene.layout.sentence(label.start)
    least = start if told is None else max(start, told[0])
    return "；" in scene.layout.shadow.text[least : label.start]


def _is_attribute(scene: Scene, number: Number, label: Label) -> bool:
    """制发公文61件，其中主动公开38件、依申请公开9件、不予公开14件: kinds of documents."""
    start, end = scene.layout.sentence(number.start)
    start, end = max(start, number.start - _LOOK_BACK), min(end, number.reach + _LOOK_BACK)
    verbs = (s.name for m in label.mentions for s in m.of(Facet.ROW) if s.rank == 0)
    table = next(t for t in scene.figures.form.tables if t.rows_need_object)
    asked = any(name in generic_rows(table) for name in verbs)
    return not asked and _ATTRIBUTE.search(scene.layout.shadow.text, start, end) is not None


def _is_a_kind(scene: Scene, label: Label) -> bool:
    """不动产登记类6件: a verb of the table inside the name of some kind of matter."""
    if not label.gap.startswith(claim_phrases().kinds) or not label.before:
        return False
    form = scene.figures.form
    return all(
        sense.facet is Facet.ROW and sense.name in generic_rows(form.table(sense.table))
        for sense in label.before[-1].senses
    )


def _inherits_too_much(found: Named, label: Label, *, needs_object: bool) -> bool:
    """Whether other things are named right before the number and its subject is only inherited."""
    objects = any(mention.of(Facet.OBJECT) for mention in label.mentions)
    plain = found.spoken and (objects or not needs_object)
    return not plain and names_something(label.gap)


def _with_inclusion(scene: Scene, number: Number, found: Named) -> tuple[Expression, ...]:
    """受理24件（含上年结转1件）, 办理23件，其中新收21件、结转2件: the sum and nothing else."""
    text = scene.layout.shadow.text[number.reach : number.reach + _LOOK_AHEAD]
    opened = text.lstrip("，（：")
    phrases = claim_phrases()
    included = text[:1] in ("（", "，") and any(
        opened.startswith(word) for word in phrases.inclusion if word != "其中"
    )
    table = scene.figures.form.table(found.table)
    if table.whole is None:
        return found.readings
    derived = {row.id: row.rows for row in table.derived}
    parts = set(derived.get(table.whole.due, ()))
    ahead = scene.layout.within(number.reach, number.reach + _LOOK_AHEAD)
    told = {sense.name for word in ahead for sense in word.of(Facet.ROW, table.id)}
    both = opened.startswith(phrases.partition) and parts and parts <= told
    if both:
        return _summed(found, table.whole, {table.whole.new, table.whole.done})
    if included and told & (parts - {table.whole.new}):
        return _summed(found, table.whole, {table.whole.new})
    return found.readings


def _summed(found: Named, whole: Whole, rows: set[str]) -> tuple[Expression, ...]:
    """The readings with the sum in the place of ``rows``."""
    raised = [
        Ref(reading.table, whole.due, reading.column)
        if isinstance(reading, Ref) and reading.row in rows
        else reading
        for reading in found.readings
    ]
    return tuple(dict.fromkeys(raised))
