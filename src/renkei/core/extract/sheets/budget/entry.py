"""A row of the budget request sheet, however the sheet is laid out."""

from __future__ import annotations

from dataclasses import dataclass, field

from renkei.core.grammar.grid import GridCell

TOTALS = frozenset({"小計", "合計"})


@dataclass(slots=True)
class Entry:
    """A row with its amounts by column; ``loose`` holds an amount whose column is unknown.

    ``item`` is "" while the item of the row is not known. ``shared`` marks figures in < >.
    """

    account: str
    organisation: str | None
    item: str
    at: GridCell
    amounts: dict[int, GridCell] = field(default_factory=dict)
    loose: GridCell | None = None
    shared: bool = False
    notes: tuple[str, ...] = ()

    @property
    def is_total(self) -> bool:
        """True for a row of subtotals or totals."""
        return self.item.startswith(tuple(TOTALS))

    def place(self, amounts: list[GridCell], width: int) -> None:
        """Give the row its amounts: all its columns, or one whose column is to be found."""
        if len(amounts) == width:
            self.amounts = dict(enumerate(amounts))
        elif len(amounts) == 1:
            self.loose = amounts[0]
