"""A block being read, and what has been read of it."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.claims.context import ClaimContext
from assistant.claims.expressions import Expression, Figures, Ref
from assistant.claims.layout import Layout
from assistant.claims.lexicon import Mention
from assistant.claims.topics import Kind, Topic, Topics
from assistant.claims.verdicts import refs_of

_LOOK_BACK = 24


def _end(counted: tuple[int, tuple[Ref, ...]]) -> int:
    return counted[0]


@dataclass(slots=True)
class Said:
    """What the numbers read so far speak of."""

    held: tuple[Ref, ...] = ()
    last: Expression | None = None
    numbers: int = 0
    sentence: tuple[int, int] = (0, 0)
    in_sentence: dict[Expression, None] = field(default_factory=dict[Expression, None])
    counted: list[tuple[int, tuple[Ref, ...]]] = field(
        default_factory=list[tuple[int, tuple[Ref, ...]]]
    )
    """Where counts end, and what they speak of; empty for what no table holds."""
    firm: tuple[int, str] | None = None
    """Where the last number ends that could be of nothing but its table, and that table."""
    outer: "tuple[int, tuple[Ref, ...], Expression | None] | None" = None
    """Where the bracket ends that is being read, and what was held before it."""

    def go_to(self, at: int, bracket: tuple[int, int] | None) -> None:
        """Steps into a bracket, or back to what was told before it."""
        if self.outer is not None and at > self.outer[0]:
            _, self.held, self.last = self.outer
            self.outer = None
        if bracket is not None and self.outer is None:
            self.outer = (bracket[1], self.held, self.last)

    def enter(self, sentence: tuple[int, int]) -> None:
        """Forgets the numbers of the sentence before."""
        if sentence != self.sentence:
            self.sentence, self.in_sentence, self.last = sentence, {}, None
            self.numbers = 0
        self.numbers += 1

    def bound(self, expression: Expression) -> None:
        """Remembers a bound number."""
        self.held = refs_of(expression)
        self.last = expression
        self.in_sentence[expression] = None

    def figure_before(self, at: int) -> tuple[int, tuple[Ref, ...]] | None:
        """The last bound number before a place: where it ends, and what it speaks of."""
        last = bisect_right(self.counted, at, key=_end)
        for end, refs in reversed(self.counted[max(0, last - _LOOK_BACK) : last]):
            if refs:
                return end, refs
        return None

    @property
    def near(self) -> tuple[Ref, ...]:
        """All that the sentence has told, in order, if its last number was bound."""
        if self.last is None:
            return ()
        return tuple(ref for expression in self.in_sentence for ref in refs_of(expression))

    @property
    def opened(self) -> bool:
        """Whether the sentence has told a number before."""
        return self.numbers > 1

    def unbound(self) -> None:
        """Remembers that the number before speaks of no table."""
        self.last = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A block being read."""

    layout: Layout
    topics: Topics
    figures: Figures
    context: ClaimContext
    said: Said
    lists: Mapping[int, tuple[Mention, ...]]
    """Names of numbers that a 分别 deals out, by where the numbers begin."""

    def topic(self, at: int) -> Topic:
        """What is talked of before a place: a figure of a table outweighs the words around it."""
        topic, told = self.topics.before(at), self.said.figure_before(at)
        if told is None or topic.kind is Kind.TABLE:
            return topic
        end, refs = told
        if self.layout.clause(end - 1)[1] < self.topics.set_at(at):
            return topic
        table = self.figures.form.table(refs[0].table)
        return Topic(Kind.TABLE, table.id) if table.rows_need_object else topic

    def held_before(self, at: int, table: str) -> tuple[Ref, ...]:
        """What the last bound number before a place speaks of, if it is of the table."""
        told = self.said.figure_before(at)
        refs = self.said.held if told is None else told[1]
        return tuple(ref for ref in refs if ref.table == table)
