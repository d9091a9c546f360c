"""What a writer of narrative sections is given and what it hands back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from assistant.drafting.placeholders import Placeholder
from assistant.model import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing to be said. kind: key of the phrase library, e.g. ``received``.

    about: in Chinese, what this point tells. slots: wording and placeholders a phrase of this
    kind takes. given: the officer's own words to be used, already part of a slot.
    states: cells and expressions it speaks of without a figure, such as those that are zero.
    """

    kind: str
    about: str
    slots: Mapping[str, str] = field(default_factory=dict[str, str])
    given: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph of a section: its heading, empty for none, and the points in order."""

    id: str
    heading: str = ""
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """Wanted length of a section's prose in characters."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTask:
    """A narrative section to be written.

    placeholders: all that may be used, by name; numbers enter the text in no other way.
    previous: last year's text of the same section, as data, never as a model to copy.
    """

    number: int
    id: str
    title: str
    year: int
    organisation: Organisation
    parts: tuple[Part, ...]
    placeholders: Mapping[str, Placeholder]
    length: Length
    previous: tuple[str, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """All points in order."""
        return tuple(point for part in self.parts for point in part.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionDraft:
    """A written section: paragraphs with placeholders, headings of parts among them."""

    paragraphs: tuple[str, ...]


class Writer(Protocol):
    """Writes one section; must be a function of the task alone."""

    def write(self, task: SectionTask) -> SectionDraft:
        """The section's paragraphs, numbers as placeholders of the task."""
        ...
