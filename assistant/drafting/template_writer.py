"""The writer that needs no model: says every point in a phrase of the library."""

from collections import Counter

from assistant.drafting.phrases import PhraseLibrary, load_phrases
from assistant.drafting.ports import Point, SectionDraft, SectionTask


class TemplateWriter:
    """Writes a section from the phrase library, differently for each organisation and year."""

    def __init__(self, library: PhraseLibrary | None = None) -> None:
        self._library = load_phrases() if library is None else library

    def write(self, task: SectionTask) -> SectionDraft:
        """The section's paragraphs, each part with its heading before it."""
        turns: Counter[str] = Counter()
        paragraphs: list[str] = []
        for part in task.parts:
            if part.heading:
                paragraphs.append(part.heading)
            paragraphs.append("".join(self._say(point, task, turns) for point in part.points))
        return SectionDraft(paragraphs=tuple(paragraphs))

    def _say(self, point: Point, task: SectionTask, turns: Counter[str]) -> str:
        turn = turns[point.kind]
        turns[point.kind] += 1
        name, year = task.organisation.name, task.year
        return self._library.say(point.kind, point.slots, name, year, turn=turn)
