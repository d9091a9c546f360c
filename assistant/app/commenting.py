"""The document that was checked, given back with the outcomes as comments."""

from collections.abc import Iterator
from pathlib import Path

from assistant.errors import AssistantError
from assistant.files.docx_comments import Comment, with_comments
from assistant.files.file_bytes import read_bytes
from assistant.files.finding_line import finding_line
from assistant.files.read_report import is_docx
from assistant.model import CheckResult
from assistant.reporting.places import place_of
from assistant.reporting.words import (
    counts,
    fix_line,
    outcomes,
    reason_line,
    share,
    skipped_line,
    stale_line,
)

_MARK = "批注"


def free_name(report: Path) -> Path:
    """年报.批注.docx beside the report, numbered where there is one already."""
    plain = report.with_name(f"{report.stem}.{_MARK}.docx")
    number = 2
    while plain.exists():
        plain = report.with_name(f"{report.stem}.{_MARK}{number}.docx")
        number += 1
    return plain


def commented_copy(path: Path, result: CheckResult) -> bytes:
    """The docx at ``path`` with a comment at the words of every finding and doubt.

    A comment at the top tells the counts, what was waived and what was not checked. Raises
    AssistantError E308 for a file of another kind, E10x, E171 for one that cannot be read again.
    """
    data = read_bytes(path)
    if not is_docx(data):
        message = f"“{path.name}”不是 docx，不能写批注。"
        hint = "请用 --format html，或在 Word、WPS 里另存为 docx 再核对。"
        raise AssistantError("E308", message, hint)
    return with_comments(data, path.name, result.report.text, tuple(_comments(result)))


def _comments(result: CheckResult) -> Iterator[Comment]:
    yield Comment(paragraphs=tuple(_overview(result)))
    for finding in result.findings:
        lines = (finding_line(finding), fix_line(finding))
        told = tuple(line for line in lines if line)
        yield Comment(paragraphs=told, span=place_of(result.report, finding))
    for doubt in result.uncertain:
        if doubt.span is not None:
            told = (f"【{doubt.code} 拿不准】{doubt.reason}",)
            yield Comment(paragraphs=told, span=doubt.span)


def _overview(result: CheckResult) -> Iterator[str]:
    yield f"核对结果：{counts(result)}。"
    yield share(result)
    yield outcomes(result)
    for waived in result.waived:
        reason = reason_line(waived.waiver)
        yield f"已豁免 {waived.finding.code}：{waived.finding.message}{reason}"
    for waiver in result.stale_waivers:
        yield f"提示 {waiver.key.code}：{stale_line(result, waiver)}"
    for doubt in result.uncertain:
        if doubt.span is None:
            yield f"拿不准 {doubt.code}：{doubt.reason}"
    for skipped in result.skipped:
        yield f"未核 {skipped.code}：{skipped_line(skipped)}"
