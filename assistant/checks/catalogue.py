"""Every rule, in reporting order; a rule's premises stand before it."""

from assistant.checks.document.amount_in_yuan import amount_in_yuan
from assistant.checks.document.date_before_period_ends import date_before_period_ends
from assistant.checks.document.date_written_oddly import date_written_oddly
from assistant.checks.document.figure_beyond_powers import figure_beyond_powers
from assistant.checks.document.information_fee_confused import information_fee_confused
from assistant.checks.document.published_late import published_late
from assistant.checks.document.signature_or_date_missing import signature_or_date_missing
from assistant.checks.document.title_missing import title_missing
from assistant.checks.document.title_nonstandard import title_nonstandard
from assistant.checks.prose.all_contradicted import all_contradicted
from assistant.checks.prose.cell_differs_from_statistics import cell_differs_from_statistics
from assistant.checks.prose.channels_differ_from_received import channels_differ_from_received
from assistant.checks.prose.declared_fact_differs import declared_fact_differs
from assistant.checks.prose.listed_items_miscounted import listed_items_miscounted
from assistant.checks.prose.number_differs_from_table import number_differs_from_table
from assistant.checks.prose.number_without_source import number_without_source
from assistant.checks.prose.parts_differ_from_whole import parts_differ_from_whole
from assistant.checks.prose.parts_of_report_miscounted import parts_of_report_miscounted
from assistant.checks.prose.results_differ_from_whole import results_differ_from_whole
from assistant.checks.prose.zero_contradicted import zero_contradicted
from assistant.checks.ratios import (
    difference_miscalculated,
    growth_miscalculated,
    rate_miscalculated,
)
from assistant.checks.rule import Rule
from assistant.checks.structure.aspect_missing import aspect_missing
from assistant.checks.structure.cell_blank import cell_blank
from assistant.checks.structure.cell_marked_not_applicable import cell_marked_not_applicable
from assistant.checks.structure.cell_unreadable import cell_unreadable
from assistant.checks.structure.count_impossible import count_impossible
from assistant.checks.structure.form_wrong_for_year import form_wrong_for_year
from assistant.checks.structure.information_fee_unsaid import information_fee_unsaid
from assistant.checks.structure.outline_of_old_regulations import outline_of_old_regulations
from assistant.checks.structure.overview_without_figures import overview_without_figures
from assistant.checks.structure.problem_without_measure import problem_without_measure
from assistant.checks.structure.section_empty import section_empty
from assistant.checks.structure.section_missing import section_missing
from assistant.checks.structure.section_out_of_order import section_out_of_order
from assistant.checks.structure.section_title_nonstandard import section_title_nonstandard
from assistant.checks.structure.table_incomplete import table_incomplete
from assistant.checks.structure.table_missing import table_missing
from assistant.checks.sums.dispute_total_differs_from_outcomes import (
    dispute_total_differs_from_outcomes,
)
from assistant.checks.sums.published_above_made import published_above_made
from assistant.checks.sums.received_and_handled_do_not_balance import (
    received_and_handled_do_not_balance,
)
from assistant.checks.sums.results_total_differs_from_results import (
    results_total_differs_from_results,
)
from assistant.checks.sums.stock_below_flow import stock_below_flow
from assistant.checks.sums.total_differs_from_applicants import total_differs_from_applicants
from assistant.checks.wording.ascii_punctuation import ascii_punctuation
from assistant.checks.wording.characters_doubled import characters_doubled
from assistant.checks.wording.copied_from_last_year import copied_from_last_year
from assistant.checks.wording.copied_from_neighbour import copied_from_neighbour
from assistant.checks.wording.document_number_wrong import document_number_wrong
from assistant.checks.wording.foreign_self_designation import foreign_self_designation
from assistant.checks.wording.measure_word_wrong import measure_word_wrong
from assistant.checks.wording.organisation_differs import organisation_differs
from assistant.checks.wording.other_organ_named import other_organ_named
from assistant.checks.wording.period_wrong import period_wrong
from assistant.checks.wording.phrase_misused import phrase_misused
from assistant.checks.wording.phrase_out_of_date import phrase_out_of_date
from assistant.checks.wording.placeholder_left import placeholder_left
from assistant.checks.wording.year_word_doubled import year_word_doubled
from assistant.checks.wording.year_wrong import year_wrong
from assistant.checks.years import (
    carried_in_differs_from_last_year,
    published_total_below_last_year,
    stock_does_not_continue_last_year,
)

CATALOGUE: tuple[Rule, ...] = (
    outline_of_old_regulations,
    section_missing,
    section_out_of_order,
    section_title_nonstandard,
    section_empty,
    table_missing,
    table_incomplete,
    cell_blank,
    cell_marked_not_applicable,
    cell_unreadable,
    form_wrong_for_year,
    aspect_missing,
    overview_without_figures,
    problem_without_measure,
    information_fee_unsaid,
    count_impossible,
    received_and_handled_do_not_balance,
    total_differs_from_applicants,
    results_total_differs_from_results,
    dispute_total_differs_from_outcomes,
    stock_below_flow,
    published_above_made,
    carried_in_differs_from_last_year,
    stock_does_not_continue_last_year,
    published_total_below_last_year,
    number_differs_from_table,
    zero_contradicted,
    all_contradicted,
    number_without_source,
    cell_differs_from_statistics,
    declared_fact_differs,
    parts_differ_from_whole,
    results_differ_from_whole,
    channels_differ_from_received,
    parts_of_report_miscounted,
    listed_items_miscounted,
    rate_miscalculated,
    growth_miscalculated,
    difference_miscalculated,
    year_wrong,
    period_wrong,
    organisation_differs,
    other_organ_named,
    foreign_self_designation,
    placeholder_left,
    ascii_punctuation,
    characters_doubled,
    phrase_misused,
    phrase_out_of_date,
    document_number_wrong,
    measure_word_wrong,
    year_word_doubled,
    copied_from_last_year,
    copied_from_neighbour,
    title_missing,
    title_nonstandard,
    signature_or_date_missing,
    date_before_period_ends,
    published_late,
    date_written_oddly,
    figure_beyond_powers,
    amount_in_yuan,
    information_fee_confused,
)
