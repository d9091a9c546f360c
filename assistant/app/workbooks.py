"""The fill-in workbook of a year, with what last year's report hands on already set."""

from pathlib import Path

from assistant.app.materials import take_over
from assistant.app.previous import require_previous
from assistant.errors import AssistantError
from assistant.files import read_report
from assistant.files.saving import save
from assistant.files.write_workbook import write_workbook
from assistant.forms import FormRegistry


def make_workbook(
    year: int, target: Path, forms: FormRegistry, *, previous: Path | None, organisation: str
) -> int:
    """Writes the workbook of ``year`` to ``target``; returns how many cells are already set.

    organisation: full name, empty to take last year's. Raises AssistantError E167 rather than
    overwrite a workbook somebody may have filled in, and what reading last year's report raises.
    """
    form = forms.for_year(year)
    last = None if previous is None else read_report(previous, forms)
    if last is not None:
        require_previous(last, organisation=organisation, year=year)
    if target.exists():
        hint = "请换一个文件名（--out），或先把它移走。"
        raise AssistantError("E167", f"“{target}”已经存在，可能已经填过。", hint)
    name = last.organisation if not organisation and last is not None else organisation
    handed_over = take_over(form, forms, last)
    save(target, write_workbook(form, organisation=name, year=year, carried_in=handed_over))
    return len(handed_over)
