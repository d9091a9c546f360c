"""Tells 申请 that a table counts from 建房申请 and 行政许可申请, which it does not."""

import re
from collections.abc import Iterator

from assistant.claims.fragments import names_something
from assistant.claims.lexicon import Facet, Mention, Role
from assistant.claims.phrases import claim_phrases

_BARE = 3
"""An object's name of fewer characters says too little by itself."""
_EDGE = re.compile(r"[^\u4e00-\u9fff]|[对每向件各]")
_OF = "的"
"""办出的申请 tells which ones, not what they are for."""
_LONGEST = 12


def without_other_subjects(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The words, a bare object with another noun right before it turned into a foreign one."""
    return tuple(_told_apart(text, mentions))


def _told_apart(text: str, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    before: Mention | None = None
    for mention in mentions:
        bare = _is_bare(mention) and _is_of_another(text, before, mention)
        if bare or _is_other(text, before, mention):
            yield Mention(mention.start, mention.end, mention.word, {}, frozenset({Role.FOREIGN}))
        else:
            yield mention
        before = mention


def _is_other(text: str, before: Mention | None, mention: Mention) -> bool:
    """全局其他行政诉讼案件13件: not the cases of disclosure."""
    if before is not None and before.end == mention.start:
        return False
    other = text.endswith(claim_phrases().rest, 0, mention.start)
    return other and any(sense.rank == 0 for sense in mention.of(Facet.ROW))


def _is_bare(mention: Mention) -> bool:
    return len(mention.word) < _BARE and bool(mention.of(Facet.OBJECT))


def _is_of_another(text: str, before: Mention | None, mention: Mention) -> bool:
    start = mention.start
    if before is not None and before.end == start:
        table = mention.of(Facet.OBJECT)[0].table
        return any(s.facet is Facet.ROW and s.table != table for s in before.senses)
    left = max(0, start - _LONGEST) if before is None else max(before.end, start - _LONGEST)
    between = _EDGE.split(text[left:start])[-1]
    return names_something(between) and not between.endswith(_OF)
