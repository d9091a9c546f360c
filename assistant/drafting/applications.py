"""Points about applications received and handled, and about disputes over them.

Works from the roles ``forms.md`` fixes: rows received, carried_in, results_total, carried_out,
the group results, columns natural_person, organisations, total; groups of the table disputes.
What a form does not have is not said.
"""

from collections.abc import Iterator

from assistant.drafting.changes import change, difference
from assistant.drafting.figures import Collector, Figure, YearFigures
from assistant.drafting.ports import Point
from assistant.drafting.wording import joined, row_name
from assistant.forms import Row, Table

_TOTAL = "total"
_RECEIVED, _CARRIED_IN, _CARRIED_OUT = "本年新收", "上年结转", "结转下年"
_HANDLED = "办结"
_BY_NUMBER = ("received_more", "received_fewer")
_INCOMING: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {
    (("received",), ()): "received",
    (("received", "carried_in"), ()): "received_and_carried_in",
    (("carried_in",), ("received",)): "only_carried_in",
    ((), ("received",)): "none_received",
    ((), ("received", "carried_in")): "no_applications",
}
"""Kind of phrase by what there was some of, and what there was none of."""


def application_points(table: Table, figures: YearFigures, names: Collector) -> Iterator[Point]:
    """Received, carried in, compared with last year, results, carried out."""
    received = figures.figure(f"{table.id}.received.{_TOTAL}")
    carried_in = figures.figure(f"{table.id}.carried_in.{_TOTAL}")
    if received is None:
        return
    yield from _incoming(received, carried_in, names)
    yield from _compared(received, names)
    yield from _applicants(table, figures, names)
    if received.value > 0 or (carried_in is not None and carried_in.value > 0):
        yield from _results(table, figures, names)
        yield from _outgoing(figures.figure(f"{table.id}.carried_out.{_TOTAL}"), names)


def _incoming(received: Figure, carried_in: Figure | None, names: Collector) -> Iterator[Point]:
    about = "本年新收和上年结转的政府信息公开申请数量"
    given = {"received": (_RECEIVED, received), "carried_in": (_CARRIED_IN, carried_in)}
    figures = {slot: (name, found) for slot, (name, found) in given.items() if found is not None}
    some = {slot: pair for slot, pair in figures.items() if pair[1].value > 0}
    none = [slot for slot in figures if slot not in some]
    if "received" in some:
        # That nothing was carried in is said only where nothing was received either.
        none = []
    yield Point(
        kind=_INCOMING[tuple(some), tuple(none)],
        about=about,
        slots={slot: names.figure(name, figure) for slot, (name, figure) in some.items()},
        states=tuple(figures[slot][1].binds for slot in none),
    )


def _applicants(table: Table, figures: YearFigures, names: Collector) -> Iterator[Point]:
    """Who applied, where there were applicants of both sorts."""
    person = figures.figure(f"{table.id}.received.natural_person")
    organisations = figures.figure(f"{table.id}.received.organisations")
    if person is None or organisations is None or not (person.value and organisations.value):
        return
    slots = {
        "person": names.figure("自然人申请", person),
        "organisations": names.figure("法人或其他组织申请", organisations),
    }
    yield Point(kind="applicants", about="新收申请的申请人类别", slots=slots)


def _compared(received: Figure, names: Collector) -> Iterator[Point]:
    """More or fewer than last year; of nothing received there is nothing to compare."""
    about = "新收申请数量与上年相比"
    if received.value == 0 or received.previous is None:
        return
    placeholder = change(_RECEIVED, received)
    if placeholder is None:
        yield Point(kind="received_same", about=about, states=(difference(received),))
        return
    more = received.value > received.previous
    kinds = ("received_grew", "received_fell") if placeholder.unit == "%" else _BY_NUMBER
    slots = {"change": names.add(placeholder)}
    yield Point(kind=kinds[0] if more else kinds[1], about=about, slots=slots)


def _results(table: Table, figures: YearFigures, names: Collector) -> Iterator[Point]:
    total = figures.figure(f"{table.id}.results_total.{_TOTAL}")
    if total is None or total.value == 0:
        return
    slots = {"handled": names.figure(_HANDLED, total)}
    items = [
        f"{names.label(name)}{names.figure(name, figure)}"
        for row in _result_rows(table)
        if (figure := figures.figure(f"{table.id}.{row.id}.{_TOTAL}")) is not None
        and figure.value > 0
        for name in (row_name(row.label),)
    ]
    kind = "handled" if not items else "results" if len(items) > 1 else "result"
    if items:
        slots["items"] = joined(items)
    yield Point(kind=kind, about="办结的申请数量和各类办理结果", slots=slots)


def _result_rows(table: Table) -> tuple[Row, ...]:
    for group in table.row_groups:
        if group.id == "results":
            return tuple(row for row in group.rows if row.id != "results_total")
    return ()


def _outgoing(carried_out: Figure | None, names: Collector) -> Iterator[Point]:
    about = "结转下年度继续办理的申请数量"
    if carried_out is None:
        return
    if carried_out.value == 0:
        yield Point(kind="none_carried_out", about=about, states=(carried_out.binds,))
    else:
        slots = {"carried_out": names.figure(_CARRIED_OUT, carried_out)}
        yield Point(kind="carried_out", about=about, slots=slots)


def dispute_points(table: Table, figures: YearFigures, names: Collector) -> Iterator[Point]:
    """Reviews and litigation over disclosure, with outcomes; all zero is one sentence."""
    about = "因政府信息公开引发的行政复议、行政诉讼"
    groups = [(row, figures.figure(f"{table.id}.{row.id}.{_TOTAL}")) for row in _kinds(table)]
    known = [(row, figure) for row, figure in groups if figure is not None]
    some = [_dispute(table, row, figures, names) for row, figure in known if figure.value > 0]
    none = {
        figure.binds: names.label(row_name(row.label)) for row, figure in known if figure.value == 0
    }
    if some:
        yield Point(kind="disputes", about=about, slots={"items": "；".join(some)})
    if none:
        slots = {"kinds": joined([*none.values()])}
        yield Point(kind="no_disputes", about=about, slots=slots, states=tuple(none))


def _kinds(table: Table) -> tuple[Row, ...]:
    return tuple(row for block in table.blocks for row in block.rows)


def _dispute(table: Table, row: Row, figures: YearFigures, names: Collector) -> str:
    name = row_name(row.label)
    total = figures.figure(f"{table.id}.{row.id}.{_TOTAL}")
    outcomes = [
        f"{label}{names.figure(f'{name}_{label}', figure)}"
        for column in table.blocks[0].column_leaves
        if column.id != _TOTAL
        and (figure := figures.figure(f"{table.id}.{row.id}.{column.id}")) is not None
        and figure.value > 0
        for label in (names.label(column.label),)
    ]
    head = f"{names.label(name)}{names.figure(name, total)}" if total is not None else name
    if not outcomes:
        return head
    return f"{head}，{'其中' if len(outcomes) > 1 else ''}{joined(outcomes)}"
