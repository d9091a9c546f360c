"""The writer that needs no model: says every point in a phrase of the library."""

from assistant.drafting.phrases import PhraseLibrary, load_phrases
from assistant.drafting.ports import Part, SectionDraft, SectionTask


class TemplateWriter:
    """Writes a section from the phrase library, differently for each organisation and year."""

    def __init__(self, library: PhraseLibrary | None = None) -> None:
        self._library = load_phrases() if library is None else library

    def write(self, task: SectionTask) -> SectionDraft:
        """The section's paragraphs, each part with its heading before it."""
        paragraphs: list[str] = []
        for part in task.parts:
            if part.heading:
                paragraphs.append(part.heading)
            paragraphs.append(self._paragraph(part, task))
        return SectionDraft(paragraphs=tuple(paragraphs))

    def _paragraph(self, part: Part, task: SectionTask) -> str:
        name, year = task.organisation.name, task.year
        say = self._library.say
        return "".join(say(point.kind, point.slots, name, year) for point in part.points)
