from openpyxl.cell.cell import Cell

class DataValidation:
    type: str | None
    formula1: str | None
    sqref: object
    error: str | None
    prompt: str | None
    def __init__(
        self,
        type: str | None = ...,
        formula1: str | None = ...,
        formula2: str | None = ...,
        *,
        operator: str | None = ...,
        allow_blank: bool = ...,
        showErrorMessage: bool = ...,
        showInputMessage: bool = ...,
        errorTitle: str | None = ...,
        error: str | None = ...,
        promptTitle: str | None = ...,
        prompt: str | None = ...,
    ) -> None: ...
    def add(self, cell: str | Cell) -> None: ...
    def __contains__(self, other: str | Cell) -> bool: ...

class DataValidationList:
    dataValidation: list[DataValidation]
