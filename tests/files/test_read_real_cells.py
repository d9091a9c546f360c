"""Every cell of the real reports, against what was copied out of them row by row by eye."""

from pathlib import Path

import pytest

from assistant.files import read_report
from assistant.forms import Form, load_forms
from assistant.model import AmountState, CellId, Report

FORMS = load_forms()
APPLICATIONS = (
    *("received", "carried_in", "granted", "partly_granted", "refused_state_secret"),
    *("refused_by_law", "refused_safety_stability", "refused_third_party"),
    *("refused_internal_affairs", "refused_process_information", "refused_enforcement_file"),
    *("refused_administrative_query", "unavailable_not_held", "unavailable_needs_creation"),
    *("unavailable_unclear", "not_handled_petition", "not_handled_repeat"),
    *("not_handled_publication", "not_handled_excessive", "not_handled_reconfirmation"),
)
OLD = (*APPLICATIONS, "other", "results_total", "carried_out")
NEW = (
    *APPLICATIONS,
    *("other_overdue_correction", "other_overdue_fee", "other_misc", "results_total"),
    "carried_out",
)
OLD_DISCLOSURE = (
    *("regulations", "normative_documents", "licensing", "other_services", "penalties"),
    *("enforcement", "fees", "procurement"),
)
NEW_DISCLOSURE = (
    *("regulations", "normative_documents", "licensing", "penalties", "enforcement", "fees"),
)
DISPUTES = ("review", "litigation_direct", "litigation_after_review")
# One line a row, in the order of the names above; _ is a blank cell.
REAL = {
    "上海市政府办公厅2019.txt": (
        OLD_DISCLOSURE,
        "13 13 524 | 60 60 368 | 0 0 0 | 0 0 0 | 0 0 0 | 0 0 0 | 0 0 | 6 251000",
        OLD,
        """821 35 _ _ 2 1 859 | 18 _ _ _ _ _ 18 | 258 12 _ _ 1 1 _ | 3 _ _ _ _ _ _
        | 14 _ _ _ _ _ _ | _ _ _ _ _ _ _ | _ _ _ _ _ _ _ | _ _ _ _ _ _ _ | 5 _ _ _ _ _ _
        | 3 1 _ _ _ _ _ | _ _ _ _ _ _ _ | 10 2 _ _ _ _ _ | 252 12 _ _ 1 _ _ | 44 3 _ _ _ _ _
        | 25 _ _ _ _ _ _ | 148 1 _ _ _ _ _ | 5 4 _ _ _ _ _ | _ _ _ _ _ _ _ | _ _ _ _ _ _ _
        | _ _ _ _ _ _ _ | _ _ _ _ _ _ _ | 767 35 _ _ 2 1 805 | 72 _ _ _ _ _ 72""",
        "5 _ _ 2 7 | 8 _ _ 1 9 | _ _ _ _ _",
    ),
    "宿迁市2023.txt": (
        NEW_DISCLOSURE,
        "2 0 11 | 109 489 597 | 1808595 | 2822652 | 20163 | 59237.2449",
        NEW,
        """3402 99 0 4 5 1 3511 | 91 3 0 0 2 0 96 | 1175 12 0 3 1 0 1191 | 319 7 0 0 2 0 328
        | 0 0 0 0 0 0 0 | 27 0 0 0 0 0 27 | 6 0 0 0 0 0 6 | 38 0 0 0 0 0 38 | 20 0 0 0 0 0 20
        | 9 0 0 0 0 0 9 | 21 0 0 0 0 0 21 | 20 1 0 0 0 0 21 | 968 74 0 1 3 1 1047
        | 26 2 0 0 0 0 28 | 3 0 0 0 0 0 3 | 305 0 0 0 0 0 305 | 39 0 0 0 0 0 39 | 0 0 0 0 0 0 0
        | 58 0 0 0 0 0 58 | 4 0 0 0 0 0 4 | 40 0 0 0 0 0 40 | 10 0 0 0 0 0 10
        | 287 3 0 0 1 0 291 | 3375 99 0 4 7 1 3486 | 118 3 0 0 0 0 121""",
        "309 17 88 26 440 | 1 1 16 6 24 | 13 0 67 9 89",
    ),
    "宿迁市2024.txt": (
        NEW_DISCLOSURE,
        "2 1 12 | 50 227 420 | 1573179 | 2676474 | 29351 | 72701.2578",
        NEW,
        """3440 75 0 1 6 3 3525 | 118 3 0 0 0 0 121 | 1408 21 0 0 2 0 1431 | 462 9 0 0 0 0 471
        | 2 0 0 0 0 0 2 | 1 0 0 0 0 0 1 | 4 0 0 0 0 0 4 | 16 1 0 0 0 0 17 | 21 0 0 0 0 0 21
        | 10 1 0 0 0 0 11 | 21 2 0 0 0 0 23 | 13 0 0 0 0 0 13 | 859 33 0 0 3 2 897
        | 35 1 0 0 0 0 36 | 8 0 0 0 0 0 8 | 86 1 0 0 0 0 87 | 26 1 0 0 0 0 27 | 0 0 0 0 0 0 0
        | 3 0 0 0 0 0 3 | 0 0 0 0 0 0 0 | 75 1 0 1 0 0 77 | 38 0 0 0 0 0 38
        | 352 2 0 0 0 0 354 | 3440 73 0 1 5 2 3521 | 118 5 0 0 1 1 125""",
        "88 18 28 36 170 | 7 0 11 7 25 | 33 0 6 13 52",
    ),
}


def by_row(table: str, names: tuple[str, ...], figures: str) -> dict[str, str]:
    rows = [" ".join(row.split()) for row in figures.split("|")]
    return {f"{table}.{name}": row for name, row in zip(names, rows, strict=True)}


def read_rows(report: Report, form: Form) -> dict[str, str]:
    rows: dict[str, list[str]] = {}
    for cell in form.cells:
        rows.setdefault(cell.rpartition(".")[0], []).append(figure(report, cell))
    return {row: " ".join(figures) for row, figures in rows.items()}


def figure(report: Report, cell: CellId) -> str:
    amount = report.cells[cell]
    if amount.number is not None:
        return str(amount.number)
    return "_" if amount.state is AmountState.BLANK else "?"


@pytest.mark.parametrize("name", REAL)
def test_every_cell_is_what_the_report_says(shared: Path, name: str) -> None:
    disclosure_names, disclosure, application_names, applications, disputes = REAL[name]
    expected = by_row("disclosure", disclosure_names, disclosure)
    expected |= by_row("applications", application_names, applications)
    expected |= by_row("disputes", DISPUTES, disputes)

    report = read_report(shared / "reports" / name, FORMS)

    form = FORMS.by_id("2019" if name.endswith("2019.txt") else "2021")
    assert expected == read_rows(report, form)
