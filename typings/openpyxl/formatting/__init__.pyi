from openpyxl.formatting.rule import Rule

class ConditionalFormattingList:
    def add(self, range_string: str, cfRule: Rule) -> None: ...
