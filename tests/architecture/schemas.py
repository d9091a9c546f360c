"""JSON schemas of the data files, made from the models that read them.

``python -m tests.architecture.schemas`` writes them all; a test fails when one has drifted.
"""

import json
from pathlib import Path

from pydantic import BaseModel

from assistant.app.vertical_units import MergingWords
from assistant.checks.official_documents import DocumentFile
from assistant.checks.phrases import PhraseFile as PhraseList
from assistant.checks.phrases import VocabularyFile
from assistant.claims.phrases import ClaimPhrases, NumeralPhrases
from assistant.drafting.phrases import PhraseFile
from assistant.files.reading_words import ReadingWords
from assistant.forms import Form
from assistant.reporting.batch_shape import FailedCheck, MergeReport, SummaryLine
from assistant.reporting.json_shape import CheckReport

FOLDER = Path(__file__).parents[2] / "schemas" / "_meta"

MODELS: dict[str, type[BaseModel]] = {
    "claims": ClaimPhrases,
    "documents": DocumentFile,
    "form": Form,
    "merging": MergingWords,
    "numerals": NumeralPhrases,
    "phrase_library": PhraseFile,
    "phrases": PhraseList,
    "reading": ReadingWords,
    "vocabulary": VocabularyFile,
}

OUTPUTS: dict[str, type[BaseModel]] = {
    "check_failure": FailedCheck,
    "check_report": CheckReport,
    "check_summary": SummaryLine,
    "merge_report": MergeReport,
}
"""What the program prints, for those who read it by program."""


def path_of(name: str) -> Path:
    """Where the schema of a kind of data file stands."""
    return FOLDER / f"{name}.schema.json"


def text_of(model: type[BaseModel]) -> str:
    """The schema as it is kept in the project."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= model.model_json_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write_all() -> None:
    """Writes every schema anew."""
    for name, model in (MODELS | OUTPUTS).items():
        path_of(name).write_text(text_of(model), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_all()
