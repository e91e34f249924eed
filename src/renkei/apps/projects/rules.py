"""Rights of this app. A link is asked on the policy of its means."""

from renkei.apps.accounts.rights import (
    grant,
    is_administrator,
    is_cleared,
    is_evaluation_officer,
    is_own_or_nobodys,
    is_planner,
)

grant("projects.take_in", is_administrator | is_evaluation_officer | is_planner)
grant(
    "projects.link",
    is_cleared & (is_administrator | (is_evaluation_officer & is_own_or_nobodys)),
)
