"""Rights of this app. The target is the policy of the indicator."""

from renkei.apps.accounts.rights import (
    grant,
    is_administrator,
    is_cleared,
    is_desk_officer,
    is_evaluation_officer,
    is_own,
    is_own_or_nobodys,
)

grant(
    "counting.ask",
    is_cleared
    & (is_administrator | (is_desk_officer & is_own) | (is_evaluation_officer & is_own_or_nobodys)),
)
