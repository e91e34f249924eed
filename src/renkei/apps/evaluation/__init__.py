"""Policies, indicators, targets, actuals, budgets and ratings."""
