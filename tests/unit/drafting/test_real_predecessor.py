from pathlib import Path

from assistant.files import read_report
from assistant.forms import load_forms
from assistant.model import Organisation
from tests.unit.drafting.samples import drafted, section_text, statistics


def test_a_quiet_year_after_a_real_report_names_what_that_report_promised(shared: Path) -> None:
    previous = read_report(shared / "reports" / "阳明堡镇2019.txt", load_forms())
    organisation = Organisation(name=previous.organisation)
    draft = drafted(statistics(2020), organisation=organisation, previous=previous)
    text = section_text(draft, 5)

    assert text.count("“") == 3
    assert "整改" not in text
    assert () == draft.problems
