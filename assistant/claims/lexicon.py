"""The words a form and the phrases know, and where a text has them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from assistant.claims.phrases import ClaimPhrases, claim_phrases
from assistant.forms import Column, Form, Row, SameForm, Table

GAP = "~"
"""Stands in a name for a few characters in between."""
_BETWEEN = "[^，。；：（）]{0,8}?"
_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])"
)
_SHORTEST_LABEL = 3


class Facet(StrEnum):
    """What a word of a form names."""

    OBJECT = "object"
    ROW = "row"
    COLUMN = "column"
    TOPIC = "topic"
    """A word that tells what is talked of, and counts nothing: 申请人."""
    NO_COLUMN = "no_column"
    """A word that says a column holds none: 审结 of 尚未审结."""


class Role(StrEnum):
    """What a word outside the form does."""

    FOREIGN = "foreign"
    CHANNEL = "channel"
    PUBLICATION = "publication"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing of a form a word may mean; rank 0 before rank 1."""

    table: str
    facet: Facet
    name: str
    rank: int = 0


class Mention(NamedTuple):
    """A known word in a text; ``by_facet`` are its senses in a form."""

    start: int
    end: int
    word: str
    by_facet: Mapping[Facet, tuple[Sense, ...]]
    roles: frozenset[Role]

    @property
    def senses(self) -> tuple[Sense, ...]:
        """All it may mean in a form."""
        return tuple(sense for senses in self.by_facet.values() for sense in senses)

    def of(self, facet: Facet, table: str | None = None) -> tuple[Sense, ...]:
        """Its senses of one facet, of one table or any."""
        senses = self.by_facet.get(facet, ())
        if table is None or not senses:
            return senses
        return tuple(sense for sense in senses if sense.table == table)


_NO_SENSES: Final[Mapping[Facet, tuple[Sense, ...]]] = {}
_NO_ROLES: Final[frozenset[Role]] = frozenset()


@dataclass(slots=True)
class _Draft:
    senses: dict[str, list[Sense]] = field(default_factory=dict[str, list[Sense]])
    roles: dict[str, set[Role]] = field(default_factory=dict[str, set[Role]])

    def say(self, words: Iterable[str], sense: Sense) -> None:
        for word in words:
            known = self.senses.setdefault(word, [])
            if all(_key(other) != _key(sense) for other in known):
                known.append(sense)

    def play(self, words: Iterable[str], role: Role) -> None:
        for word in words:
            self.roles.setdefault(word, set()).add(role)


def _key(sense: Sense) -> tuple[str, Facet, str]:
    return sense.table, sense.facet, sense.name


class Lexicon:
    """All words of a form and of the phrases, found in one pass."""

    def __init__(self, form: Form, phrases: ClaimPhrases) -> None:
        draft = _Draft()
        for table in form.tables:
            _say_table(draft, table)
        for role, words in (
            (Role.FOREIGN, phrases.foreign),
            (Role.CHANNEL, phrases.channels),
            (Role.PUBLICATION, phrases.publication),
            (Role.NOT, phrases.not_terms),
        ):
            draft.play(words, role)
        self._senses = {word: _by_facet(senses) for word, senses in draft.senses.items()}
        self._roles = {word: frozenset(roles) for word, roles in draft.roles.items()}
        words = {*self._senses, *self._roles}
        self._plain = re.compile(trie_pattern(word for word in words if GAP not in word))
        self._gapped = tuple(
            (word, re.compile(_BETWEEN.join(map(re.escape, word.split(GAP)))))
            for word in sorted(words)
            if GAP in word
        )

    def scan(self, text: str) -> tuple[Mention, ...]:
        """Known words in ``text``, in order and without overlap, longer ones first."""
        gapped = sorted(self._gapped_mentions(text), key=lambda found: (found.start, -found.end))
        plain = [self._mention(found[0], *found.span()) for found in self._plain.finditer(text)]
        merged = _without_overlap(gapped, plain) if gapped else plain
        return tuple(found for found in merged if Role.NOT not in found.roles)

    def _gapped_mentions(self, text: str) -> Iterator[Mention]:
        for word, pattern in self._gapped:
            head = word.split(GAP)[0]
            if head in text:
                for found in pattern.finditer(text):
                    yield self._mention(word, *found.span())

    def _mention(self, word: str, start: int, end: int) -> Mention:
        return Mention(
            start,
            end,
            word,
            self._senses.get(word, _NO_SENSES),
            self._roles.get(word, _NO_ROLES),
        )


def _without_overlap(gapped: list[Mention], plain: list[Mention]) -> list[Mention]:
    """Gapped words win over the plain words inside them."""
    kept: list[Mention] = []
    for found in gapped:
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    starts = [found.start for found in kept]
    clear = [found for found in plain if not _lies_over(found, kept, starts)]
    return sorted((*kept, *clear), key=_start)


def _lies_over(found: Mention, kept: list[Mention], starts: list[int]) -> bool:
    here = bisect_left(starts, found.end)
    return here > 0 and kept[here - 1].end > found.start


def _start(mention: Mention) -> int:
    return mention.start


def _by_facet(senses: list[Sense]) -> dict[Facet, tuple[Sense, ...]]:
    found: dict[Facet, list[Sense]] = {}
    for sense in sorted(senses, key=lambda sense: sense.rank):
        found.setdefault(sense.facet, []).append(sense)
    return {facet: tuple(of_facet) for facet, of_facet in found.items()}


def _say_table(draft: _Draft, table: Table) -> None:
    draft.say(table.terms, Sense(table.id, Facet.OBJECT, table.id))
    draft.say(table.topics, Sense(table.id, Facet.TOPIC, table.id))
    for derived in table.derived:
        draft.say(derived.terms, Sense(table.id, Facet.ROW, derived.id))
        draft.say(derived.also, Sense(table.id, Facet.ROW, derived.id, 1))
    for block in table.blocks:
        for row in block.rows:
            _say_row(draft, table, row)
        for column in block.columns:
            _say_column(draft, table, column)


def _say_row(draft: _Draft, table: Table, row: Row) -> None:
    draft.say((*_labels(row.labels), *row.terms), Sense(table.id, Facet.ROW, row.id))
    draft.say(row.also, Sense(table.id, Facet.ROW, row.id, 1))
    for child in row.rows:
        _say_row(draft, table, child)


def _say_column(draft: _Draft, table: Table, column: Column) -> None:
    draft.say((*_labels(column.labels), *column.terms), Sense(table.id, Facet.COLUMN, column.id))
    draft.say(column.also, Sense(table.id, Facet.COLUMN, column.id, 1))
    draft.say(column.denied_by, Sense(table.id, Facet.NO_COLUMN, column.id))
    for child in column.columns:
        _say_column(draft, table, child)


def bare_label(label: str) -> str:
    """An official label without its numbering."""
    return _NUMBERING.sub("", label)


def _labels(labels: Iterable[str]) -> tuple[str, ...]:
    """Official labels without numbering, as a shadow spells them; short ones say nothing."""
    bare = (bare_label(label) for label in labels)
    relative = claim_phrases().relative_years
    spelled = (_relative(label, relative) for label in bare)
    return tuple(label for label in spelled if len(label) >= _SHORTEST_LABEL)


def _relative(label: str, relative: dict[str, tuple[str, ...]]) -> str:
    for said, words in relative.items():
        for word in sorted(words, key=len, reverse=True):
            label = label.replace(word, said)
    return label.translate(str.maketrans({"“": None, "”": None, ",": "，", "(": "（", ")": "）"}))


_Trie = dict[str, "_Trie"]


def trie_pattern(words: Iterable[str]) -> str:
    """A pattern that finds the longest of ``words`` without trying them one by one."""
    root: _Trie = {}
    for word in words:
        node = root
        for sign in word:
            node = node.setdefault(sign, {})
        node[""] = {}
    return _branch(root)


def _branch(node: _Trie) -> str:
    ends = "" in node
    arms = [re.escape(sign) + _branch(below) for sign, below in sorted(node.items()) if sign]
    if not arms:
        return ""
    body = arms[0] if len(arms) == 1 and not ends else f"(?:{'|'.join(arms)})"
    return f"{body}?" if ends else body


@lru_cache(maxsize=8)
def _lexicon(key: SameForm) -> Lexicon:
    return Lexicon(key.form, claim_phrases())


def lexicon_of(form: Form) -> Lexicon:
    """The lexicon of a form, built once."""
    return _lexicon(SameForm(form))
