"""Rights of this app.

``documents.ingest`` is asked on a document that is not stored yet; ``documents.review`` on the
document whose records are checked.
"""

from renkei.apps.accounts.rights import (
    grant,
    is_administrator,
    is_cleared,
    is_desk_officer,
    is_evaluation_officer,
    is_own,
    is_own_or_nobodys,
    is_planner,
)

grant(
    "documents.ingest",
    is_cleared
    & (
        is_administrator
        | ((is_desk_officer | is_evaluation_officer | is_planner) & is_own_or_nobodys)
    ),
)
grant(
    "documents.review",
    is_cleared
    & (is_administrator | is_evaluation_officer | is_planner | (is_desk_officer & is_own)),
)
