"""Which rows of a table the words mean: verbs, outcomes, groups, and rows that go on."""

from itertools import pairwise
from typing import TypeAlias

from assistant.claims.lexicon import Facet, Mention, Sense
from assistant.claims.naming import Naming
from assistant.claims.phrases import claim_phrases
from assistant.forms import Table, row_leaves_of

_SEVERAL = 2
_AND_SO_ON = "等"

Rows: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternatives; each is the rows that are added."""


def generic_rows(table: Table) -> frozenset[str]:
    """Rows named by plain verbs (收到, 受理, 办结), which give way to any outcome named."""
    whole = table.whole
    return frozenset() if whole is None else frozenset({whole.due, whole.done, whole.new})


def rows_of(found: list[Mention], table: Table, naming: Naming) -> Rows:
    """The rows that words name, best reading first: outcomes before plain verbs."""
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


def _verbs(found: list[Mention], table: Table, text: str) -> Rows:
    """受理和办理: any of them; 受理后办结: the last."""
    senses = [sense for mention in reversed(found) for sense in mention.of(Facet.ROW, table.id)]
    ranked = sorted(senses, key=_rank) if _linked(found, text) else _last_first(found, table)
    return tuple(dict.fromkeys((sense.name,) for sense in ranked))


def _rank(sense: Sense) -> int:
    return sense.rank


def _last_first(found: list[Mention], table: Table) -> list[Sense]:
    return list(found[-1].of(Facet.ROW, table.id)) if found else []


def _combined(found: list[Mention], table: Table, text: str) -> Rows:
    """The last row named, or all of them where they are joined by 及, 和 or 、.

    Of a group and a row in it the row is meant: 属于国家秘密不予公开.
    """
    chain = [found[-1]]
    for earlier, later in reversed(list(pairwise(found))):
        if not _linked([earlier, later], text):
            break
        chain.insert(0, earlier)
    chain = _without_examples(chain, table)
    last = chain[-1].of(Facet.ROW, table.id)
    reasons = _reasons(found, last[0].name, table, text)
    names = [mention.of(Facet.ROW, table.id)[0].name for mention in chain]
    rows = tuple(dict.fromkeys(name for name in names if not reasons or name in reasons))
    if reasons:
        alternatives = (reasons, rows, *((name,) for name in reversed(reasons)), (last[0].name,))
        return tuple(dict.fromkeys(added for added in alternatives if added))
    return (rows,) if len(rows) > 1 else tuple((sense.name,) for sense in last)


def _without_examples(chain: list[Mention], table: Table) -> list[Mention]:
    """其他处理（含主动撤回申请）: what is named behind its own group adds nothing to it."""
    groups = [row_leaves_of(table, m.of(Facet.ROW, table.id)[0].name) for m in chain[:1]]
    head = groups[0] if groups and len(groups[0]) > 1 else ()
    return [
        m
        for place, m in enumerate(chain)
        if not place or m.of(Facet.ROW, table.id)[0].name not in head
    ]


def _reasons(found: list[Mention], group: str, table: Table, text: str) -> tuple[str, ...]:
    """The rows within ``group`` that are named before it, unless 等 says that there are more."""
    leaves = row_leaves_of(table, group)
    inside = [m for m in found if m.of(Facet.ROW, table.id)[0].name in leaves]
    if len(leaves) < _SEVERAL or not inside or "等" in text[inside[-1].end : found[-1].start]:
        return ()
    return tuple(dict.fromkeys(m.of(Facet.ROW, table.id)[0].name for m in inside))


def _linked(found: list[Mention], text: str) -> bool:
    """Whether only conjunctions stand between each word and the next; 等 sums up and adds none."""
    gaps = [text[earlier.end : later.start] for earlier, later in pairwise(found)]
    return len(found) > 1 and all(joins(gap) and gap != _AND_SO_ON for gap in gaps)


def joins(between: str) -> bool:
    """Whether a text is nothing but a conjunction, perhaps with 案件 or the like around it."""
    phrases = claim_phrases()
    bare = between
    for filler in phrases.link_fillers:
        bare = bare.replace(filler, "")
    return bare in phrases.links or bare.removeprefix("（") in phrases.inclusion


def unnamed_rows(naming: Naming, table: Table, *, columns: bool, gone: bool) -> Rows:
    """Rows that go on from the number before; 已审结的 looks back at all the cases counted."""
    held = [ref.row for ref in naming.held if ref.table == table.id]
    around = [
        group.id
        for group in table.row_groups
        if (gone or naming.apart) and held and set(held) < set(row_leaves_of(table, group.id))
    ]
    unsaid = tuple((row,) for row in table.unsaid_rows)
    told = tuple((row,) for row in ((*around, *held) if naming.apart else (*held, *around)))
    if columns and held[:1] == list(table.unsaid_rows[:1]):
        return told
    return tuple(dict.fromkeys((*told, *unsaid))) if columns or gone else unsaid


def as_derived(rows: tuple[str, ...], table: Table) -> tuple[str, ...]:
    """新收 and 上年结转 together have a name of their own."""
    for derived in table.derived:
        if set(rows) == set(derived.rows):
            return (derived.id,)
    return rows
