"""Earlier years' reports in a folder, and which of them is last year's of a given unit."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from assistant.app.documents import Document, documents_at, report_of
from assistant.app.neighbours import sentence_marks
from assistant.app.work_pool import Lost, Pool, run_in_order
from assistant.errors import AssistantError
from assistant.forms import FormRegistry
from assistant.model import Report, bare_name, same_unit

NOT_FOUND = "没有找到"
MORE_THAN_ONE = "不止一份，分不清"


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """Whose report of which year a document is; ``readable`` is False when nobody can tell.

    content: a digest of its figures, equal for the same report saved in two formats.
    marks: of its sentences, to tell what was copied from it.
    """

    document: Document
    organisation: str = ""
    year: int | None = None
    content: str = ""
    marks: frozenset[int] = frozenset()
    readable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Last year's report of a unit, or in ``note`` why there is none."""

    document: Document | None = None
    note: str = ""


def describe_all(
    documents: Sequence[Document], forms: FormRegistry, pool: Pool
) -> Iterator[Described]:
    """Whose reports the documents are, in their order."""
    work: Callable[[tuple[Document, ...]], tuple[Described, ...]] = partial(_describe, forms)
    for described in run_in_order(work, documents, pool):
        if isinstance(described, Lost):
            yield Described(document=described.item, readable=False)
        else:
            yield described


def _describe(forms: FormRegistry, documents: tuple[Document, ...]) -> tuple[Described, ...]:
    return tuple(described(document, forms) for document in documents)


def described(document: Document, forms: FormRegistry) -> Described:
    """Whose report of which year one document is."""
    light = Document(name=document.name, path=document.path)
    try:
        report = report_of(document, forms)
    except AssistantError:
        return Described(document=light, readable=False)
    except Exception:  # noqa: BLE001 - the check of this document itself will tell what it is
        return Described(document=light, readable=False)
    return Described(
        document=light,
        organisation=report.organisation,
        year=report.year,
        content=_digest(report),
        marks=sentence_marks(report),
    )


def _digest(report: Report) -> str:
    figures = "\n".join(
        f"{cell}={amount.state.value}:{amount.number}"
        for cell, amount in sorted(report.cells.items())
    )
    return hashlib.sha256(figures.encode()).hexdigest()


def earlier_years(place: Path, forms: FormRegistry, pool: Pool) -> "EarlierYears":
    """The earlier reports in a folder, or the one a path names.

    Raises AssistantError when that one cannot be read, or there is none in the folder.
    """
    documents = documents_at([place]).documents
    if not place.is_dir():
        report_of(documents[0], forms)
    if not documents:
        raise AssistantError("E112", f"“{place}”里没有可以读的报告。", "请给出放上年报告的文件夹。")
    return EarlierYears(describe_all(documents, forms, pool))


class EarlierYears:
    """Earlier reports by unit and year."""

    def __init__(self, described: Iterable[Described]) -> None:
        """``described``: the earlier reports; those that cannot be read are only counted."""
        self.unreadable = 0
        self._by_year: dict[int, list[Described]] = {}
        for one in described:
            if not one.readable or one.year is None or not one.organisation:
                self.unreadable += 1
            else:
                self._by_year.setdefault(one.year, []).append(one)

    def before(self, organisation: str, year: int | None) -> Match:
        """The report of the year before ``year`` of the same unit, never a guess among several."""
        if year is None or not organisation:
            return Match(note=NOT_FOUND)
        last = self._by_year.get(year - 1, [])
        name = bare_name(organisation)
        own = [one for one in last if bare_name(one.organisation) == name] or [
            one for one in last if same_unit(one.organisation, organisation)
        ]
        if not own:
            return Match(note=NOT_FOUND)
        if len({one.content for one in own}) > 1:
            return Match(note=MORE_THAN_ONE)
        return Match(document=own[0].document)
