"""Whatever the figures, a draft says them as they are."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assistant.claims.context import ClaimContext
from assistant.claims.reader import read_claims
from assistant.drafting import (
    Draft,
    Placeholder,
    TemplateWriter,
    draft_report,
    fee_facts,
    make_outline,
    render,
)
from assistant.forms import cells_of, load_forms
from assistant.model import ClaimKind, ClaimState, Level, Notes, Organisation, Statistics
from tests.properties.consistent_statistics import consistent_statistics

ORGANISATIONS = (
    Organisation(name="云溪县石坪镇人民政府", short_name="石坪镇", level=Level.TOWNSHIP),
    Organisation(name="云溪县水利局", self_designation="我局", level=Level.DEPARTMENT),
    Organisation(name="云溪县人民政府", level=Level.REGION),
    Organisation(name="云溪县三里亭街道办事处", level=Level.TOWNSHIP),
)


class Case:
    """A draft and the figures it was made from; shown by its text alone."""

    def __init__(self, statistics: Statistics, draft: Draft) -> None:
        self.statistics = statistics
        self.draft = draft

    def __repr__(self) -> str:
        return self.draft.report.text


@st.composite
def drafts(draw: st.DrawFn) -> Case:
    year = draw(st.sampled_from((2019, 2020, 2021, 2025)))
    form = load_forms().for_year(year)
    statistics = draw(consistent_statistics(year))
    organisation = draw(st.sampled_from(ORGANISATIONS))
    outline = make_outline(form, statistics, Notes(), organisation)
    return Case(statistics, draft_report(outline, TemplateWriter()))


@given(drafts())
def test_every_figure_of_a_draft_is_what_the_tables_hold(case: Case) -> None:
    statistics, draft = case.statistics, case.draft
    form = load_forms().by_id(draft.parts.form)

    assert () == draft.problems
    for found in draft.provenance:
        assert found.span.stands_in(draft.report.text)
        binds = found.placeholder.binds
        if not binds.startswith(("=growth", "=difference")):
            cells = cells_of(form, binds.removeprefix("="))
            held = [statistics.cells[cell].number for cell in cells]
            assert Decimal(found.span.quote) == sum((n for n in held if n is not None), Decimal(0))


@given(drafts())
def test_a_draft_types_no_digit_of_its_own(case: Case) -> None:
    """Every digit in the text came out of a placeholder: a figure, a year, a document's number."""
    draft = case.draft

    for section in (draft.introduction, *draft.sections):
        for rendered in section.rendered:
            inside = [range(use.start, use.end) for use in rendered.uses]
            digits = [at for at, sign in enumerate(rendered.text) if sign.isdigit()]
            assert all(any(at in found for found in inside) for at in digits)


@given(st.text(alphabet="{}甲乙3 \n", max_size=60))
def test_rendering_never_fails_and_says_what_is_wrong(text: str) -> None:
    known = {"甲": Placeholder(name="甲", value=Decimal(3), unit="件", binds="a.b.c")}
    rendered = render(text, known)

    clean = not rendered.problems
    assert clean == (not any(sign in text for sign in "3") and _only_known(text))


def _only_known(text: str) -> bool:
    rest = text
    while (opening := rest.find("{{")) >= 0:
        closing = rest.find("}}", opening + 2)
        if closing < 0 or rest[opening + 2 : closing].strip() != "甲":
            return False
        rest = rest[:opening] + "。" + rest[closing + 2 :]
    return "}}" not in rest


@given(drafts())
def test_the_checks_read_a_draft_as_it_was_meant(case: Case) -> None:
    """Every claim is bound, agrees, and is bound to what its placeholder was filled from."""
    statistics, draft = case.statistics, case.draft
    form = load_forms().by_id(draft.parts.form)
    context = ClaimContext(
        form=form,
        statistics=replace(statistics, facts=fee_facts(Notes(), form, statistics)),
        year=statistics.year,
        organisation=draft.report.organisation,
        level=draft.report.level,
    )
    claims = [found for found in read_claims(draft.report.prose(), context) if found.is_claim]
    figures = {found.span.start: found.placeholder.binds for found in draft.provenance}
    read = {claim.span.start: claim for claim in claims}

    assert [] == [claim for claim in claims if not claim.accounted_for or claim.agrees is False]
    for start, binds in figures.items():
        assert binds in (*read[start].binds, *read[start].alternatives)
    told = [claim for claim in claims if claim.state is not ClaimState.DECLARED]
    zeros = {cell for claim in told if claim.kind is ClaimKind.ZERO for cell in claim.binds}
    assert zeros == {cell for cell in draft.states if not cell.startswith("=difference")}
