"""The evaluation year: continued from the last, worked through its stages, decided and published."""
