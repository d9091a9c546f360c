"""Hands over one check result in the format asked for; a format is loaded only when it is."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.console import write_line

if TYPE_CHECKING:
    from assistant.forms import FormRegistry
    from assistant.model import CheckResult


class Format(StrEnum):
    """Output formats of ``check``."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    SARIF = "sarif"
    DOCX = "docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How a result is to be handed over.

    to: the file to write, None for standard output, or for docx a name beside the report.
    inputs: the files that were read and must not be written over; the report first.
    """

    output: Format
    inputs: Sequence[Path]
    to: Path | None = None

    @property
    def report(self) -> Path:
        """The file that was checked."""
        return self.inputs[0]


def deliver(result: "CheckResult", delivery: Delivery, forms: "FormRegistry") -> None:
    """Prints or writes the result. Raises AssistantError E107, E15x, E307, E308."""
    if delivery.output is Format.DOCX:
        from assistant.app.commenting import commented_copy, free_name

        target = free_name(delivery.report) if delivery.to is None else delivery.to
        _write(target, commented_copy(delivery.report, result), result, delivery)
    elif delivery.to is not None:
        text = rendered(result, delivery.output, forms)
        _write(delivery.to, text.encode(), result, delivery)
    elif delivery.output is Format.TEXT and sys.stdout.isatty():
        from assistant.cli.colours import print_lines
        from assistant.reporting import result_as_lines

        print_lines(result_as_lines(result))
    else:
        # The text ends its own lines.
        print(rendered(result, delivery.output, forms), end="", flush=True)


def rendered(result: "CheckResult", output: Format, forms: "FormRegistry") -> str:
    """The result as text of any format but docx, which needs the document itself."""
    match output:
        case Format.JSON:
            from assistant.reporting import result_to_json

            return result_to_json(result)
        case Format.HTML:
            return _html(result, forms)
        case Format.SARIF:
            from assistant.checks import rule_infos
            from assistant.reporting.sarif import result_to_sarif

            return result_to_sarif(result, rule_infos())
        case _:
            from assistant.reporting import result_as_text

            return result_as_text(result)


def _html(result: "CheckResult", forms: "FormRegistry") -> str:
    from assistant.checks import rule_infos
    from assistant.checks.labels import bind_label
    from assistant.reporting.html_report import result_to_html

    statistics = result.statistics
    form_id = result.report.form if statistics is None else statistics.form
    if form_id is None:
        return result_to_html(result, rule_infos(), str)
    form = forms.by_id(form_id)
    facts = () if statistics is None else statistics.facts
    return result_to_html(
        result, rule_infos(), lambda name: bind_label(form, name, facts), form=form
    )


def _write(target: Path, data: bytes, result: "CheckResult", delivery: Delivery) -> None:
    from assistant.app.outputs import save_output
    from assistant.reporting import summary_line

    save_output(target, data, delivery.inputs)
    write_line(f"已写出：{target}")
    write_line(summary_line(result))
