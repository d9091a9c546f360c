"""The review page: one file that needs nothing else, no network and no script but its own."""

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib.resources import files
from types import MappingProxyType

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from assistant.forms import Form
from assistant.model import CheckResult, Finding, RuleInfo
from assistant.reporting.html_text import ShownText
from assistant.reporting.json_text import json_text
from assistant.reporting.number_words import source_words
from assistant.reporting.places import by_section, excerpt, place_of
from assistant.reporting.review_links import Links
from assistant.reporting.review_tables import review_tables, shown_cells
from assistant.reporting.rule_page import PageBlock, page_blocks
from assistant.reporting.safe_text import visible
from assistant.reporting.words import (
    SEVERITIES,
    counts,
    fix_line,
    outcomes,
    reason_line,
    share,
    stale_line,
)

_WORDS: Mapping[str, object] = {
    "excerpt": excerpt,
    "fix_line": fix_line,
    "place_of": place_of,
    "reason_line": reason_line,
    "severities": SEVERITIES,
    "stale_line": stale_line,
}
_VERDICTS = ("有错误，改好并重新核对后方可发布", "没有错误，有要看一看的地方", "没有发现问题")


def result_to_html(
    result: CheckResult,
    rules: Sequence[RuleInfo],
    name_of: Callable[[str], str],
    *,
    form: Form | None = None,
    origins: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Findings, the text with its numbers marked beside the tables, what was not checked, rules.

    name_of: a cell, expression or fact in words. form: of the tables, None to show none.
    origins: where a figure was taken from, by its id (Chinese).
    """
    report = result.report
    groups = by_section(report, result.findings)
    # In the order in which they are listed: number 1 is the first a reader meets.
    ordered = [finding for group in groups.values() for finding in group]
    links = Links(result, ordered, name_of, origins)
    tables = () if form is None else tuple(review_tables(links, form))
    data = links.as_data(shown_cells(tables))
    script = _text_of("review.js")
    return _template().render(
        result=result,
        year=report.year if result.statistics is None else result.statistics.year,
        verdict=_verdict(result),
        tally=(counts(result), share(result), outcomes(result)),
        groups=tuple(_numbered(groups)),
        blocks=tuple(ShownText(links).blocks()),
        tables=tables,
        shown=frozenset(shown_cells(tables)),
        links=links,
        data=_inside_script(data),
        script=Markup(script),  # noqa: S704 - our own file
        script_hash=_hash_of(script),
        rules={rule.code: rule for rule in rules},
        pages=tuple(_pages(ordered, rules)),
        name_of=name_of,
        source_of=partial(source_words, name_of=name_of),
        **_WORDS,
    )


def _inside_script(data: Mapping[str, object]) -> Markup:
    """JSON in which nothing can end the element it stands in."""
    text = json_text(data)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - no sign of markup is left


def _hash_of(script: str) -> str:
    """What the page's policy allows to run: this very text."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")


def _text_of(name: str) -> str:
    return (files("assistant.reporting") / name).read_text(encoding="utf-8")


def _numbered(
    groups: Mapping[str, Sequence[Finding]],
) -> Iterator[tuple[str, list[tuple[int, Finding]]]]:
    first = 1
    for name, findings in groups.items():
        yield name, list(enumerate(findings, start=first))
        first += len(findings)


def _verdict(result: CheckResult) -> dict[str, str]:
    gravest = min((finding.severity.rank for finding in result.findings), default=None)
    if gravest is None:
        return {"css": "good", "text": _VERDICTS[2]}
    return {"css": "bad" if gravest == 0 else "fair", "text": _VERDICTS[min(gravest, 1)]}


def _pages(
    findings: Sequence[Finding], rules: Sequence[RuleInfo]
) -> Iterator[tuple[RuleInfo, tuple[PageBlock, ...]]]:
    """The pages of the rules that found something."""
    codes = {finding.code for finding in findings}
    for rule in rules:
        if rule.code in codes:
            yield rule, tuple(page_blocks(rule.page))


def _template() -> Template:
    """The page's template; it escapes whatever it is given and shows what would steer."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    return environment.from_string(_text_of("check.html.jinja"))


def _harmless(value: object) -> object:
    """What the template prints, made visible; its own markup stays markup."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
