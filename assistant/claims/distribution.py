"""甲、乙、丙分别为3件、2件和1件: each number has the name at its place in the list."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from assistant.claims.layout import Layout, Number
from assistant.claims.lexicon import Facet, Mention
from assistant.claims.phrases import claim_phrases
from assistant.claims.siblings import with_rest
from assistant.forms import Form

_EACH = "分别"
_REACH = 160
_BETWEEN = re.compile(r"[、，；和及与以或\u4e00-\u9fff]{0,4}")
_NAMES = (Facet.ROW, Facet.COLUMN)


def distributed(layout: Layout, form: Form) -> dict[int, tuple[Mention, ...]]:
    """Where each such number begins, and the words that name it."""
    found: dict[int, tuple[Mention, ...]] = {}
    text = layout.shadow.text
    at = text.find(_EACH)
    while at >= 0:
        found.update(_list_at(layout, form, at))
        at = text.find(_EACH, at + len(_EACH))
    return found


def _list_at(layout: Layout, form: Form, at: int) -> Iterator[tuple[int, tuple[Mention, ...]]]:
    start = max(layout.clause(at)[0], at - _REACH)
    before = with_rest(layout.shadow.text, layout.within(start, at), form, at)
    names = chain_of(layout.shadow.text, before)
    end = min(layout.sentence(at)[1], at + _REACH)
    numbers = _run(layout, layout.numbers_within(at, end))
    if len(names) < 2 or len(numbers) < len(names):
        return
    common = tuple(word for word in before if word not in names)
    for number, name in zip(numbers, names, strict=False):
        yield number.start, tuple(sorted((*common, name), key=_place))


def _place(word: Mention) -> int:
    return word.start


def chain_of(text: str, words: Iterable[Mention], *facets: Facet) -> list[Mention]:
    """The names of rows or columns (or of one of them) that stand in the last list of ``words``."""
    names = [word for word in words if any(word.of(facet) for facet in facets or _NAMES)]
    chain = names[-1:]
    for earlier, later in reversed(list(pairwise(names))):
        between = text[earlier.end : later.start].strip("案件申请")
        if between not in claim_phrases().links:
            break
        chain.insert(0, earlier)
    return chain


def _run(layout: Layout, numbers: tuple[Number, ...]) -> list[Number]:
    """The first numbers, as long as only units and conjunctions stand between them."""
    run = list(numbers[:1])
    for earlier, later in pairwise(numbers):
        text = layout.shadow.text[earlier.reach : later.start]
        if layout.within(earlier.reach, later.start) or _BETWEEN.fullmatch(text) is None:
            break
        run.append(later)
    return run
