"""Rights of this app: ``checking.decide`` is asked on the document that was checked."""

from renkei.apps.accounts.rights import (
    grant,
    is_administrator,
    is_cleared,
    is_desk_officer,
    is_evaluation_officer,
    is_own,
    is_planner,
)

grant(
    "checking.decide",
    is_cleared
    & (is_administrator | is_evaluation_officer | is_planner | (is_desk_officer & is_own)),
)
