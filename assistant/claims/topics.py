"""What a passage is talking of, clause by clause: a verb like 收到 means nothing without it."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

from assistant.claims.layout import Layout
from assistant.claims.lexicon import Facet, Mention, Role
from assistant.model import TokenClass


class Kind(Enum):
    """Sort of topic."""

    TABLE = "table"
    FOREIGN = "foreign"
    PUBLICATION = "publication"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Topic:
    """What is talked of; ``table`` where it is what a table counts."""

    kind: Kind = Kind.NONE
    table: str = ""

    def is_of(self, table: str) -> bool:
        """Whether the talk is of what ``table`` counts."""
        return self.kind is Kind.TABLE and self.table == table


NOTHING = Topic()
_HEADING = 30


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics of a block, each from the end of the clause that sets it."""

    places: tuple[int, ...]
    topics: tuple[Topic, ...]
    heading: bool = False

    def before(self, at: int) -> Topic:
        """What was talked of before a place."""
        here = bisect_right(self.places, at)
        return self.topics[here - 1] if here else NOTHING

    def set_at(self, at: int) -> int:
        """Where the talk of before a place was set."""
        here = bisect_right(self.places, at)
        return self.places[here - 1] if here else 0

    @property
    def last(self) -> Topic:
        """What is talked of at the end; letters and the like only if a heading names them."""
        topic = self.topics[-1]
        return NOTHING if topic.kind is Kind.FOREIGN and not self.heading else topic


def topics_of(layout: Layout, before: Topic) -> Topics:
    """The topics of a block that follows talk of ``before``; a bracket sets none behind it."""
    if begins_anew(layout):
        before = NOTHING
    places = [0]
    topics = [before]
    outside = before
    mentions = [(m.start, topic) for m in layout.mentions if (topic := topic_of(m)) is not None]
    next_one = 0
    for end in (*layout.breaks, len(layout.shadow.text)):
        found: Topic | None = None
        while next_one < len(mentions) and mentions[next_one][0] < end:
            found = _weighed(found, mentions[next_one][1])
            next_one += 1
        sign = layout.shadow.text[end : end + 1]
        if found is not None:
            places.append(end)
            topics.append(found)
        if sign == "（":
            outside = topics[-1]
        elif sign == "）":
            places.append(end + 1)
            topics.append(outside)
    return Topics(tuple(places), tuple(topics), heading=_is_heading(layout))


def begins_anew(layout: Layout) -> bool:
    """Whether a block opens with a marker of a new part: 一、, （二）."""
    first = layout.tokens[0] if layout.tokens else None
    if first is None or first.token_class is not TokenClass.LIST_MARKER:
        return False
    marker = layout.block.text[first.start : first.end]
    opens = not layout.block.text[: first.start].strip()
    return opens and not any(sign.isdecimal() for sign in marker)


def _is_heading(layout: Layout) -> bool:
    return len(layout.shadow.text) <= _HEADING and not layout.numbers


def _weighed(found: Topic | None, said: Topic) -> Topic:
    """Within a clause the last subject counts; that something is published only if nothing else."""
    return found if found is not None and said.kind is Kind.PUBLICATION else said


def topic_of(mention: Mention) -> Topic | None:
    """The topic a word sets by itself."""
    if Role.FOREIGN in mention.roles:
        return Topic(Kind.FOREIGN)
    objects = mention.of(Facet.OBJECT) or mention.of(Facet.TOPIC)
    if objects:
        return Topic(Kind.TABLE, objects[0].table)
    if Role.PUBLICATION in mention.roles and Role.CHANNEL not in mention.roles:
        return Topic(Kind.PUBLICATION)
    return None
