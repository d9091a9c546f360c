# As far as the program uses it.

from collections.abc import Mapping
from typing import IO

from docx.document import Document
from jinja2 import Environment

class DocxTemplate:
    docx: Document
    def __init__(self, template_file: IO[bytes]) -> None: ...
    def init_docx(self, reload: bool = True) -> None: ...
    def render(
        self,
        context: Mapping[str, object],
        jinja_env: Environment | None = None,
        autoescape: bool = False,
    ) -> None: ...
    def get_undeclared_template_variables(
        self, jinja_env: Environment | None = None
    ) -> set[str]: ...
    def save(self, filename: IO[bytes]) -> None: ...
