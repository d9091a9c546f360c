"""The official forms by id and year, loaded from ``schemas/forms``."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from itertools import zip_longest
from pathlib import Path

from assistant.datafiles import load_model, load_shipped
from assistant.errors import AssistantError
from assistant.forms.consistency import require_consistent
from assistant.forms.schema import Form
from assistant.resources import data_folder


@dataclass(frozen=True, slots=True)
class FormRegistry:
    """All known forms, oldest first."""

    forms: tuple[Form, ...]

    def by_id(self, form_id: str) -> Form:
        """Form of an id. Raises AssistantError E201 when there is none."""
        for form in self.forms:
            if form.id == form_id:
                return form
        known = "、".join(form.id for form in self.forms)
        raise AssistantError("E201", f"没有编号为“{form_id}”的表式。", f"已有表式：{known}。")

    def for_year(self, year: int) -> Form:
        """Form in force for reports of ``year``. Raises E202, never the nearest form."""
        for form in self.forms:
            if form.holds_in(year):
                return form
        spans = "；".join(f"{form.id}（{_years(form)}）" for form in self.forms)
        message = f"没有 {year} 年度适用的年报表式。"
        raise AssistantError("E202", message, f"已有表式：{spans}。")


def _years(form: Form) -> str:
    return (
        f"{form.valid_from}年起"
        if form.valid_to is None
        else (
            f"{form.valid_from}年"
            if form.valid_from == form.valid_to
            else f"{form.valid_from}—{form.valid_to}年"
        )
    )


def _load(folder: Traversable | Path, load: Callable[..., Form] = load_model) -> Iterable[Form]:
    for entry in sorted(folder.iterdir(), key=lambda found: found.name):
        if entry.name.endswith(".yaml"):
            text = entry.read_text(encoding="utf-8")
            form = load(Form, text, entry.name, "E210")
            require_consistent(form, entry.name)
            yield form


@cache
def _shipped() -> tuple[Form, ...]:
    return tuple(_load(data_folder("schemas") / "forms", load_shipped))


def load_forms(own: Path | None = None) -> FormRegistry:
    """The shipped forms, with a user's own folder layered over them by form id.

    A form without an end holds until the next one begins.

    Raises AssistantError E2xx naming file and line of whatever is wrong in a form file.
    """
    forms = {form.id: form for form in _shipped()}
    if own is not None:
        if not own.is_dir():
            raise AssistantError("E203", f"表式目录“{own}”不存在。")
        forms.update({form.id: form for form in _load(own)})
    ordered = sorted(forms.values(), key=lambda form: form.valid_from)
    return FormRegistry(tuple(_superseded(ordered)))


def _superseded(forms: list[Form]) -> Iterator[Form]:
    """The forms, one without an end ending where the next begins."""
    for form, later in zip_longest(forms, forms[1:]):
        if later is not None and form.valid_to is None:
            yield form.model_copy(update={"valid_to": later.valid_from - 1})
            continue
        if later is not None and form.holds_in(later.valid_from):
            raise AssistantError(
                "E204",
                f"表式“{form.id}”与“{later.id}”的适用年度重叠（{later.valid_from}年）。",
                "请更正其中一个的 valid_from 或 valid_to。",
            )
        yield form
