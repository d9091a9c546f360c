"""Zero statements: 未收到申请, 没有发生行政复议、行政诉讼, …情况：无."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from assistant.claims.candidates import generic_rows, joins
from assistant.claims.expressions import Expression, Ref
from assistant.claims.facts import declared_in
from assistant.claims.fragments import has_any, names_something
from assistant.claims.layout import Layout
from assistant.claims.lexicon import Facet, Mention, Role, Sense
from assistant.claims.phrases import claim_phrases
from assistant.claims.scene import Scene
from assistant.claims.statements import Statement
from assistant.forms import Table
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


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A denial: from ``start`` to ``end``, its words, and where the cue ends."""

    start: int
    end: int
    words: tuple[Mention, ...]
    cue: str
    verb: str
    first: int


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
    return not any(
        word.start < at < word.end or (word.start == at and word.senses) for word in around
    )


def _phrase(scene: Scene, found: re.Match[str]) -> _Phrase | None:
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
    words = layout.within(cue_end, end)
    nouns = any(not _is_verb(word, scene) for word in words)
    cue = found["cue"]
    if not nouns and rest in claim_phrases().zero.tails:
        return _backward(layout, found, start, end, said)
    if verb is None and cue == "未":
        return None
    return _Phrase(found.start(), end, words, cue, said, cue_end)


def _is_verb(word: Mention, scene: Scene) -> bool:
    """收到, 受理: rows of a table whose rows are named by verbs."""
    form = scene.figures.form
    return bool(word.senses) and all(
        sense.facet is Facet.ROW and sense.name in generic_rows(form.table(sense.table))
        for sense in word.senses
    )


def _backward(
    layout: Layout, found: re.Match[str], start: int, end: int, verb: str
) -> _Phrase | None:
    """申请未收到, …情况：无: what is denied stands before."""
    text = layout.shadow.text
    told = text[start - 1 : start] if verb else text[start - 1 : start].strip("，")
    if start >= found.start() and told in ("：", "，"):
        start = max(layout.clause(start - 1)[0], start - _LONGEST)
    elif start >= found.start():
        return None
    if layout.numbers_within(start, found.start()):
        return None
    for said in claim_phrases().relative_years:
        if text.startswith(said, start):
            start += len(said)
    words = (*layout.within(start, found.start()), *layout.within(found.end(), end))
    return _Phrase(start, end, words, found["cue"], verb, start) if words else None


def _statement(scene: Scene, phrase: _Phrase) -> Statement | None:
    options = _options(scene, phrase)
    if not options:
        return _declared(scene, phrase) or _elsewhere(phrase)
    chosen: list[Expression] = []
    others: list[Expression] = []
    fits: bool | None = True
    total: Decimal | None = Decimal(0)
    for readings in options:
        values = [scene.figures.value(reading) for reading in readings]
        best = next((place for place, value in enumerate(values) if value == 0), 0)
        value = values[best]
        chosen.append(readings[best])
        others.extend(reading for reading in readings if reading != readings[best])
        total = None if total is None or value is None else total + value
        fits = _all(fits, None if value is None else value == 0)
    if fits is False and not _is_firm(scene, phrase):
        return Statement(phrase.start, phrase.end, ClaimKind.ZERO, others=(*chosen, *others))
    return Statement(
        phrase.start, phrase.end, ClaimKind.ZERO, tuple(chosen), tuple(others), total, fits
    )


def _all(first: bool | None, second: bool | None) -> bool | None:  # noqa: FBT001
    if first is False or second is False:
        return False
    return None if first is None or second is None else True


def _declared(scene: Scene, phrase: _Phrase) -> Statement | None:
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


def _elsewhere(phrase: _Phrase) -> Statement | None:
    """A denial of what no table holds: of a letter, an opinion, an accident."""
    foreign = any(Role.FOREIGN in word.roles for word in phrase.words)
    happened = phrase.verb in claim_phrases().zero.happenings
    long = phrase.end - phrase.start > _SHORTEST
    if long and (happened or (foreign and phrase.cue != "未")):
        return Statement(phrase.start, phrase.end, ClaimKind.ZERO)
    return None


def _options(scene: Scene, phrase: _Phrase) -> list[tuple[Expression, ...]]:
    """For each thing denied, its readings."""
    text = scene.layout.shadow.text
    words = _without_foreign_head(phrase.words, text)
    found: list[tuple[Expression, ...]] = []
    for table in scene.figures.form.tables:
        if table.rows_need_object:
            found.extend(_of_object(scene, phrase, words, table))
        else:
            found.extend(_of_rows(scene, words, table))
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
    scene: Scene, words: tuple[Mention, ...], table: Table
) -> Iterator[tuple[Expression, ...]]:
    rows = [word for word in words if word.of(Facet.ROW, table.id)]
    columns = [
        sense for word in words for sense in word.of(Facet.COLUMN, table.id) if sense.rank == 0
    ]
    for word in rows:
        row = word.of(Facet.ROW, table.id)[0].name
        unsaid = next((r.unsaid_columns for r in table.rows if r.id == row), ())
        names = [sense.name for sense in columns] or list(unsaid or table.unsaid_columns)
        readings = tuple(Ref(table.id, row, name) for name in names)
        real = tuple(reading for reading in readings if scene.figures.exists(reading))
        if real:
            yield real


def _of_object(
    scene: Scene, phrase: _Phrase, words: tuple[Mention, ...], table: Table
) -> Iterator[tuple[Expression, ...]]:
    """收到…申请: the row the verb names, if the talk is of what the table counts."""
    rows = _rows_denied(scene, phrase, words, table)
    if rows:
        column = table.unsaid_columns[0] if table.unsaid_columns else ""
        yield tuple(Ref(table.id, row, column) for row in rows)


def _rows_denied(
    scene: Scene, phrase: _Phrase, words: tuple[Mention, ...], table: Table
) -> tuple[str, ...]:
    objects = [word for word in words if word.of(Facet.OBJECT, table.id)]
    elsewhere = [
        word
        for word in words
        if any(sense.facet is Facet.ROW and sense.table != table.id for sense in word.senses)
    ]
    if elsewhere and not _listed(objects, elsewhere, scene.layout.shadow.text):
        return ()
    senses = [sense for word in words for sense in word.of(Facet.ROW, table.id)]
    special = [s.name for s in senses if s.name not in generic_rows(table) and s.rank == 0]
    topic = scene.topics.before(phrase.start)
    if not objects and not topic.is_of(table.id) and not special:
        return ()
    if not objects and any(Role.FOREIGN in word.roles for word in words):
        return ()
    if special:
        return (special[-1],)
    plain = [sense for sense in senses if sense.name in generic_rows(table)]
    if plain:
        return tuple(dict.fromkeys(sense.name for sense in sorted(plain, key=_rank)))
    whole = table.whole
    done = () if whole is None else (whole.done,)
    return (*table.unsaid_rows, *done) if objects else ()


def _rank(sense: Sense) -> int:
    return sense.rank


def _listed(objects: list[Mention], elsewhere: list[Mention], text: str) -> bool:
    """Whether an object stands in one list with other things: 申请、行政复议和行政诉讼."""
    return any(
        joins(text[min(a.end, b.end) : max(a.start, b.start)]) for a in objects for b in elsewhere
    )


def _is_firm(scene: Scene, phrase: _Phrase) -> bool:
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
