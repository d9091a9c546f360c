"""All statements: 均已按期答复, 全部予以公开, 现已审结."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.claims.expressions import Expression, Rate, Ref
from assistant.claims.fragments import covers, has_any
from assistant.claims.layout import Layout
from assistant.claims.lexicon import Facet, Mention, trie_pattern
from assistant.claims.percents import leaves_some, rates_of_whole
from assistant.claims.phrases import claim_phrases
from assistant.claims.scene import Scene
from assistant.claims.statements import Statement
from assistant.claims.topics import Kind, topic_of
from assistant.forms import Table, row_leaves_of
from assistant.model import ClaimKind

_HUNDRED = 100
_REACH = 60
_TAIL = 3
_EDGES = "（），、"
_FURTHER = re.compile("[并且]")
_MANY = 24
_LONGEST = 160
_TOLD = frozenset({Facet.COLUMN, Facet.NO_COLUMN, Facet.ROW})
_ALREADY = "已"
_STEPS = frozenset("前后时")
_NOT_YET = frozenset("后时前中率制机工流")


@cache
def _done() -> re.Pattern[str]:
    completion = claim_phrases().completion
    done = trie_pattern(completion.done)
    granted = trie_pattern(completion.granted)
    return re.compile(f"(?P<granted>{granted})|(?P<done>{done})")


@cache
def _all_of() -> re.Pattern[str]:
    return re.compile(trie_pattern(claim_phrases().completion.quantifiers))


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause behind its last number."""

    start: int
    end: int
    text: str
    words: tuple[Mention, ...]
    around: tuple[Mention, ...]
    """The words of the whole clause."""
    numbered: bool


def all_statements(scene: Scene, zeros: tuple[Statement, ...]) -> Iterator[Statement]:
    """Every clause that says, without a number, that all was done or all came out one way."""
    taken = [(zero.start, zero.end) for zero in zeros]
    done = -1
    for at in _signs(scene.layout):
        start, end = scene.layout.clause(at)
        if end <= done or covers(taken, at) or scene.layout.numbers_within(at, end):
            continue
        done = end
        clause = _clause(scene.layout, start, end)
        statement = (
            _of_outcome(scene, clause)
            or _of_row(scene, clause)
            or _of_completion(scene, clause)
            or _of_manner(scene, clause)
        )
        if statement is not None:
            yield statement


def _signs(layout: Layout) -> list[int]:
    """Where words stand that such statements are made of."""
    text = layout.shadow.text
    if not layout.numbers and not has_any(text, claim_phrases().completion.quantifiers):
        return []
    outcomes = (word.start for word in layout.mentions if not _TOLD.isdisjoint(word.by_facet))
    said = (found.start() for words in (_done(), _all_of()) for found in words.finditer(text))
    return sorted((*said, *outcomes))


def _clause(layout: Layout, start: int, end: int) -> _Clause:
    start = max(start, end - _LONGEST)
    numbers = layout.numbers_within(start, end)
    first = numbers[-1].reach if numbers else start
    text = layout.shadow.text[first:end]
    first, end = (
        first + len(text) - len(text.lstrip(_EDGES)),
        end - len(text) + len(text.rstrip(_EDGES)),
    )
    text = text.strip(_EDGES)
    return _Clause(
        first, end, text, layout.within(first, end), layout.within(start, end), bool(numbers)
    )


def _of_completion(scene: Scene, clause: _Clause) -> Statement | None:
    completion = claim_phrases().completion
    found = _last_done(clause.text)
    if found is None or not _is_asserted(clause, found):
        return None
    words = completion.quantifiers
    strong = has_any(clause.text, words)
    table = _table_talked_of(scene, clause)
    counted = _counted_before(scene, clause.start)
    if table is None:
        stated = strong or "已" in clause.text
        foreign = counted is not None and not counted and stated and _is_foreign(scene, clause)
        return Statement(clause.start, clause.end, ClaimKind.ALL) if foreign else None
    if not strong and clause.numbered and not _named_before(clause):
        return None
    objects = any(word.of(Facet.OBJECT, table.id) for word in clause.words)
    held = scene.held_before(clause.start, table.id) if counted is None and strong else counted
    told = any(ref.table == table.id for ref in held or ())
    if not told and not (strong and objects):
        return None
    if counted and told and _is_of_last_year(counted, table):
        return Statement(clause.start, clause.end, ClaimKind.ALL)
    row = _row_left(clause, table) or (_granted_row(table) if found["granted"] else None)
    return _judged(scene, clause, table, rates_of_whole(table, row), strong=strong)


def _of_manner(scene: Scene, clause: _Clause) -> Statement | None:
    """收到7件，全部为网上申请: how all of them came or were treated, which no table tells."""
    if not clause.text.lstrip(_ALREADY).startswith(claim_phrases().completion.quantifiers):
        return None
    counted = _counted_before(scene, clause.start)
    behind = scene.layout.shadow.text[max(0, clause.start - 1) : clause.start]
    apart = behind == "（" or (behind == "，" and not clause.numbered)
    if counted is None or not (apart or counted == ()) or clause.text[-1] in _STEPS:
        return None
    return Statement(clause.start, clause.end, ClaimKind.ALL)


def _is_of_last_year(counted: tuple[Ref, ...], table: Table) -> bool:
    """上年结转的2件均已办结: how those were answered no table tells."""
    whole = table.whole
    for derived in table.derived:
        if whole is not None and derived.id == whole.due:
            return counted[-1].row in derived.rows and counted[-1].row != whole.new
    return False


def _row_left(clause: _Clause, table: Table) -> str | None:
    """均结转下年办理: what is said of all is that nothing is done yet."""
    left = None if table.whole is None else table.whole.left
    names = {s.name for word in clause.words for s in word.of(Facet.ROW, table.id) if not s.rank}
    return left if left in names else None


def _named_before(clause: _Clause) -> bool:
    """Whether the number has its name apart from what is said of all: 3件申请均由个人提出."""
    quantifiers = claim_phrases().completion.quantifiers
    said = min((at for word in quantifiers if (at := clause.text.find(word)) >= 0), default=0)
    return any(word.senses and word.end <= clause.start + said for word in clause.around)


def _last_done(text: str) -> re.Match[str] | None:
    last: re.Match[str] | None = None
    for found in _done().finditer(text):
        if not (
            found["granted"] == "公开" and text[found.start() - 1 : found.start()] in "息务动不分"
        ):
            last = found
    return last


def _is_asserted(clause: _Clause, found: re.Match[str]) -> bool:
    """Whether it was done, as against how or by whom such things are done."""
    completion = claim_phrases().completion
    before = clause.text[: found.start() + 2]
    said = has_any(before, completion.quantifiers) or has_any(before, completion.adverbs)
    tail = _FURTHER.split(clause.text[found.end() :])[0]
    negated = has_any(before, ("未", "不", "没", "暂", "待", *completion.unasserted))
    return said and not negated and len(tail) <= _TAIL and _NOT_YET.isdisjoint(tail)


def _is_foreign(scene: Scene, clause: _Clause) -> bool:
    return scene.topic(clause.start).kind is Kind.FOREIGN or any(
        topic is not None and topic.kind is Kind.FOREIGN for topic in map(topic_of, clause.around)
    )


def _table_talked_of(scene: Scene, clause: _Clause) -> Table | None:
    topic = scene.topic(clause.start)
    for word in clause.around:
        said = topic_of(word)
        if said is not None and said.kind is not Kind.PUBLICATION:
            topic = said
    counted = _counted_before(scene, clause.start)
    if counted == () and topic.kind is not Kind.TABLE:
        return None
    for table in scene.figures.form.tables:
        if table.whole is not None and topic.is_of(table.id):
            return table
    return None


def _counted_before(scene: Scene, at: int) -> tuple[Ref, ...] | None:
    """What the last number before ``at``, near enough, speaks of; None without one."""
    start, _ = scene.layout.sentence(at)
    inside = scene.layout.bracket(at)
    counted = scene.said.counted
    last = bisect_right(counted, at, key=_reach)
    near = [
        refs
        for reach, refs in counted[max(0, last - _MANY) : last]
        if start - _REACH <= reach and scene.layout.bracket(reach - 1) in (None, inside)
    ]
    bound = [refs for refs in near if refs]
    return bound[-1] if bound and near[-1] == () and len(near) > 1 else (near[-1] if near else None)


def _reach(counted: tuple[int, tuple[Ref, ...]]) -> int:
    return counted[0]


def _granted_row(table: Table) -> str | None:
    """The row that 予以公开 names."""
    for row in table.rows:
        if any(word in row.terms for word in claim_phrases().completion.granted):
            return row.id
    return None


def _judged(
    scene: Scene,
    clause: _Clause,
    table: Table,
    readings: tuple[Expression, ...],
    *,
    strong: bool,
) -> Statement | None:
    if not readings:
        return None
    values = [scene.figures.value(reading) for reading in readings]
    best = next((place for place, value in enumerate(values) if value == _HUNDRED), 0)
    value = values[best]
    fits = None if value is None else value == _HUNDRED
    if fits is False and (not strong or leaves_some(scene, table)):
        fits = None
    others = tuple(reading for reading in readings if reading != readings[best])
    return Statement(
        clause.start, clause.end, ClaimKind.ALL, (readings[best],), others, value, fits
    )


def _of_outcome(scene: Scene, clause: _Clause) -> Statement | None:
    """均获维持, 仍在审理, 现已审结: an outcome for all of the counted cases before."""
    if len(clause.text) > _REACH or (clause.numbered and not _named_before(clause)):
        return None
    counted = _counted_before(scene, clause.start)
    strong = has_any(clause.text, claim_phrases().completion.quantifiers)
    for word in reversed(clause.words):
        for sense in (*word.of(Facet.NO_COLUMN), *word.of(Facet.COLUMN)):
            held = _held(clause, counted, sense.table)
            table = scene.figures.form.table(sense.table)
            if not held or sense.rank or (table.rows_need_object and not strong):
                continue
            if counted and clause.numbered and counted[-1].column == sense.name:
                return None
            return _outcome(scene, clause, held, table, word)
    return None


def _of_row(scene: Scene, clause: _Clause) -> Statement | None:
    """无法提供4件（均系本机关不掌握）: one row for all of the group counted before."""
    counted = _counted_before(scene, clause.start)
    if not counted or not clause.text.startswith(claim_phrases().completion.quantifiers):
        return None
    group = counted[-1]
    table = scene.figures.form.table(group.table)
    inside = row_leaves_of(table, group.row)
    for word in reversed(clause.words):
        for sense in word.of(Facet.ROW, table.id):
            if sense.name in inside and sense.name != group.row and sense.rank == 0:
                part = Ref(table.id, sense.name, group.column)
                return _all_in(scene, clause, part, group)
    return None


def _all_in(scene: Scene, clause: _Clause, part: Ref, whole: Ref) -> Statement:
    rate = Rate(part, whole)
    value = scene.figures.value(rate)
    fits = None if value is None else value == _HUNDRED
    return Statement(clause.start, clause.end, ClaimKind.ALL, (rate,), (part,), value, fits)


def _held(clause: _Clause, counted: tuple[Ref, ...] | None, table: str) -> tuple[Ref, ...]:
    named = tuple(
        Ref(table, sense.name, "")
        for word in clause.words
        for sense in word.of(Facet.ROW, table)
        if sense.rank == 0
    )
    return named or tuple(ref for ref in counted or () if ref.table == table)


def _outcome(
    scene: Scene, clause: _Clause, held: tuple[Ref, ...], table: Table, word: Mention
) -> Statement | None:
    unsaid = table.unsaid_columns
    if not unsaid or table.id == "":
        return None
    row = _whole_row(scene, clause, held[-1], table)
    gone = word.of(Facet.NO_COLUMN, table.id)
    if gone and not has_any(clause.text, ("未", "尚", "待")):
        return _none_left(scene, clause, Ref(table.id, row, gone[0].name))
    columns = word.of(Facet.COLUMN, table.id)
    if not columns:
        return None
    rates = [
        Rate(Ref(table.id, name, columns[0].name), Ref(table.id, name, unsaid[0]))
        for name in dict.fromkeys((*_asked(table), row, held[-1].row))
    ]
    values = [scene.figures.value(rate) for rate in rates]
    best = next((place for place, value in enumerate(values) if value == _HUNDRED), 0)
    rate, value = rates[best], values[best]
    fits = None if value is None else value == _HUNDRED
    others = (rate.part, *(other for other in rates if other != rate))
    return Statement(clause.start, clause.end, ClaimKind.ALL, (rate,), others, value, fits or None)


def _asked(table: Table) -> tuple[str, ...]:
    """办结13件，全部为自然人申请: who asked is told of what came in."""
    whole = table.whole
    return () if whole is None else (whole.new, whole.due)


def _whole_row(scene: Scene, clause: _Clause, last: Ref, table: Table) -> str:
    """The group that was counted in the sentence and then told row by row, else the last row."""
    start, end = scene.layout.sentence(clause.start)
    if any(word.of(Facet.ROW, table.id) for word in scene.layout.within(clause.end, end)):
        return last.row
    for reach, refs in reversed(scene.said.counted[-_MANY:]):
        if start < reach <= clause.start:
            for ref in refs:
                leaves = row_leaves_of(table, ref.row) if ref.table == table.id else ()
                if len(leaves) > 1 and last.row in leaves:
                    return ref.row
    return last.row


def _none_left(scene: Scene, clause: _Clause, ref: Ref) -> Statement:
    value = scene.figures.value(ref)
    fits = None if value is None else value == 0
    return Statement(clause.start, clause.end, ClaimKind.ALL, (ref,), (), value, fits or None)
