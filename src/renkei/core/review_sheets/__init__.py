"""The government's open data on its administrative reviews (行政事業レビュー, RSシステム).

One CSV file each, UTF-8 with a byte order mark, CRLF, amounts in yen. Here are the two files that
an evaluation needs: budget and execution (2-1), and targets and results (3-1).

- :mod:`layouts` their column heads; :mod:`table` reading and writing, with all drift reported
- :mod:`budgets` the amounts of a project by budget year; :mod:`goals` indicators by year
"""
