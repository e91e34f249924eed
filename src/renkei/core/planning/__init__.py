"""Planning without a database: texts compared, priorities weighed, gaps found.

Pure functions of their arguments.
"""
