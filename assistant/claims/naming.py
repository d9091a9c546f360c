"""The words that name a quantity, and what the talk before them was of."""

from dataclasses import dataclass

from assistant.claims.expressions import Ref
from assistant.claims.lexicon import Mention
from assistant.claims.topics import Topic


@dataclass(frozen=True, slots=True)
class Naming:
    """The words that name a quantity, and what the talk before them was of.

    held: the rows of the last bound number, which a bare column or outcome goes on from.
    """

    mentions: tuple[Mention, ...]
    topic: Topic
    text: str
    unit: str | None = None
    held: tuple[Ref, ...] = ()
    near: tuple[Ref, ...] = ()
    """All that the sentence has told, if its last number was bound."""
    apart: bool = False
    """Whether a semicolon stands between the last bound number and this one."""

    def is_near(self, table: str) -> bool:
        """Whether the sentence has just told a figure of the table."""
        return any(ref.table == table for ref in self.near[-1:])
