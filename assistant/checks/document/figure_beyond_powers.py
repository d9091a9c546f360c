"""DOC005."""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.labels import figure, row_label, table_name
from assistant.checks.places import sentence_around
from assistant.checks.rule import Rule, rule
from assistant.checks.subject import Subject
from assistant.forms import Row, Table
from assistant.model import Level, Outcome, Severity, bare_name, level_of


@rule("DOC005", "figure-beyond-powers", "填了本级机关没有的职权", Severity.ERROR)
def figure_beyond_powers(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """## 查什么

    “规章”各格：乡镇、街道、部门和县、区政府的报告应为0。乡镇正文里说的“规章几件”也提示。

    ## 为什么

    规章只能由国务院部门、省级政府、设区的市和自治州的政府制定；填了数多半是把普通文件当成规章。

    ## 怎么改

    改为0；是规范性文件的填到规范性文件一行。

    ## 例外

    乡镇、街道判错；部门可能填了代拟的数，县、区政府可能填了上级的数，按提醒处理。机关类别看不出的不查。

    ## 依据

    《立法法》关于规章制定权的规定。
    """
    level = subject.level
    if level is None:
        yield this.skip("看不出机关的类别")
        return
    # A government's own office reports what the government issues.
    levels = {level.value, level_of(subject.report.organisation).value}
    for table in subject.form.tables:
        for row in table.rows:
            if row.only_levels and (levels.isdisjoint(row.only_levels) or _too_small(subject, row)):
                yield from _beyond_powers(this, subject, table, row)
                if level is Level.TOWNSHIP:
                    yield from _said_in_prose(this, subject, row)


def _said_in_prose(this: Rule, subject: Subject, row: Row) -> Iterator[Outcome]:
    """规章文件4条 in a township's prose: it may have passed on those of others."""
    names = "|".join(map(re.escape, sorted(row.terms, key=len, reverse=True)))
    said = re.compile(rf"(?<![法规、内])(?:{names})(?:文件|类)?[共为有]?(\d{{1,6}})(?=[件条部项])")
    for placed in subject.places.paragraphs:
        for found in said.finditer(placed.paragraph.text):
            if int(found[1]) > 0:
                yield this.finding(
                    f"{placed.name}写“{found[0]}”，{row.only_basis}不属于本级机关，请核对说的是什么文件。",
                    severity=Severity.NOTE,
                    span=placed.paragraph.span(found.start(), found.end()),
                    sentence=sentence_around(placed.paragraph, found.start(), found.end()),
                )


def _too_small(subject: Subject, row: Row) -> bool:
    """Whether the name is that of a county or district."""
    place = bare_name(subject.report.organisation)
    return place.endswith(row.only_above) and not place.endswith(row.only_yet)


def _beyond_powers(this: Rule, subject: Subject, table: Table, row: Row) -> Iterator[Outcome]:
    start = f"{table.id}.{row.id}."
    amounts = [(cell, subject.amount(cell)) for cell in table.cells if cell.startswith(start)]
    held = [
        (cell, amount.number)
        for cell, amount in amounts
        if amount is not None and amount.number is not None and amount.number != 0
    ]
    if held:
        cells = tuple(cell for cell, _ in held)
        figures = "、".join(figure(number) for _, number in held)
        severity = this.severity if subject.level is Level.TOWNSHIP else Severity.WARNING
        where = f"{table_name(subject.form, table.id)}“{row_label(table, row.id)}”行"
        yield this.finding(
            f"{where}填了{figures}，{row.only_basis}不属于本级机关，应为0。",
            severity=severity,
            span=subject.cell_span(cells[0]),
            cells=cells,
            found=held[0][1],
            expected=Decimal(0),
            sentence=row.id,
        )
