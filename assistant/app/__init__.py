"""Use cases: check a report, draft a report. They return values and print nothing."""
