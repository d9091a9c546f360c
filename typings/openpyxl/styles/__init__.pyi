class Alignment:
    def __init__(
        self,
        *,
        horizontal: str | None = ...,
        vertical: str | None = ...,
        wrap_text: bool | None = ...,
        indent: int = ...,
    ) -> None: ...

class Side:
    def __init__(self, style: str | None = ..., color: str | None = ...) -> None: ...

class Border:
    def __init__(
        self,
        left: Side | None = ...,
        right: Side | None = ...,
        top: Side | None = ...,
        bottom: Side | None = ...,
    ) -> None: ...

class Font:
    name: str | None
    def __init__(
        self,
        name: str | None = ...,
        sz: float | None = ...,
        b: bool | None = ...,
        *,
        color: str | None = ...,
    ) -> None: ...

class PatternFill:
    def __init__(
        self, patternType: str | None = ..., fgColor: str = ..., bgColor: str = ...
    ) -> None: ...

class Protection:
    locked: bool
    def __init__(self, locked: bool = ..., hidden: bool = ...) -> None: ...
