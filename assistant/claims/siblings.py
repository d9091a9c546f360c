"""其他5件 at the end of a list: the row or column called so beside the ones told before."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from assistant.claims.expressions import Expression, Figures, Ref
from assistant.claims.fragments import has_any, names_something
from assistant.claims.labels import Label
from assistant.claims.lexicon import Facet, Mention, Sense, bare_label
from assistant.claims.phrases import claim_phrases
from assistant.forms import Column, Form, Row


def rest_of_list(label: Label, last: Expression | None, figures: Figures) -> tuple[Ref, ...]:
    """What 其他 stands for behind the number told last; nothing where other words name it."""
    words = claim_phrases().rest
    text = label.text_before
    if not isinstance(last, Ref) or any(word.senses for word in label.mentions):
        return ()
    if not has_any(text, words) or names_something(_without(text, words)):
        return ()
    table = figures.form.table(last.table)
    columns = _rest([block.columns for block in table.blocks], last.column)
    rows = _rest([block.rows for block in table.blocks], last.row)
    beside = [Ref(last.table, last.row, column) for column in columns]
    below = [Ref(last.table, row, last.column) for row in rows]
    return tuple(ref for ref in (*beside, *below) if figures.exists(ref))


def with_rest(text: str, words: tuple[Mention, ...], form: Form, end: int) -> tuple[Mention, ...]:
    """The words of a list with the 其他 between or behind them made a name beside them."""
    found: list[Mention] = list(words[:1])
    for earlier, later in pairwise(words):
        found.extend(_rest_between(earlier, text[earlier.end : later.start], form))
        found.append(later)
    if words:
        found.extend(_rest_between(words[-1], text[words[-1].end : end], form))
    return tuple(found)


def _rest_between(earlier: Mention, between: str, form: Form) -> Iterator[Mention]:
    phrases = claim_phrases()
    for word in phrases.rest:
        left, found, right = between.partition(word)
        linked = left in phrases.links and (right in phrases.links or not names_something(right))
        if found and linked:
            start = earlier.end + len(left)
            yield Mention(start, start + len(word), word, dict(_beside(earlier, form)), frozenset())


def _beside(mention: Mention, form: Form) -> Iterator[tuple[Facet, tuple[Sense, ...]]]:
    """What is called 其他 beside a column or a row."""
    for sense in (*mention.of(Facet.COLUMN), *mention.of(Facet.ROW))[:1]:
        blocks = form.table(sense.table).blocks
        column = sense.facet is Facet.COLUMN
        families = [block.columns if column else block.rows for block in blocks]
        for name in _rest(families, sense.name)[:1]:
            yield sense.facet, (Sense(sense.table, sense.facet, name),)


def _without(text: str, words: Iterable[str]) -> str:
    for word in words:
        text = text.replace(word, "，")
    return text


def _rest(families: Iterable[Sequence[Row] | Sequence[Column]], told: str) -> tuple[str, ...]:
    """Ids called 其他 in the family that ``told`` belongs to, and in those around it."""
    for family in families:
        lineage = tuple(_lineage(family, told))
        if lineage:
            return tuple(_called_rest(lineage, told))
    return ()


def _lineage(
    family: Sequence[Row] | Sequence[Column], told: str
) -> Iterator[Sequence[Row] | Sequence[Column]]:
    """The family that holds ``told``, then the ones around it."""
    for member in family:
        inner = member.rows if isinstance(member, Row) else member.columns
        around = tuple(_lineage(inner, told))
        if member.id == told or around:
            yield from around
            yield family
            return


def _called_rest(lineage: Iterable[Sequence[Row] | Sequence[Column]], told: str) -> Iterator[str]:
    for family in lineage:
        for member in family:
            named = bare_label(member.label).startswith(claim_phrases().rest)
            if named and member.id != told:
                yield member.id
