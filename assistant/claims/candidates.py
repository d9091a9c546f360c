"""What a labelled number may speak of: rows times columns of a table, best reading first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.claims.expressions import Expression, Figures, Ref, Sum
from assistant.claims.lexicon import Facet, Mention, Role, Sense
from assistant.claims.phrases import claim_phrases
from assistant.claims.topics import Kind, Topic
from assistant.forms import Form, Table

_MONEY = frozenset({"元", "万元", "亿元"})


@dataclass(frozen=True, slots=True)
class Naming:
    """The words that name a quantity, and what the talk before them was of.

    held: the rows of the last bound number, which a bare column or outcome goes on from.
    """

    mentions: tuple[Mention, ...]
    topic: Topic
    text: str
    unit: str | None = None
    held: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Readings of a naming, the best first, and the words it was read from.

    spoken: whether a row or what the table counts was named, not only inherited.
    """

    table: str
    readings: tuple[Expression, ...]
    spoken: bool
    last: int


def named(naming: Naming, figures: Figures) -> Named | None:
    """The readings of a naming; None where it names nothing that a table holds."""
    if not any(mention.by_facet for mention in naming.mentions):
        return None
    if _heads_elsewhere(naming.mentions, figures.form):
        return None
    for table in _tables(naming, figures.form):
        found = _in_table(naming, table, figures)
        if found is not None:
            return found
    return None


def _heads_elsewhere(mentions: tuple[Mention, ...], form: Form) -> bool:
    """Whether the last noun is one no table holds: 收到网民留言, 留言办结, 信息公开投诉."""
    for mention in reversed(mentions):
        if Role.FOREIGN in mention.roles:
            return True
        if mention.of(Facet.OBJECT) or any(_is_noun(s, form) for s in mention.of(Facet.ROW)):
            return False
    return False


def _is_noun(sense: Sense, form: Form) -> bool:
    """Whether a row's name stands for itself, as 行政复议 and 予以公开 do and 办结 does not."""
    return sense.name not in generic_rows(form.table(sense.table))


def _tables(naming: Naming, form: Form) -> Iterator[Table]:
    """Tables in the order in which the words speak for them: the last plain noun first."""
    seen: set[str] = set()
    for mention in reversed(naming.mentions):
        for sense in mention.senses:
            plain = sense.facet is Facet.ROW and not form.table(sense.table).rows_need_object
            if plain or sense.facet is Facet.OBJECT:
                seen.add(sense.table)
                if len(seen) == 1:
                    yield form.table(sense.table)
    likely = [t for t in form.tables if naming.topic.is_of(t.id) or _holds(naming, t)]
    yield from (table for table in likely if table.id not in seen)
    yield from (table for table in form.tables if table not in likely or table.id in seen)


def _holds(naming: Naming, table: Table) -> bool:
    if table.rows_need_object and naming.topic.kind is Kind.FOREIGN:
        return False
    return any(ref.table == table.id for ref in naming.held)


def _in_table(naming: Naming, table: Table, figures: Figures) -> Named | None:
    rows = _row_mentions(naming.mentions, table)
    columns = [found for found in naming.mentions if found.of(Facet.COLUMN, table.id)]
    objects = [found for found in naming.mentions if found.of(Facet.OBJECT, table.id)]
    if table.rows_need_object and not objects and not _understood(naming, table, rows):
        return None
    if not rows and not objects and not (_may_go_on(columns, table) and _holds(naming, table)):
        return None
    named_rows = _rows(rows, table, naming) or _unnamed_rows(naming, table, columns=bool(columns))
    readings = tuple(_readings(named_rows, columns, table, naming, figures))
    if not readings:
        return None
    words = (*rows, *columns, *objects)
    return Named(
        table=table.id,
        readings=readings,
        spoken=bool(rows) or bool(objects),
        last=max(word.end for word in words),
    )


def _may_go_on(columns: list[Mention], table: Table) -> bool:
    """Whether a column without its row goes on from the number before; 失效 is too vague for it."""
    return any(
        sense.rank == 0 or table.rows_need_object
        for word in columns
        for sense in word.of(Facet.COLUMN, table.id)
    )


def _understood(naming: Naming, table: Table, rows: list[Mention]) -> bool:
    """Whether verbs speak of this table here; 不予公开 does where nothing else is spoken of."""
    if naming.topic.is_of(table.id) or _holds(naming, table):
        return True
    open_topic = naming.topic.kind in (Kind.NONE, Kind.TABLE)
    generic = generic_rows(table)
    senses = [sense for row in rows for sense in row.of(Facet.ROW, table.id)]
    return open_topic and any(s.rank == 0 and s.name not in generic for s in senses)


def _row_mentions(mentions: Iterable[Mention], table: Table) -> list[Mention]:
    return [found for found in mentions if found.of(Facet.ROW, table.id)]


def generic_rows(table: Table) -> frozenset[str]:
    """Rows named by plain verbs (收到, 受理, 办结), which give way to any outcome named."""
    whole = table.whole
    return frozenset() if whole is None else frozenset({whole.due, whole.done, whole.new})


_Rows = tuple[tuple[str, ...], ...]
"""Alternatives; each is the rows that are added."""


def _rows(found: list[Mention], table: Table, naming: Naming) -> _Rows:
    generic = generic_rows(table)
    special = [
        mention
        for mention in found
        if any(s.name not in generic for s in mention.of(Facet.ROW, table.id))
    ]
    plain = [mention for mention in found if mention not in special]
    sure = [m for m in special if any(s.rank == 0 for s in m.of(Facet.ROW, table.id))]
    if sure:
        return _combined(special[: special.index(sure[-1]) + 1], table, naming.text)
    if not plain:
        return _combined(special, table, naming.text) if special else ()
    return _verbs(plain, table, naming.text)


def _verbs(found: list[Mention], table: Table, text: str) -> _Rows:
    """受理和办理: any of them; 受理后办结: the last."""
    senses = [sense for mention in reversed(found) for sense in mention.of(Facet.ROW, table.id)]
    ranked = sorted(senses, key=_rank) if _linked(found, text) else _last_first(found, table)
    return tuple(dict.fromkeys((sense.name,) for sense in ranked))


def _rank(sense: Sense) -> int:
    return sense.rank


def _last_first(found: list[Mention], table: Table) -> list[Sense]:
    return list(found[-1].of(Facet.ROW, table.id)) if found else []


def _combined(found: list[Mention], table: Table, text: str) -> _Rows:
    """The last row named, or all of them where they are joined by 及, 和 or 、."""
    chain = [found[-1]]
    for earlier, later in reversed(list(pairwise(found))):
        if not _linked([earlier, later], text):
            break
        chain.insert(0, earlier)
    names = [mention.of(Facet.ROW, table.id)[0].name for mention in chain]
    rows = tuple(dict.fromkeys(names))
    if len(rows) > 1:
        return (rows,)
    last = chain[-1].of(Facet.ROW, table.id)
    return tuple((sense.name,) for sense in last)


def _linked(found: list[Mention], text: str) -> bool:
    """Whether only conjunctions stand between each word and the next."""
    return len(found) > 1 and all(
        joins(text[earlier.end : later.start]) for earlier, later in pairwise(found)
    )


def joins(between: str) -> bool:
    """Whether a text is nothing but a conjunction, perhaps with 案件 or the like around it."""
    phrases = claim_phrases()
    bare = between
    for filler in ("案件", "申请", "结果", "案", "的", "予以", "作出", "给予", "零", "无"):
        bare = bare.replace(filler, "")
    return bare in phrases.links


def _unnamed_rows(naming: Naming, table: Table, *, columns: bool) -> _Rows:
    held = tuple((ref.row,) for ref in naming.held if ref.table == table.id)
    unsaid = tuple((row,) for row in table.unsaid_rows)
    return tuple(dict.fromkeys((*held, *unsaid))) if columns else unsaid


def _readings(
    rows: _Rows,
    columns: list[Mention],
    table: Table,
    naming: Naming,
    figures: Figures,
) -> Iterator[Expression]:
    for added in rows:
        for column in _columns(added, columns, table, naming):
            refs = tuple(Ref(table.id, row, column) for row in added)
            if all(figures.exists(ref) for ref in refs):
                yield refs[0] if len(refs) == 1 else Sum(refs)


def _columns(
    rows: tuple[str, ...], mentions: list[Mention], table: Table, naming: Naming
) -> tuple[str, ...]:
    """Columns meant, best first."""
    unsaid = _unsaid(rows, table)
    said = _said_columns(mentions, table)
    return tuple(name for name in (said or unsaid) if _fits(table, name, naming.unit))


def _said_columns(mentions: list[Mention], table: Table) -> tuple[str, ...]:
    """The last column named; none where persons and organisations are named together."""
    named_columns = [found.of(Facet.COLUMN, table.id)[0].name for found in mentions]
    if len(set(named_columns)) > 1 and table.rows_need_object:
        return ()
    last = mentions[-1].of(Facet.COLUMN, table.id) if mentions else ()
    return tuple(sense.name for sense in last)


def _unsaid(rows: tuple[str, ...], table: Table) -> tuple[str, ...]:
    for row in table.rows:
        if row.id in rows and row.unsaid_columns:
            return row.unsaid_columns
    return table.unsaid_columns


def _fits(table: Table, name: str, unit: str | None) -> bool:
    """Amounts of money are no counts."""
    money = next(
        (
            column.unit in _MONEY
            for block in table.blocks
            for column in block.column_leaves
            if column.id == name
        ),
        False,
    )
    return unit is None or money == (unit in _MONEY)
