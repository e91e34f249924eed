"""Evaluation without a database: indicators that add up rightly, ratings that explain themselves,
and counts that open into what was counted. Pure functions of their arguments.
"""
