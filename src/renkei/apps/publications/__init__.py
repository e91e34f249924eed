"""Frozen outputs of the register: the evaluation sheets in their official layouts."""
