"""What a denial denies: the rows and columns of each thing named in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.claims.expressions import Expression, Ref
from assistant.claims.fragments import has_any, names_something
from assistant.claims.lexicon import Facet, Mention, Role, Sense
from assistant.claims.phrases import claim_phrases
from assistant.claims.rows import generic_rows, joins
from assistant.claims.scene import Scene
from assistant.forms import Table


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial: from ``start`` to ``end``, its words, and where the cue ends."""

    start: int
    end: int
    words: tuple[Mention, ...]
    cue: str
    verb: str
    first: int


def things_denied(scene: Scene, phrase: Denial) -> list[tuple[Expression, ...]]:
    """For each thing denied, its readings."""
    text = scene.layout.shadow.text
    words = _without_foreign_head(phrase.words, text)
    found: list[tuple[Expression, ...]] = []
    for table in scene.figures.form.tables:
        if table.rows_need_object:
            found.extend(_of_object(scene, phrase, words, table))
        else:
            found.extend(_of_rows(scene, phrase, words, table))
    return list(dict.fromkeys(found))


def _without_foreign_head(words: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Nothing where the last noun is one no table holds and stands alone as the thing denied."""
    official = [word for word in words if word.senses]
    if not official or not words:
        return ()
    behind = [w for w in words if w.start > official[-1].start and Role.FOREIGN in w.roles]
    if not behind:
        return words
    return words if joins(text[official[-1].end : behind[0].start]) else ()


def _of_rows(
    scene: Scene, phrase: Denial, words: tuple[Mention, ...], table: Table
) -> Iterator[tuple[Expression, ...]]:
    rows = [word for word in words if any(s.rank == 0 for s in word.of(Facet.ROW, table.id))]
    text = scene.layout.shadow.text
    columns = [
        sense
        for word in words
        if word.word not in claim_phrases().relative_years and not _listed([word], rows, text)
        for sense in word.of(Facet.COLUMN, table.id)
        if sense.rank == 0
    ]
    named = tuple(word.of(Facet.ROW, table.id)[0].name for word in rows)
    for row in named or _held_row(scene, phrase, table, columns):
        unsaid = next((r.unsaid_columns for r in table.rows if r.id == row), ())
        names = [sense.name for sense in columns] or list(unsaid or table.unsaid_columns)
        readings = tuple(Ref(table.id, row, name) for name in names)
        real = tuple(reading for reading in readings if scene.figures.exists(reading))
        if real:
            yield real


def _held_row(scene: Scene, phrase: Denial, table: Table, columns: list[Sense]) -> tuple[str, ...]:
    """无废止, 无未审结: of the row that was counted before, where a column alone is named."""
    held = scene.held_before(phrase.start, table.id)
    return tuple(ref.row for ref in held[-1:]) if columns else ()


def _of_object(
    scene: Scene, phrase: Denial, words: tuple[Mention, ...], table: Table
) -> Iterator[tuple[Expression, ...]]:
    """收到…申请: the row the verb names, if the talk is of what the table counts."""
    column = _column_denied(scene, phrase, words, table)
    for rows in _rows_denied(scene, phrase, words, table):
        yield tuple(Ref(table.id, row, column) for row in rows)


def _column_denied(scene: Scene, phrase: Denial, words: tuple[Mention, ...], table: Table) -> str:
    """未收到自然人的申请 denies one kind of applicants, 任何单位和个人 all of them."""
    said = {s.name for word in words for s in word.of(Facet.COLUMN, table.id) if s.rank == 0}
    anyone = has_any(
        scene.layout.shadow.text[phrase.start : phrase.end], claim_phrases().zero.anyone
    )
    one = len(said) == 1 and not anyone
    return said.pop() if one else next(iter(table.unsaid_columns), "")


def _rows_denied(
    scene: Scene, phrase: Denial, words: tuple[Mention, ...], table: Table
) -> tuple[tuple[str, ...], ...]:
    """The rows denied; of each, the readings."""
    objects = [word for word in words if word.of(Facet.OBJECT, table.id)]
    elsewhere = [
        word
        for word in words
        if any(sense.facet is Facet.ROW and sense.table != table.id for sense in word.senses)
    ]
    if elsewhere and not _listed(objects, elsewhere, scene.layout.shadow.text):
        return ()
    senses = [
        sense
        for word in words
        if Role.PUBLICATION not in word.roles
        for sense in word.of(Facet.ROW, table.id)
    ]
    special = [s.name for s in senses if s.name not in generic_rows(table) and s.rank == 0]
    topic = scene.topic(phrase.start)
    if not objects and not topic.is_of(table.id) and not special:
        return ()
    if not objects and any(Role.FOREIGN in word.roles for word in words):
        return ()
    if special:
        return _each_denied(words, table, scene.layout.shadow.text)
    plain = [sense for sense in senses if sense.name in generic_rows(table)]
    if plain or (senses and not objects):
        left = None if table.whole is None else table.whole.left
        told = sorted(plain or senses, key=lambda sense: (sense.rank, sense.name != left))
        return (tuple(dict.fromkeys(sense.name for sense in told)),)
    whole = table.whole
    done = () if whole is None else (whole.done,)
    return ((*table.unsaid_rows, *done),) if objects else ()


def _each_denied(
    words: tuple[Mention, ...], table: Table, text: str
) -> tuple[tuple[str, ...], ...]:
    """无上年结转和结转下年: every row of the list that ends with the last one named."""
    generic = generic_rows(table)
    named = [
        (word, sense.name)
        for word in words
        for sense in word.of(Facet.ROW, table.id)[:1]
        if sense.rank == 0 and sense.name not in generic
    ]
    first = len(named) - 1
    while first and joins(text[named[first - 1][0].end : named[first][0].start]):
        first -= 1
    return tuple(dict.fromkeys((name,) for _, name in named[first:]))


def _listed(objects: list[Mention], elsewhere: list[Mention], text: str) -> bool:
    """Whether an object stands in one list with other things: 申请、行政复议和行政诉讼."""
    return any(
        joins(text[min(a.end, b.end) : max(a.start, b.start)]) for a in objects for b in elsewhere
    )


def is_firm_denial(scene: Scene, phrase: Denial) -> bool:
    """Whether it denies all of a kind, not only some: 未因答复不当引发复议 denies one cause."""
    if any(Role.CHANNEL in word.roles for word in phrase.words):
        return False
    if any(Role.PUBLICATION in word.roles for word in phrase.words):
        return False
    text = scene.layout.shadow.text
    at = phrase.first
    for word in phrase.words:
        if names_something(text[at : word.start].replace(phrase.verb, "")):
            return False
        at = word.end
    return not has_any(text[phrase.start : phrase.end], claim_phrases().whole_region)
