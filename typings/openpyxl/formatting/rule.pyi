from openpyxl.styles import Font, PatternFill

class Rule: ...

def FormulaRule(
    formula: list[str] | None = ...,
    stopIfTrue: bool | None = ...,
    font: Font | None = ...,
    border: None = ...,
    fill: PatternFill | None = ...,
) -> Rule: ...
