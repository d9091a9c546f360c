"""What a labelled number may speak of: rows times columns of a table, best reading first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.claims.columns import TELLING_UNITS, columns_of, counts_in, is_change, without_column
from assistant.claims.expressions import Expression, Figures, Ref, Sum
from assistant.claims.lexicon import Facet, Mention, Role, Sense
from assistant.claims.naming import Naming
from assistant.claims.rows import Rows, as_derived, generic_rows, rows_of, unnamed_rows
from assistant.claims.topics import Kind
from assistant.forms import Form, Table

_UNMISTAKABLE = 4
"""A row's name of so many characters is said of nothing else: 不予处理, 逾期未缴费."""


@dataclass(frozen=True, slots=True)
class Named:
    """Readings of a naming, the best first, and the words it was read from.

    spoken: whether a row or what the table counts was named, not only inherited.
    sure: whether the words stand for just this; else it is bound only where it agrees.
    """

    table: str
    readings: tuple[Expression, ...]
    spoken: bool
    last: int
    sure: bool = True


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
    near = {ref.table for ref in naming.near[-1:]}
    likely = [t for t in form.tables if naming.topic.is_of(t.id) or _holds(naming, t)]
    likely.sort(key=lambda table: table.id not in near)
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
    gone = [found for found in naming.mentions if found.of(Facet.NO_COLUMN, table.id)]
    goes_on = gone or (columns and naming.is_near(table.id))
    goes_on = goes_on or _may_go_on(columns, table, naming.unit)
    if not rows and not objects and not (goes_on and _holds(naming, table)):
        return None
    named_rows = rows_of(rows, table, naming)
    if not named_rows:
        named_rows = unnamed_rows(naming, table, columns=bool(columns), gone=bool(gone))
    if gone and not columns:
        readings = tuple(without_column(named_rows, gone[-1], table, figures))
    else:
        readings = tuple(_readings(named_rows, columns, table, naming, figures))
    if not readings:
        return None
    words = (*rows, *columns, *objects, *gone)
    return Named(
        table=table.id,
        readings=readings,
        spoken=bool(rows) or bool(objects),
        last=max(word.end for word in words),
        sure=_is_sure(rows, columns, readings[0], table, naming),
    )


def _is_sure(
    rows: list[Mention],
    columns: list[Mention],
    reading: Expression,
    table: Table,
    naming: Naming,
) -> bool:
    """Whether the words stand for their row and column and not only for something like it."""
    if table.rows_need_object:
        named = any(sense.rank == 0 for row in rows for sense in row.of(Facet.ROW))
        counted = any(sense.rank == 0 for found in columns for sense in found.of(Facet.COLUMN))
        spoken = any(found.of(Facet.OBJECT) for found in naming.mentions)
        return named or counted or spoken or naming.is_near(table.id)
    column = reading.column if isinstance(reading, Ref) else ""
    senses = [
        sense
        for found in columns
        for sense in found.of(Facet.COLUMN, table.id)
        if sense.name == column
    ]
    vague = bool(columns) and all(sense.rank for sense in senses)
    if rows and not _are_plain(rows, table):
        return False
    if vague and naming.unit in TELLING_UNITS:
        return any(is_change(table, sense.name) for sense in senses)
    if rows:
        return True
    return not vague or (bool(table.unsaid_columns) and naming.is_near(table.id))


def _are_plain(rows: list[Mention], table: Table) -> bool:
    """Whether a row has its own name and not only a part of it, such as 处罚."""
    return any(sense.rank == 0 for row in rows for sense in row.of(Facet.ROW, table.id))


def _may_go_on(columns: list[Mention], table: Table, unit: str | None) -> bool:
    """Whether a column without its row goes on from the number before; 失效 is too vague for it."""
    return any(
        sense.rank == 0 or table.rows_need_object or counts_in(table, sense.name, unit)
        for word in columns
        for sense in word.of(Facet.COLUMN, table.id)
    )


def _understood(naming: Naming, table: Table, rows: list[Mention]) -> bool:
    """Whether verbs speak of this table here; 不予公开 does where nothing else is spoken of."""
    if naming.topic.is_of(table.id) or _holds(naming, table):
        return True
    held = any(ref.table == table.id for ref in naming.held)
    open_topic = held or naming.topic.kind in (Kind.NONE, Kind.TABLE)
    generic = generic_rows(table)
    return any(
        sense.rank == 0
        and sense.name not in generic
        and (open_topic or len(row.word) >= _UNMISTAKABLE)
        for row in rows
        for sense in row.of(Facet.ROW, table.id)
    )


def _row_mentions(mentions: Iterable[Mention], table: Table) -> list[Mention]:
    return [found for found in mentions if found.of(Facet.ROW, table.id)]


def _readings(
    rows: Rows,
    columns: list[Mention],
    table: Table,
    naming: Naming,
    figures: Figures,
) -> Iterator[Expression]:
    for added in rows:
        said = columns_of(added, columns, table, naming)
        held = [name for name in said if figures.exists(Ref(table.id, added[0], name))]
        for column in held or columns_of(added, [], table, naming):
            refs = tuple(Ref(table.id, row, column) for row in as_derived(added, table))
            if all(figures.exists(ref) for ref in refs):
                yield refs[0] if len(refs) == 1 else Sum(refs)
