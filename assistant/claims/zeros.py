"""Zero statements: 未收到申请, 没有发生行政复议、行政诉讼, …情况：无."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from assistant.claims.denials import Denial, is_firm_denial, things_denied
from assistant.claims.facts import declared_in
from assistant.claims.layout import Layout
from assistant.claims.lexicon import GAP, Facet, Mention, Role
from assistant.claims.phrases import claim_phrases
from assistant.claims.rows import generic_rows
from assistant.claims.scene import Scene
from assistant.claims.statements import Statement
from assistant.model import ClaimKind

_CUE_SIGNS = frozenset("未没无零存")
_TRAILING = "过的了"
_SHORTEST = 4
_LONGEST = 120


@cache
def _cue() -> re.Pattern[str]:
    zero = claim_phrases().zero
    prefixes = "|".join(sorted(zero.prefixes, key=len, reverse=True))
    cues = "|".join(sorted(zero.cues, key=len, reverse=True))
    return re.compile(f"(?:{prefixes}){{0,3}}(?P<cue>{cues})")


@cache
def _verb() -> re.Pattern[str]:
    verbs = "|".join(sorted(claim_phrases().zero.verbs, key=len, reverse=True))
    return re.compile(f"(?:曾|能|再|有)?(?P<verb>{verbs})")


def zero_statements(scene: Scene) -> Iterator[Statement]:
    """Every denial that tells a figure, or tells one that no table holds."""
    text = scene.layout.shadow.text
    if not _CUE_SIGNS.intersection(text):
        return
    done = 0
    for found in _cue().finditer(text):
        if found.start() < done or not _denies(scene.layout, found):
            continue
        phrase = _phrase(scene, found)
        statement = None if phrase is None else _statement(scene, phrase)
        if statement is not None:
            done = statement.end
            yield statement


def _denies(layout: Layout, found: re.Match[str]) -> bool:
    text, at = layout.shadow.text, found.start("cue")
    zero = claim_phrases().zero
    if layout.numbers_within(at, at + 1):
        return False
    if any(text.startswith(word, at) for word in zero.not_cues):
        return False
    if any(text.startswith(word, at - 1) for word in ("毫无", "有无")) or text.endswith(
        "全域", 0, at
    ):
        return False
    if text[at] == "零" and (text[at - 1 : at].isdigit() or text[at + 1 : at + 2] in "一二三四五"):
        return False
    around = layout.within(max(0, at - 12), at + 12)
    return _split_by(layout, at) is not None or not any(
        word.start < at < word.end or (word.start == at and word.senses) for word in around
    )


def _split_by(layout: Layout, at: int) -> Mention | None:
    """上年亦无结转: a name that the denial stands inside."""
    for word in layout.within(max(0, at - 12), at + 12):
        if word.start < at < word.end and GAP in word.word:
            return word
    return None


def _phrase(scene: Scene, found: re.Match[str]) -> Denial | None:
    layout = scene.layout
    text = layout.shadow.text
    start, end = layout.clause(found.start())
    cue_end = found.end()
    start, end = max(start, found.start() - _LONGEST), min(end, cue_end + _LONGEST)
    verb = _verb().match(text, cue_end)
    said = "" if verb is None else verb["verb"]
    rest = text[(cue_end if verb is None else verb.end()) : end].strip(_TRAILING)
    if layout.numbers_within(cue_end, end):
        return None
    split = _split_by(layout, found.start("cue"))
    if split is not None:
        return Denial(split.start, end, (split,), found["cue"], "", split.start)
    words = layout.within(cue_end, end)
    nouns = any(not _is_verb(word, scene) for word in words)
    cue = found["cue"]
    if not nouns and rest in claim_phrases().zero.tails:
        return _backward(layout, found, start, end, said)
    if verb is None and cue == "未" and not _suffered(words, cue_end):
        return None
    who = tuple(word for word in layout.within(start, found.start()) if _is_who(word, found))
    begins = who[0].start if who else found.start()
    return Denial(begins, end, (*who, *words), cue, said, cue_end)


def _is_who(word: Mention, found: re.Match[str]) -> bool:
    """法律服务机构未提出申请: whose applications there were none of."""
    return word.end == found.start() and any(s.rank == 0 for s in word.of(Facet.COLUMN))


def _suffered(words: tuple[Mention, ...], at: int) -> bool:
    """未涉诉, 未被复议: a row whose name is itself what did not happen."""
    return bool(words) and words[0].start == at and bool(words[0].of(Facet.ROW))


def _is_verb(word: Mention, scene: Scene) -> bool:
    """收到, 受理: rows of a table whose rows are named by verbs."""
    form = scene.figures.form
    return bool(word.senses) and all(
        sense.facet is Facet.ROW and sense.name in generic_rows(form.table(sense.table))
        for sense in word.senses
    )


def _backward(
    layout: Layout, found: re.Match[str], start: int, end: int, verb: str
) -> Denial | None:
    """申请未收到, …情况：无: what is denied stands before."""
    text = layout.shadow.text
    told = text[start - 1 : start] if verb else text[start - 1 : start].strip("，")
    if start >= found.start() and told in ("：", "，"):
        start = max(layout.clause(start - 1)[0], start - _LONGEST)
    elif start >= found.start():
        return None
    if layout.numbers_within(start, found.start()):
        return None
    words = (*layout.within(start, found.start()), *layout.within(found.end(), end))
    for said in claim_phrases().relative_years:
        if text.startswith(said, start) and not (words and words[0].start == start):
            start += len(said)
    return Denial(start, end, words, found["cue"], verb, start) if words else None


def _statement(scene: Scene, phrase: Denial) -> Statement | None:
    options = things_denied(scene, phrase)
    if not options:
        return _declared(scene, phrase) or _elsewhere(phrase)
    values = [[scene.figures.value(reading) for reading in readings] for readings in options]
    best = [next((at for at, v in enumerate(found) if v == 0), 0) for found in values]
    chosen = [readings[at] for readings, at in zip(options, best, strict=True)]
    others = [r for readings in options for r in readings if r not in chosen]
    said = [found[at] for found, at in zip(values, best, strict=True)]
    known = [value for value in said if value is not None]
    total = sum(known, Decimal(0)) if len(known) == len(said) else None
    fits = False if any(known) else (None if total is None else True)
    if fits is False and not is_firm_denial(scene, phrase):
        return Statement(phrase.start, phrase.end, ClaimKind.ZERO, others=(*chosen, *others))
    return Statement(
        phrase.start, phrase.end, ClaimKind.ZERO, tuple(chosen), tuple(others), total, fits
    )


def _declared(scene: Scene, phrase: Denial) -> Statement | None:
    """A denial of what an officer vouches for: 未举办培训 against a declared number of them."""
    text = scene.layout.shadow.text[phrase.start : phrase.end]
    fact = declared_in(scene.context.statistics.facts, text)
    if fact is None:
        return None
    return Statement(
        phrase.start,
        phrase.end,
        ClaimKind.ZERO,
        expected=fact.value,
        fits=fact.value == 0,
        fact=fact,
    )


def _elsewhere(phrase: Denial) -> Statement | None:
    """A denial of what no table holds: of a letter, an opinion, an accident."""
    foreign = any(Role.FOREIGN in word.roles for word in phrase.words)
    happened = phrase.verb in claim_phrases().zero.happenings
    long = phrase.end - phrase.start > _SHORTEST
    if long and (happened or (foreign and (phrase.cue != "未" or phrase.verb))):
        return Statement(phrase.start, phrase.end, ClaimKind.ZERO)
    return None
