"""What is known of a rule without running it, for those who tell its outcomes."""

from dataclasses import dataclass

from assistant.model.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInfo:
    """One rule of the catalogue.

    page: its explanation with examples, in Markdown: paragraphs, ``## `` headings, ``- `` lists.
    severity: the usual one.
    """

    code: str
    slug: str
    title: str
    severity: Severity
    page: str

    def part(self, heading: str) -> str:
        """The text of the page below a heading, on one line; empty where there is none."""
        _, found, behind = self.page.partition(f"\n## {heading}\n")
        lines = behind.partition("\n## ")[0].split("\n") if found else []
        return "".join(line.strip() for line in lines)
