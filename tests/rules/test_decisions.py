"""What a decision about a finding holds on to tells the findings of a report apart."""

from tests.rules.cases import results


def test_findings_that_say_different_things_are_never_one_decision() -> None:
    for name, result in results().items():
        told = {(finding.key, finding.message) for finding in result.findings}

        assert len(told) == len({key for key, _ in told}), name
