from decimal import Decimal

from assistant.claims import ClaimContext, read_claims
from assistant.forms import Block, Column, Form, Row, Table, load_forms
from assistant.model import Amount, Paragraph, Statistics


def invented() -> Form:
    """A form of some later year, with a table no program has heard of."""
    block = Block(
        columns=(
            Column(id="held", label="举办场数", terms=("举办",), unit="场"),
            Column(id="cancelled", label="取消场数", terms=("取消",), unit="场"),
        ),
        rows=(Row(id="open_days", label="政府开放日", unsaid_columns=("held",)),),
    )
    table = Table(id="meetings", blocks=(block,))
    known = load_forms().by_id("2021")
    parts = {name: getattr(known, name) for name in Form.model_fields}
    return Form.model_validate(parts | {"id": "2031", "tables": (table,)})


def test_a_form_made_of_data_alone_is_understood() -> None:
    cells = {
        "meetings.open_days.held": Amount.of(Decimal(4)),
        "meetings.open_days.cancelled": Amount.of(Decimal(1)),
    }
    context = ClaimContext(form=invented(), statistics=Statistics(cells=cells))
    text = "政府开放日举办4场，取消2场。"

    held, cancelled = read_claims([Paragraph(start=0, text=text)], context)

    assert (("meetings.open_days.held",), True) == (held.binds, held.agrees)
    assert (("meetings.open_days.cancelled",), False) == (cancelled.binds, cancelled.agrees)
