"""Where a passage of a sheet belongs: to a field, to an indicator of it, or to the whole."""

from __future__ import annotations

from dataclasses import dataclass

from renkei.core.grammar.form import Section


@dataclass(frozen=True, slots=True)
class Belonging:
    """The field and the indicator that were opened last; None before the first."""

    field_no: int | None = None
    indicator: str | None = None

    def after(self, section: Section) -> Belonging:
        """Where what follows the heading of ``section`` belongs."""
        if section.kind == "field":
            return Belonging(int(section.number), self.indicator)
        if section.kind == "indicator":
            return of_indicator(section.number, self.field_no)
        if section.kind == "cited":
            return Belonging(section.field_no or self.field_no, self.indicator)
        return self

    @property
    def field_key(self) -> str:
        """What a key says of it: "(個別分野3)", "" for the whole sheet."""
        return "" if self.field_no is None else f"(個別分野{self.field_no})"


def of_indicator(number: str, field_no: int | None = None) -> Belonging:
    """The indicator "2-5" of field 2; one whose number names no field is of ``field_no``."""
    left = number.partition("-")[0].removeprefix("R")
    named = "-" in number and left.isdecimal()
    return Belonging(int(left) if named else field_no, number)
