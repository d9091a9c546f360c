"""Every rule, in reporting order; a rule's premises stand before it."""

from assistant.checks.rule import Rule
from assistant.checks.sums import (
    dispute_total_differs_from_outcomes,
    received_and_handled_do_not_balance,
    results_total_differs_from_results,
    stock_below_flow,
    total_differs_from_applicants,
)
from assistant.checks.years import (
    carried_in_differs_from_last_year,
    published_total_below_last_year,
    stock_does_not_continue_last_year,
)

CATALOGUE: tuple[Rule, ...] = (
    received_and_handled_do_not_balance,
    total_differs_from_applicants,
    results_total_differs_from_results,
    dispute_total_differs_from_outcomes,
    stock_below_flow,
    carried_in_differs_from_last_year,
    stock_does_not_continue_last_year,
    published_total_below_last_year,
)
